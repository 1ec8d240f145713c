import { earliest, latest } from '../../calendar/dates.ts'
import { isFromPolice } from '../../facts/appraisals.ts'
import type { ObligorAmendment } from '../../facts/documents.ts'
import { clueOn } from '../../facts/queries.ts'
import type { HalfFilled } from '../../schema/half-filled.ts'
import { appraisalsAboveLimit } from '../../stages/simple-case.ts'
import { datesInOrder, INITIATED, since, stepsInOrder } from './define.ts'

const CLUE = '发现或者接到线索的日期'

/** From the damage to the conclusion of the investigation, and the end of the case. */
export const investigationOrder = [
  datesInOrder('case.damage.occurredFrom', 'case.damage.occurredTo', 'damage-meaning'),
  datesInOrder('case.damage.occurredFrom', 'case.damage.discoveredOn', 'damage-meaning'),
  datesInOrder('case.damage.occurredFrom', 'case.damage.knownOn', 'limitation'),
  datesInOrder('case.damage.occurredFrom', 'case.obligors[].identifiedOn', 'investigation'),
  datesInOrder('case.clue.reporter.reportedOn', 'case.clue.reporter.answeredOn', 'reporter-answer'),
  since(CLUE, 'case.clue.reporter.answeredOn', 'reporter-answer', ({ reportedOn }, { facts }) =>
    reportedOn ? undefined : clueOn(facts),
  ),
  since(CLUE, 'screening.checkedOn', 'screening', (_, { facts }) => clueOn(facts)),
  since(CLUE, INITIATED, 'initiation', (_, { facts }) => (facts.screening ? undefined : clueOn(facts))),
  datesInOrder('screening.checkedOn', 'screening.notInitiate.decidedOn', 'not-initiate'),
  datesInOrder('screening.checkedOn', INITIATED, 'initiation'),
  datesInOrder(INITIATED, 'investigation.process.activities[].on', 'investigation'),
  datesInOrder(INITIATED, 'investigation.extension.approvedOn', 'investigation-extension'),
  datesInOrder(INITIATED, 'investigation.conclusion.concludedOn', 'investigation-conclusion'),
  datesInOrder(INITIATED, 'case.simpleCase.determinedOn', 'simple-case'),
  since('收到鉴定评估的日期', 'case.simpleCase.reviewedOn', 'simple-case', (_, view) =>
    // An appraisal that is received after the review does not make the review too early.
    earliest(...appraisalsAboveLimit(view).map(({ appraisal }) => appraisal.receivedOn)),
  ),
  datesInOrder(
    'case.obligors[].identifiedOn',
    'case.obligorAmendments[].on',
    'investigation',
    ({ id }, amendment, { facts }) => {
      const own = (facts.case.obligorAmendments ?? []).filter(({ obligors }) =>
        obligors.some((each) => each === id),
      )
      // An obligor who is put on the list again has been identified again.
      return amendment.kind === 'withdrawn' && own.filter(isChangeOfList).at(-1) === amendment
    },
  ),
  since('增加该义务人的日期', 'case.obligorAmendments[].on', 'investigation', (amendment, { facts }) => {
    const all: readonly HalfFilled<ObligorAmendment>[] = facts.case.obligorAmendments ?? []
    const added = all
      .slice(0, all.indexOf(amendment))
      .filter(
        ({ kind, obligors }) => kind === 'added' && obligors.some((id) => amendment.obligors.includes(id)),
      )
    return amendment.kind === 'withdrawn' ? latest(...added.map(({ on }) => on)) : undefined
  }),
  datesInOrder(INITIATED, 'closing.terminations[].decidedOn', 'termination'),
  datesInOrder(INITIATED, 'closing.closed.closedOn', 'one-case-one-file'),
  since(CLUE, 'closing.closed.closedOn', 'one-case-one-file', (_, { facts }) =>
    facts.investigation?.initiation ? undefined : clueOn(facts),
  ),
  datesInOrder('closing.closed.closedOn', 'closing.closed.archivedOn', 'one-case-one-file'),
]

function isChangeOfList({ kind }: ObligorAmendment): boolean {
  return kind !== 'corrected'
}

/** The appraisal, objections to it, the panel and the new appraisal. */
export const appraisalOrder = [
  // The police may have commissioned their appraisal in their own case.
  datesInOrder(
    INITIATED,
    'appraisals.appraisals[].commissionedOn',
    'appraisal',
    (_, { commissionedBy }) => !isFromPolice(commissionedBy ?? []),
  ),
  datesInOrder('appraisals.appraisals[].commissionedOn', 'appraisals.appraisals[].receivedOn', 'appraisal'),
  datesInOrder(
    'appraisals.appraisals[].receivedOn',
    'appraisals.appraisals[].objections[].raisedOn',
    'appraisal-objection',
  ),
  ...stepsInOrder(
    'appraisals.appraisals[].objections[]',
    'raisedOn',
    ['explanationRequestedOn', 'appraisal-explanation'],
    ['explainedOn', 'appraisal-explanation'],
    ['stillObjectedOn', 'appraisal-objection'],
  ),
  datesInOrder(
    'appraisals.appraisals[].objections[].raisedOn',
    'appraisals.appraisals[].objections[].panel.commissionedOn',
    'panel',
  ),
  datesInOrder(
    'appraisals.appraisals[].objections[].explainedOn',
    'appraisals.appraisals[].objections[].panel.commissionedOn',
    'panel',
  ),
  datesInOrder(
    'appraisals.appraisals[].objections[].stillObjectedOn',
    'appraisals.appraisals[].objections[].panel.commissionedOn',
    'panel',
  ),
  datesInOrder(
    'appraisals.appraisals[].objections[].panel.commissionedOn',
    'appraisals.appraisals[].objections[].panel.opinionOn',
    'panel',
  ),
  since(
    '第三方论证意见的日期',
    'appraisals.appraisals[].commissionedOn',
    'panel',
    ({ reappraises }, { facts }) => {
      const objections = facts.appraisals.find(({ id }) => id === reappraises)?.objections ?? []
      return latest(...objections.map(({ panel }) => panel?.opinionOn))
    },
  ),
]
