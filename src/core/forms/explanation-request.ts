import { objectionsIn } from '../facts/appraisals.ts'
import { unitOnPapers } from '../facts/claimants.ts'
import type { Facts } from '../facts/facts.ts'
import { obligorOf } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
import { basisOf } from './basis.ts'
import { collectFields, defineForm } from './define.ts'
import { asWritten, dateOrBlank } from './fields.ts'
import { appraiserName } from './findings.ts'
import { letterFields, periodInWords } from './letter.ts'

/** 书面解释说明要求函: to the appraisal body, one for each objection (`A1/B1`). */
export const explanationRequest = defineForm({
  id: 'explanation-request',
  phase: 'appraisals',
  signing: 'office',
  numberedBy: { step: 'explain-appraisal', key: 'explanationRequestNumber' },
  datedOn: (facts, subject) => raisedIn(facts, subject)?.objection.explanationRequestedOn,
  subjects: ({ facts }) =>
    objectionsIn(facts).map(({ appraisal, objection }) => `${appraisal.id}/${objection.id}`),
  fill: (view, subject) => {
    const collector = collectFields()
    const { need } = collector
    const { facts, regulation } = view
    const raised = raisedIn(facts, subject)
    const [id = '', which = ''] = (subject ?? '').split('/')
    const path = `appraisals.appraisals[${id}]`
    const { appraisal, objection } = raised ?? {}
    const body = appraisal && appraiserName(appraisal)
    const report = appraisal ? regulation.label('appraisalKinds', appraisal.kind) : ''
    const matter = need('异议内容', objection?.matter, `${path}.objections[${which}].matter`, 'object')
    const raisedOn = dateOrBlank(objection?.raisedOn)
    const fields = {
      ...letterFields(view, objection?.explanationRequestedOn, objection?.explanationRequestNumber),
      收文机关: need('收文机关', body, `${path}.body.name`, 'commission-appraisal'),
      鉴定评估: `${report}${appraisal?.reportNumber ? `（${appraisal.reportNumber}）` : ''}`,
      异议人: objector(view, objection?.by),
      异议日期: need('异议日期', raisedOn, `${path}.objections[${which}].raisedOn`, 'object'),
      异议内容: { paragraphs: asWritten(matter) },
      依据: basisOf(view, { local: 'appraisal-explanation', otherwise: '案件办理需要' }, collector),
      解释期限: periodInWords(view, 'appraisal-explanation') || '规定期限',
    }
    return collector.filled(fields)
  },
})

function raisedIn(facts: Facts, subject: string | null) {
  return objectionsIn(facts).find((each) => `${each.appraisal.id}/${each.objection.id}` === subject)
}

/** Either side may object: an obligor by its name, else the office itself. */
function objector({ facts }: CaseView, by: string | undefined): string {
  const obligor = by === undefined ? undefined : obligorOf(facts, by)
  return obligor ? `赔偿义务人${obligor.name}` : unitOnPapers(facts.case.jurisdiction)
}
