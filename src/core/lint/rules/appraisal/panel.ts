import { isJointlyCommissioned } from '../../../facts/appraisals.ts'
import type { Appraisal, Objection, Panel } from '../../../facts/documents.ts'
import { cite } from '../../../regulation/cite.ts'
import { saysSomething } from '../../../stages/define.ts'
import { inAppraisal, unchanged } from '../../change.ts'
import { at, defineRule, type FindingDraft } from '../../define.ts'

export const appraisalPanel = defineRule({
  id: 'appraisal/panel',
  severity: 'error',
  about: 'breach',
  matter: 'panel',
  title: '第三方论证的专家符合规定',
  why: '论证意见决定是否重新鉴定；人数不对或者来自原鉴定机构，意见就不足为据。',
  mend: '由双方共同委托规定人数的、不属于原鉴定机构的库内专家重新论证。',
  *check({ facts, regulation }) {
    for (const appraisal of facts.appraisals) {
      for (const { panel } of appraisal.objections ?? []) {
        if (!panel) continue
        const wanted = regulation.count('panel-experts', panel.commissionedOn)
        const { length } = panel.experts
        if (wanted !== undefined && length !== wanted)
          yield at(panel, 'experts', wrongNumber(length, wanted), { code: 'number' })
        yield* notIndependent(appraisal, panel)
        yield* notJoint(panel)
      }
    }
  },
  examples: {
    accept: [
      { title: '没有论证', change: unchanged },
      { title: '人数相符的外部专家', change: panelOf({ experts: ['甲某', '乙某', '丙某'].map(outsider) }) },
    ],
    reject: [
      {
        title: '少一名专家',
        finds: ['error number appraisals.appraisals.0.objections.0.panel.experts'],
        change: panelOf({ experts: ['甲某', '乙某'].map(outsider) }),
      },
      {
        title: '多一名专家',
        finds: ['error number appraisals.appraisals.0.objections.0.panel.experts'],
        change: panelOf({ experts: ['甲某', '乙某', '丙某', '丁某'].map(outsider) }),
      },
      {
        title: '有一名专家来自原鉴定机构',
        finds: ['error independent appraisals.appraisals.0.objections.0.panel.experts.0.body'],
        change: panelOf({
          experts: [{ ...outsider('甲某'), body: '某司法鉴定中心' }, ...['乙某', '丙某'].map(outsider)],
        }),
      },
      {
        title: '由权利人单方委托',
        finds: ['warning joint appraisals.appraisals.0.objections.0.panel.commissionedBy'],
        change: panelOf({ experts: ['甲某', '乙某', '丙某'].map(outsider), commissionedBy: ['obligee'] }),
      },
    ],
  },
})

function* notIndependent({ body, experts }: Appraisal, panel: Panel): Iterable<FindingDraft> {
  for (const expert of panel.experts) {
    const own = saysSomething(body?.name) && expert.body === body?.name
    const same = (experts ?? []).some(({ name }) => name === expert.name)
    if (own || same) yield at(expert, own ? 'body' : 'name', notOutside(expert.name), { code: 'independent' })
    if (!saysSomething(expert.pool))
      yield at(expert, 'name', noPool(expert.name), { code: 'pool', severity: 'warning' })
  }
}

/** Finds a panel that one side alone commissioned: both sides are the obligee and at least one obligor. */
function* notJoint(panel: Panel): Iterable<FindingDraft> {
  const { commissionedBy } = panel
  if (!commissionedBy || isJointlyCommissioned(panel)) return
  yield at(commissionedBy, [], oneSided, { code: 'joint', severity: 'warning' })
}

function outsider(name: string) {
  return { name, body: '某大学', pool: '自治区专家库' }
}

function panelOf(panel: Panel) {
  const objection: Objection = { id: 'B1', by: 'o1', stillObjectedOn: '2025-04-30', panel }
  return inAppraisal((appraisal) => {
    appraisal.objections = [objection]
  })
}

const wrongNumber = (count: number, wanted: number) =>
  `第三方论证有 ${count} 名专家，应为 ${wanted} 名。${cite('panel')}：由 ${wanted} 名非原鉴定机构专家论证；请重新组织论证。`

const notOutside = (name: string) =>
  `论证专家${name}属于原鉴定机构或者原专家组。${cite('panel')}：应为非原鉴定机构专家；请更换后重新论证。`

const noPool = (name: string) =>
  `论证专家${name}没有写明所在的专家库。${cite('panel')}：从地市级以上评估专家库中选取；请填写「所属专家库」。`

const oneSided = `第三方论证不是双方共同委托。${cite('panel')}：双方仍有异议的可共同委托；请核对「论证委托方」。`
