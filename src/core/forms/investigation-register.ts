import { compare } from '../calendar/dates.ts'
import { standingAppraisals } from '../facts/appraisals.ts'
import { unitOnPapers } from '../facts/claimants.ts'
import { cluesOf } from '../facts/clues.ts'
import type { Activity, Appraisal, Obligor } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { jointTeam } from '../facts/jurisdiction.ts'
import { claimedObligors } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
import { collectFields, defineForm } from './define.ts'
import {
  asList,
  asSentence,
  blankLine,
  dateOrBlank,
  type FieldCollector,
  handlerFields,
  handlerNames,
  identifierOf,
  inClauses,
  inSentences,
  joinedNames,
  labelled,
  localBasis,
  obligorAddress,
  presentParts,
  representativeOf,
} from './fields.ts'
import { appraisalText, appraiserName } from './findings.ts'

/** [2] 生态环境损害调查情况登记表: one a case. */
export const investigationRegister = defineForm({
  id: 'investigation-register',
  phase: 'investigation',
  signing: /^经办人（签名）/,
  datedOn: ({ investigation }) => investigation?.conclusion?.concludedOn,
  signedAt: 'investigation.conclusion',
  byHand: handlerNames,
  subjects: () => [null],
  fill: (view) => {
    const collector = collectFields()
    const { facts } = view
    const fields = {
      '案件线索的来源、调查经过': { paragraphs: course(view, collector) },
      赔偿义务人的基本情况: { paragraphs: obligors(facts, collector) },
      生态环境损害事实和相关证据材料: { paragraphs: damage(view, collector) },
      '承担赔偿、修复责任的法律依据': { paragraphs: legalBasisText(view, collector) },
      调查部门的处理建议: { paragraphs: proposal(facts, collector) },
      ...handlerFields(facts.investigation?.conclusion?.handlers),
      // The annex says 签名 here, where the other registers have 经办人 alone.
      经办人: '',
    }
    return collector.filled(fields)
  },
})

/** Where the clue came from, when and by whom the claim was begun, and what was done, day by day. */
function course({ facts, regulation }: CaseView, { need }: FieldCollector): string[] {
  const field = '案件线索的来源、调查经过'
  const { jurisdiction } = facts.case
  const { initiation, process, extension } = facts.investigation ?? {}
  const clues = cluesOf(facts).map(({ foundOn, receivedOn, channel, reference }) =>
    inClauses(dateOrBlank(foundOn ?? receivedOn), regulation.label('channels', channel), reference),
  )
  const begun = need(field, dateOrBlank(initiation?.initiatedOn), 'investigation.initiation', 'initiate')
  // Two officers may have recorded theirs one after the other: the form tells them by date.
  const activities = [...(process?.activities ?? [])].sort((a, b) => compare(a.on, b.on))
  need(field, activities[0]?.on, 'investigation.process.activities', 'log-investigation')
  return presentParts(
    labelled('案件线索', clues.join('；')),
    labelled('初步核查', facts.screening?.findings),
    asSentence(
      `索赔启动：${begun || blankLine}经${unitOnPapers(jurisdiction)}批准启动${inBrackets(initiation?.number)}`,
    ),
    labelled('联合办案', jointTeam(jurisdiction)),
    labelled('调查人员', joinedNames(process?.investigators)),
    labelled('调查范围', process?.scope),
    ...activities.map(activity),
    extension &&
      labelled('调查期限延长', inClauses(`${dateOrBlank(extension.approvedOn)}批准`, extension.reason)),
  )
}

function inBrackets(number: string | undefined): string {
  return number ? `（${number}）` : ''
}

function activity({ on, place, method, officers, findings }: Activity): string {
  const what = presentParts(
    dateOrBlank(on),
    joinedNames(officers),
    place && `地点：${place}`,
    method && `方式：${method}`,
  )
  // Names alone are no sentence.
  return inSentences(`${what.join('，')}${place || method ? '' : '开展调查'}`, findings)
}

