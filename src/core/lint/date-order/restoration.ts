import { earliest, firstOfMonth, latest } from '../../calendar/dates.ts'
import type { RestorationProject } from '../../facts/documents.ts'
import { clueOn } from '../../facts/queries.ts'
import { inOrder, since, stepsOf } from './define.ts'

const INITIATED = 'investigation.initiation.initiatedOn'
const EVALUATED = '评估报告或者验收的日期'

/** Restoration and its evaluation, until the papers are filed. */
export const restorationOrder = [
  inOrder(INITIATED, 'restoration.preAgreement.damageConfirmedOn', 'pre-agreement-restoration'),
  inOrder(
    'restoration.preAgreement.damageConfirmedOn',
    'restoration.preAgreement.consentedOn',
    'pre-agreement-restoration',
  ),
  inOrder(
    'restoration.preAgreement.requestedOn',
    'restoration.preAgreement.consentedOn',
    'pre-agreement-restoration',
  ),
  inOrder(
    'court.suits[].judgedOn',
    'restoration.projects[].startedOn',
    'restoration',
    ({ id }, { suit }) => id === suit,
  ),
  inOrder('restoration.projects[].startedOn', 'restoration.projects[].completedOn', 'restoration'),
  inOrder(
    'restoration.projects[].startedOn',
    'restoration.projects[].inspections[].on',
    'restoration-supervision',
  ),
  inOrder(
    'restoration.projects[].startedOn',
    'restoration.projects[].evaluations[].reportedOn',
    'evaluation',
  ),
  // Before an evaluation that found the goal missed, the work was complete for the first time; it went on after it.
  inOrder(
    'restoration.projects[].completedOn',
    'restoration.projects[].evaluations[].reportedOn',
    'evaluation',
    ({ evaluations }, evaluation) => evaluations?.at(-1) === evaluation && evaluation.passed !== false,
  ),
  inOrder(
    'restoration.projects[].startedOn',
    'restoration.projects[].evaluations[].exemption.decidedOn',
    'evaluation-exemption',
  ),
  ...stepsOf(
    'restoration.projects[].evaluations[]',
    'reportedOn',
    ['submittedOn', 'evaluation'],
    ['acceptedOn', 'restoration-acceptance'],
  ),
  since(EVALUATED, 'restoration.projects[].filedOn', 'evaluation-filing', evaluatedOn),
  since(EVALUATED, 'restoration.projects[].sentToCourtOn', 'court-report', evaluatedOn),
]

function evaluatedOn({ evaluations }: RestorationProject) {
  const { reportedOn, submittedOn, acceptedOn } = evaluations?.at(-1) ?? {}
  return latest(reportedOn, submittedOn, acceptedOn)
}

/** Supervision of major cases, publication, and notices of prompt performance. */
export const supervisionOrder = [
  since('发现或者接到线索的日期', 'supervision.major.markedOn', 'major-cases', (_, { facts }) =>
    clueOn(facts),
  ),
  inOrder(INITIATED, 'supervision.major.reports[].on', 'major-report'),
  inOrder(INITIATED, 'supervision.major.tasksCompletedOn', 'supervision-tasks'),
  since('所报告月份的第一日', 'supervision.monthlyReports[].reportedOn', 'monthly-report', ({ month }) =>
    firstOfMonth(month),
  ),
  inOrder(
    'supervision.major.dueOn',
    'supervision.overdueExplanations[].explainedOn',
    'overdue-explanation',
    // The day of the explanation is held to the day that had passed, not to the new one.
    ({ dueOn }, { newDueOn }) => dueOn !== newDueOn,
  ),
  since('该事项发生的日期', 'supervision.disclosures[].publishedOn', 'disclosure', (published, view) => {
    const { matter, subject } = published
    // A publication of money in use may well come before the last payment.
    if (matter === 'funds') return undefined
    const address = subject === undefined ? matter : `${matter}/${subject}`
    const duty = view.deadlines.find((each) => each.deadline === 'disclosure' && each.subject === address)
    return duty?.start ?? view.facts.investigation?.initiation?.initiatedOn
  }),
  since('协议签订日期', 'supervision.leniencyNotices[].on', 'leniency', ({ obligor }, { facts }) =>
    // The notice stays true when the agreement is amended later.
    earliest(
      ...facts.agreements
        .filter(({ obligors }) => obligors.includes(obligor))
        .map(({ signedOn }) => signedOn),
    ),
  ),
]
