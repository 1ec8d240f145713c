import type { Appraisal } from '../facts/documents.ts'
import type { CaseView } from '../view.ts'
import { ordinal } from './amounts.ts'
import { basisOf } from './basis.ts'
import { commissionerFields } from './commissioners.ts'
import { collectFields, defineForm } from './define.ts'
import { asSentence, damageDays, labelled, presentParts } from './fields.ts'
import { appraiserName } from './findings.ts'
import { accountOf, evidenceTitles, letterFields } from './letter.ts'

/** 鉴定评估委托书: one for each appraisal that the office commissions, alone or with obligors (`A1`). */
export const appraisalCommission = defineForm({
  id: 'appraisal-commission',
  phase: 'appraisals',
  signing: 'office',
  datedOn: ({ appraisals }, subject) => appraisals.find(({ id }) => id === subject)?.commissionedOn,
  subjects: ({ facts }) => facts.appraisals.filter(isCommissioned).map(({ id }) => id),
  fill: (view, subject) => {
    const collector = collectFields()
    const { need } = collector
    const { facts } = view
    const appraisal = facts.appraisals.find(({ id }) => id === subject)
    const by = appraisal && appraiserName(appraisal)
    const path = `appraisals.appraisals[${subject ?? ''}].body.name`
    const { damage } = facts.case
    const fields = {
      ...letterFields(view, appraisal?.commissionedOn, appraisal?.commissionNumber),
      收文机关: need('收文机关', by, path, 'commission-appraisal'),
      ...commissionerFields(view, appraisal),
      受托方: appraisal?.body || !appraisal?.experts?.length ? '你单位' : '你们',
      依据: basisOf(
        view,
        { local: 'appraisal', national: ['national-appraisal'], otherwise: '案件办理需要' },
        collector,
      ),
      案情: {
        paragraphs: presentParts(
          accountOf(view, '案情', collector),
          labelled('损害地点', damage.location),
          labelled('损害发生时间', damageDays(damage)),
        ),
      },
      委托事项: { paragraphs: questions(view) },
      送鉴材料: asSentence(evidenceTitles(view, appraisal?.materials)) || '以移交清单为准。',
    }
    return collector.filled(fields)
  },
})

/**
 * Whether the office commissions it, and not the police alone; nobody is commissioned with a determination from
 * documents, and experts who give their opinion have a letter of their own.
 */
function isCommissioned({ kind, commissionedBy, body, experts }: Appraisal): boolean {
  const own = commissionedBy?.includes('obligee') ?? true
  return (
    own &&
    kind !== 'expert-opinion' &&
    (kind !== 'comprehensive-determination' || Boolean(body ?? experts?.length))
  )
}

/** The questions that an appraisal answers. */
function questions({ regulation }: CaseView): string[] {
  return regulation
    .list('appraisalContents')
    .map(({ label }, index) => `（${ordinal(index)}）${asSentence(label)}`)
}