function obligors(facts: Facts, collector: FieldCollector): string[] {
  const claimed = claimedObligors(facts)
  if (!claimed.length) collector.need('赔偿义务人的基本情况', undefined, 'case.obligors', 'amend-obligors')
  return claimed.map((obligor) => obligorText(obligor, collector))
}

function obligorText(obligor: Obligor, collector: FieldCollector): string {
  const field = '赔偿义务人的基本情况'
  const address = obligorAddress(obligor, field, collector)
  const identifier = identifierOf(obligor, field, collector)
  const organisation = obligor.kind === 'organization'
  const parts = organisation
    ? [
        obligor.name,
        `地址：${address || blankLine}`,
        `统一社会信用代码：${identifier || blankLine}`,
        `法定代表人（负责人）：${representativeOf(obligor, field, collector) || blankLine}`,
      ]
    : [obligor.name, `住址：${address || blankLine}`, `公民身份证号码：${identifier || blankLine}`]
  return asSentence(parts.join('，'))
}

/**
 * What was done, each fact with the evidence that supports it, and what the appraisals found. The description of the
 * damage, with which the case was registered, stands for facts that are not recorded yet.
 */
function damage(view: CaseView, { need }: FieldCollector): string[] {
  const { facts } = view
  const field = '生态环境损害事实和相关证据材料'
  const statements = facts.investigation?.facts ?? []
  need(field, statements[0]?.statement, 'investigation.facts', 'record-facts')
  const title = (id: string) => facts.evidence.find((each) => each.id === id)?.title
  const { description, location } = facts.case.damage
  return presentParts(
    inSentences(labelled('损害地点', location), statements.length ? undefined : description),
    ...statements.map(({ statement, evidence }) =>
      inSentences(statement, labelled('相关证据', joinedNames(evidence?.map(title)))),
    ),
    ...standingAppraisals(facts).flatMap((appraisal) =>
      presentParts(appraisalText(view, appraisal), replaced(view, appraisal)),
    ),
  )
}

/** The appraisal that a re-appraisal took the place of, by its name alone. */
function replaced({ facts, regulation }: CaseView, { reappraises }: Appraisal): string {
  const earlier = facts.appraisals.find(({ id }) => id === reappraises)
  if (!earlier) return ''
  const name = earlier.reportNumber ?? appraiserName(earlier)
  return asSentence(
    `以上为重新鉴定评估，取代此前的${regulation.label('appraisalKinds', earlier.kind)}${inBrackets(name)}`,
  )
}

/** The texts relied on, and the local basis where there is one in force. */
function legalBasisText(view: CaseView, { need }: FieldCollector): string[] {
  const texts = view.facts.investigation?.legalBasis ?? []
  need('承担赔偿、修复责任的法律依据', texts[0], 'investigation.legalBasis', 'record-facts')
  const local = localBasis(view)
  const all = local && !texts.some((text) => text.includes(local)) ? [...texts, local] : texts
  return presentParts(asList(all))
}

/** What is recommended, and by which words a text of the officer's own says so already. */
const recommendations = {
  consult: {
    says: '建议开展磋商',
    said: /(?<![不未无].{0,6})(?:(?:启动|开展|组织|进行)(?![^，。；]{0,6}磋商的?条件).{0,6}磋商|与[^，。；]+磋商)/u,
  },
  terminate: { says: '建议终止索赔', said: /(?<![不未无].{0,3})终止.{0,6}索赔/u },
} as const

function proposal({ investigation }: Facts, { need }: FieldCollector): string[] {
  const conclusion = investigation?.conclusion
  const reason = need('调查部门的处理建议', conclusion?.reason, 'investigation.conclusion.reason', 'conclude')
  const { recommendation, proposal: own = '' } = conclusion ?? {}
  const { says, said } = (recommendation && recommendations[recommendation]) ?? {}
  return presentParts(
    asSentence(reason),
    asSentence(said?.test(`${reason}${own}`) ? '' : says),
    asSentence(own),
  )
}
