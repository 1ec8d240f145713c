import type { Appraisal } from '../facts/documents.ts'
import { ordinal } from './amounts.ts'
import { basisOf } from './basis.ts'
import { commissionerFields } from './commissioners.ts'
import { collectFields, defineForm } from './define.ts'
import {
  asSentence,
  blankLine,
  damageDays,
  inClauses,
  joinedNames,
  labelled,
  presentParts,
} from './fields.ts'
import { accountOf, estimateOf, evidenceTitles, letterFields } from './letter.ts'

/** 专家意见委托书: to the experts of a simple case, one for each opinion that the office commissions (`A1`). */
export const expertCommission = defineForm({
  id: 'expert-commission',
  phase: 'appraisals',
  signing: 'office',
  datedOn: ({ appraisals }, subject) => appraisals.find(({ id }) => id === subject)?.commissionedOn,
  numberOf: ({ appraisals }, subject) => appraisals.find(({ id }) => id === subject)?.commissionNumber,
  subjects: ({ facts }) => facts.appraisals.filter(isExpertOpinion).map(({ id }) => id),
  fill: (view, subject) => {
    const collector = collectFields()
    const { need } = collector
    const { facts, regulation } = view
    const appraisal = facts.appraisals.find(({ id }) => id === subject)
    const experts = appraisal?.experts ?? []
    const path = `appraisals.appraisals[${subject ?? ''}].experts`
    const names = need('收文机关', joinedNames(experts.map(({ name }) => name)), path, 'commission-appraisal')
    const { damage } = facts.case
    const fields = {
      ...letterFields(view, appraisal?.commissionedOn, appraisal?.commissionNumber),
      收文机关: names,
      ...commissionerFields(view, appraisal),
      依据: basisOf(
        view,
        { local: 'experts', national: ['national-appraisal'], otherwise: '案件办理需要' },
        collector,
      ),
      受托专家: {
        paragraphs: names
          ? experts.map(({ name, body, pool }) => asSentence(inClauses(name, body, pool && `选自${pool}`)))
          : [blankLine],
      },
      案情: {
        paragraphs: presentParts(
          accountOf(view, '案情', collector),
          labelled('损害地点', damage.location),
          labelled('损害发生时间', damageDays(damage)),
          estimateOf(view),
        ),
      },
      委托事项: {
        paragraphs: regulation
          .list('appraisalContents')
          .map(({ label }, index) => `（${ordinal(index)}）${asSentence(label)}`),
      },
      送交材料: asSentence(evidenceTitles(view, appraisal?.materials)) || '以移交清单为准。',
    }
    return collector.filled(fields)
  },
})

/** Whether the office commissions it, alone or with obligors, and not the police. */
function isExpertOpinion({ kind, commissionedBy }: Appraisal): boolean {
  return kind === 'expert-opinion' && (commissionedBy?.includes('obligee') ?? true)
}
