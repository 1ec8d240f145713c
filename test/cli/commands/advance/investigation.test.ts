import { describe, it } from 'vitest'
import { both, type Change, done, upTo } from '../../../support/actions.ts'
import { expectRefused, expectWritten, type Refused, type Written } from '../../../support/advance.ts'

const reported: Change = ({ case: file }) => {
  file.clue.reporter = { kind: 'citizen', name: '某', reportedOn: '2026-02-11' }
}
const inCounty: Change = ({ case: file }) => {
  file.jurisdiction.handlingUnitKind = 'county-department'
}
const small: Change = ({ case: file }) => {
  file.damage.estimatedLoss = '250000.00'
}
const objected = both(
  upTo.appraisal,
  done('object', 'A1', {
    by: 'o2',
    raisedOn: '2026-04-24',
    matter: '量偏大',
    explanationRequestedOn: '2026-04-27',
  }),
)
const explained = both(
  objected,
  done('explain-appraisal', 'A1/B2', { explainedOn: '2026-05-08', explanation: '按实测计算' }),
)
const panel = ['甲某', '乙某', '丙某'].map((name) => ({ name, body: '某大学', pool: '自治区专家库' }))
const convened = both(
  explained,
  done('convene-panel', 'A1/B2', {
    experts: panel,
    commissionedBy: ['obligee', 'o2'],
    commissionedOn: '2026-05-15',
    opinionOn: '2026-05-29',
    reappraise: true,
  }),
)
const experts = panel.flatMap(({ name, body, pool }, at) => [
  `experts.${at}.name=${name}`,
  `experts.${at}.body=${body}`,
  `experts.${at}.pool=${pool}`,
])

describe('ejc advance, up to the conclusion', () => {
  it.each<Written>([
    [
      'authorize-county',
      null,
      both(upTo.screening, inCounty),
      '2026-02-25',
      ['document=南政函〔2026〕1号', 'grantedOn=2026-02-25'],
      'case',
      {
        jurisdiction: {
          countyAuthorization: {
            document: '南政函〔2026〕1号',
            grantedBy: '南宁市人民政府',
            grantedOn: '2026-02-25',
          },
        },
      },
    ],
    [
      'designate',
      null,
      upTo.clue,
      '2026-02-20',
      ['designation.by=南宁市人民政府', 'designation.on=2026-02-20'],
      'case',
      { jurisdiction: { level: 'city', designation: { by: '南宁市人民政府' } } },
    ],
    [
      'amend-obligors',
      'o3',
      upTo.initiation,
      '2026-04-03',
      ['kind=单位', 'name=某运输部', 'remarks=查明另有承运人'],
      'case',
      { obligorAmendments: [{ on: '2026-04-03', kind: 'added', obligors: ['o3'] }] },
    ],
    [
      'answer-reporter',
      null,
      both(upTo.clue, reported),
      '2026-02-20',
      ['answer=已受理'],
      'case',
      { clue: { channel: 'routine-supervision', reporter: { name: '某', answeredOn: '2026-02-20' } } },
    ],
    [
      'decline',
      null,
      upTo.screening,
      '2026-02-25',
      ['ground=already-performed', 'reason=已自行修复', 'evidence[]=E1'],
      'screening',
      { decision: 'not-initiate', notInitiate: { ground: 'already-performed', evidence: ['E1'] } },
    ],
    [
      'log-investigation',
      null,
      upTo.initiation,
      '2026-03-09',
      ['place=废弃砖厂', 'officers[]=罗某'],
      'investigation',
      { process: { investigators: ['覃某', '蒙某', '罗某'] } },
    ],
    [
      'record-facts',
      null,
      upTo.initiation,
      '2026-03-09',
      ['legalBasis[]=《中华人民共和国民法典》第一千二百三十四条'],
      'investigation',
      { legalBasis: ['《中华人民共和国民法典》第一千二百三十四条'], facts: [{ evidence: ['E1', 'E2'] }] },
    ],
    [
      'determine-simple-case',
      null,
      both(upTo.initiation, small),
      '2026-03-09',
      ['factsSimple=是', 'liabilityUndisputed=是', 'basis=监测报告'],
      'case',
      { simpleCase: { factsSimple: true, determinedOn: '2026-03-09' } },
    ],
    [
      'object',
      'A1',
      upTo.appraisal,
      '2026-04-27',
      ['by=o2', 'matter=量偏大', 'explanationRequestedOn=2026-04-27'],
      'appraisals',
      { appraisals: [{ objections: [{ id: 'B1' }, { id: 'B2', by: 'o2' }] }] },
    ],
    [
      'explain-appraisal',
      'A1/B2',
      objected,
      '2026-05-08',
      ['explanation=按实测计算'],
      'appraisals',
      {
        appraisals: [
          { objections: [{ id: 'B1' }, { id: 'B2', matter: '量偏大', explainedOn: '2026-05-08' }] },
        ],
      },
    ],
    [
      'convene-panel',
      'A1/B2',
      explained,
      '2026-05-15',
      experts,
      'appraisals',
      {
        appraisals: [
          {
            objections: [{}, { stillObjectedOn: '2026-05-15', panel: { commissionedBy: ['obligee', 'o2'] } }],
          },
        ],
      },
    ],
    [
      'reappraise',
      'A1',
      convened,
      '2026-06-01',
      ['body.name=某研究院'],
      'appraisals',
      { appraisals: [{}, { id: 'A2', reappraises: 'A1', body: { name: '某研究院' } }] },
    ],
    [
      'terminate',
      null,
      upTo.initiation,
      '2026-04-01',
      ['obligors[]=o2', 'ground=lawful-permit', 'reason=持证排污，符合规定', 'evidence[]=E1'],
      'closing',
      { terminations: [{ obligors: ['o2'], decidedOn: '2026-04-01' }] },
    ],
  ])('%s %s is written and committed', (...row) => expectWritten(...row))

  it.each<Refused>([
    ['decline', null, upTo.initiation, [], '第十四条第二款'],
    ['terminate', null, upTo.screening, [], '第十四条第二款'],
    [
      'terminate',
      null,
      upTo.initiation,
      ['ground=no-assets', 'reason=', 'evidence[]=E1'],
      '第十四条第一款第四项',
    ],
    [
      'convene-panel',
      'A1/B2',
      explained,
      experts.slice(3).map((set) => set.replace(/\d/, (at) => String(Number(at) - 1))),
      '第十六条',
    ],
  ])('%s %s is refused with the article, and nothing is written', (...row) => expectRefused(...row))
})
