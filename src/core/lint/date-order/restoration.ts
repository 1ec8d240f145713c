import { earliest, firstOfMonth } from '../../calendar/dates.ts'
import type { RestorationProject } from '../../facts/documents.ts'
import { clueOn } from '../../facts/queries.ts'
import { lastDayOf } from '../../facts/restoration.ts'
import { datesInOrder, INITIATED, since, stepsInOrder } from './define.ts'

const EVALUATED = '评估报告或者验收的日期'

/** Restoration and its evaluation, until the papers are filed. */
export const restorationOrder = [
  datesInOrder(INITIATED, 'restoration.preAgreement.damageConfirmedOn', 'pre-agreement-restoration'),
  datesInOrder(
    'restoration.preAgreement.damageConfirmedOn',
    'restoration.preAgreement.consentedOn',
    'pre-agreement-restoration',
  ),
  datesInOrder(
    'restoration.preAgreement.requestedOn',
    'restoration.preAgreement.consentedOn',
    'pre-agreement-restoration',
  ),
  datesInOrder(
    'court.suits[].judgedOn',
    'restoration.projects[].startedOn',
    'restoration',
    // Work under a judgment that was set aside since may have begun before the new one.
    ({ id, remanded = [] }, { suit }) => id === suit && remanded.length === 0,
  ),
  datesInOrder('restoration.projects[].startedOn', 'restoration.projects[].completedOn', 'restoration'),
  datesInOrder(
    'restoration.projects[].startedOn',
    'restoration.projects[].inspections[].on',
    'restoration-supervision',
  ),
  datesInOrder(
    'restoration.projects[].startedOn',
    'restoration.projects[].evaluations[].reportedOn',
    'evaluation',
  ),
  // An evaluation may find that the goal is missed: then the work goes on, and is complete again after it.
  datesInOrder(
    'restoration.projects[].completedOn',
    'restoration.projects[].evaluations[].reportedOn',
    'evaluation',
    ({ evaluations }, evaluation) => evaluations?.at(-1) === evaluation && evaluation.passed !== false,
  ),
  datesInOrder(
    'restoration.projects[].startedOn',
    'restoration.projects[].evaluations[].exemption.decidedOn',
    'evaluation-exemption',
  ),
  ...stepsInOrder(
    'restoration.projects[].evaluations[]',
    'reportedOn',
    ['submittedOn', 'evaluation'],
    ['acceptedOn', 'restoration-acceptance'],
  ),
  since(EVALUATED, 'restoration.projects[].filedOn', 'evaluation-filing', lastEvaluationDay),
  since(EVALUATED, 'restoration.projects[].sentToCourtOn', 'court-report', lastEvaluationDay),
]

function lastEvaluationDay({ evaluations }: Partial<RestorationProject>) {
  const last = evaluations?.at(-1)
  return last && lastDayOf(last)
}

/** Supervision of major cases, publication, and notices of prompt performance. */
export const supervisionOrder = [
  since('发现或者接到线索的日期', 'supervision.major.markedOn', 'major-cases', (_, { facts }) =>
    clueOn(facts),
  ),
  datesInOrder(INITIATED, 'supervision.major.reports[].on', 'major-report'),
  datesInOrder(INITIATED, 'supervision.major.tasksCompletedOn', 'supervision-tasks'),
  since('所报告月份的第一日', 'supervision.monthlyReports[].reportedOn', 'monthly-report', ({ month }) =>
    month === undefined ? undefined : firstOfMonth(month),
  ),
  datesInOrder(
    'supervision.major.dueOn',
    'supervision.overdueExplanations[].explainedOn',
    'overdue-explanation',
    // The day of the explanation must follow the day that was missed, not the new one.
    ({ dueOn }, { newDueOn }) => dueOn !== newDueOn,
  ),
  since('该事项发生的日期', 'supervision.disclosures[].publishedOn', 'disclosure', (published, view) => {
    const { matter, subject } = published
    // How money is used may be published before the last payment.
    if (matter === 'funds') return undefined
    // What was published of a judgment stays so, though the suit was tried again since.
    const former = view.facts.court.suits.find(({ id }) => matter === 'judgment' && id === subject)?.remanded
    if (former?.length) return earliest(...former.map(({ judgedOn }) => judgedOn))
    const address = subject === undefined ? matter : `${matter}/${subject}`
    const duty = view.deadlines.find((each) => each.deadline === 'disclosure' && each.subject === address)
    return duty?.start ?? view.facts.investigation?.initiation?.initiatedOn
  }),
  since('协议签订日期', 'supervision.leniencyNotices[].on', 'leniency', ({ obligor }, { facts }) =>
    // A later amendment of the agreement does not make the notice wrong.
    earliest(
      ...facts.agreements
        .filter(({ obligors }) => obligors.some((each) => each === obligor))
        .map(({ signedOn }) => signedOn),
    ),
  ),
]
