import { evidenceBy } from '../facts/by-day.ts'
import { claimantUnits } from '../facts/claimants.ts'
import type { Evidence } from '../facts/documents.ts'
import { labelAt } from '../schema/choices.ts'
import type { CaseView } from '../view.ts'
import { collectFields, defineForm, type FilledForm, type Need } from './define.ts'
import { dateOrBlank, inClauses, joinedNames } from './fields.ts'
import { type CourtFiling, courtFilingsOf } from './filing.ts'

/** 证据目录: of the evidence handed in with one filing (`S1`, `F1`), in the order of the record. */
export const evidenceList = defineForm({
  id: 'evidence-list',
  phase: 'court',
  signing: /^提交人（盖章）/,
  datedOn: (facts, subject) => courtFilingsOf(facts).find((each) => each.subject === subject)?.on,
  byHand: ['提交日期'],
  subjects: ({ facts }) => (facts.evidence.length ? courtFilingsOf(facts).map(({ subject }) => subject) : []),
  fill: (view, subject, now) => {
    const collector = collectFields()
    const { facts } = view
    const filing = courtFilingsOf(facts).find((each) => each.subject === subject)
    collector.need('证据', facts.evidence[0]?.title, 'evidence.evidence', 'add-evidence')
    const fields = {
      案件名称: facts.case.title,
      提交事项: filing?.matter ?? '',
      人民法院: collector.need(
        '人民法院',
        filing?.court,
        filing ? `${filing.path}.court` : 'court',
        filing?.action ?? 'sue',
      ),
      证据: { rows: rows(view, filing) },
      提交人: joinedNames(claimantUnits(facts)),
      提交日期: dateOrBlank(filing?.on),
    }
    return { ...collector.filled(fields), ...(filing?.on && undatedEvidence(view, now)) }
  },
})

/** The evidence without a day: what the list holds of it, and what it leaves out since it seems to have come later. */
function undatedEvidence({ facts }: CaseView, now: CaseView): Pick<FilledForm, 'undated'> {
  const undated = now.facts.evidence.filter(({ collectedOn }) => collectedOn === undefined)
  const listed = new Set(facts.evidence.map(({ id }) => id))
  const needOf = ({ id, title }: Evidence): Need => ({
    field: `${id} ${title}`,
    path: `evidence.evidence[${id}].collectedOn`,
    action: 'add-evidence',
  })
  if (!undated.length) return {}
  return {
    undated: {
      listed: undated.filter(({ id }) => listed.has(id)).map(needOf),
      leftOut: undated.filter(({ id }) => !listed.has(id)).map(needOf),
    },
  }
}

/** The evidence that was there on the day of the filing; what came later belongs to a later list. */
function rows({ facts }: CaseView, filing: CourtFiling | undefined): Record<string, string>[] {
  return evidenceBy(facts, filing?.on).map(
    ({ title, kind, source, collectedOn, collectedBy, proves, pages }, index) => ({
      序号: String(index + 1),
      名称: title,
      种类: kind ? labelAt('evidence', ['evidence', 0, 'kind'], kind) : '',
      来源: inClauses(source, collectedOn && dateOrBlank(collectedOn), joinedNames(collectedBy)),
      证明内容: proves ?? '',
      页数: pages === undefined ? '' : String(pages),
    }),
  )
}
