import { basisOf } from './basis.ts'
import { collectFields, defineForm } from './define.ts'
import { asWritten, dateOrBlank } from './fields.ts'
import { letterFields } from './letter.ts'

/** 逾期未办结情况说明: once the day set for a supervised case has passed; one a case. */
export const overdueExplanation = defineForm({
  id: 'overdue-explanation',
  phase: 'supervision',
  signing: 'office',
  numberedBy: { step: 'explain-overdue', key: 'document' },
  datedOn: ({ supervision }) => supervision.overdueExplanations.at(-1)?.explainedOn,
  subjects: ({ facts, deadlines }) =>
    facts.supervision.overdueExplanations.length ||
    deadlines.some(({ deadline }) => deadline === 'overdue-explanation')
      ? [null]
      : [],
  fill: (view) => {
    const collector = collectFields()
    const { need } = collector
    const { major, overdueExplanations } = view.facts.supervision
    const explanation = overdueExplanations.at(-1)
    const path = 'supervision.overdueExplanations'
    const reason = need('逾期原因', explanation?.reason, `${path}[0].reason`, 'explain-overdue')
    const to = explanation?.to ?? major?.supervisingUnit
    const newDueOn = explanation?.newDueOn
    const fields = {
      ...letterFields(view, explanation?.explainedOn, explanation?.document),
      收文机关: need('收文机关', to, 'supervision.major.supervisingUnit', 'mark-major'),
      依据: basisOf(view, { local: 'overdue-explanation', otherwise: '督办要求' }, collector),
      办结期限: need('办结期限', dateOrBlank(major?.dueOn), 'supervision.major.dueOn', 'mark-major'),
      逾期原因: { paragraphs: asWritten(reason) },
      后续安排: newDueOn
        ? `我单位将加快办理，预计于${dateOrBlank(newDueOn)}前办结。`
        : '我单位将加快办理，办结后及时报告。',
    }
    return collector.filled(fields)
  },
})
