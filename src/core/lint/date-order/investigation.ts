import { earliest, latest } from '../../calendar/dates.ts'
import { isFromPolice } from '../../facts/appraisals.ts'
import type { ObligorAmendment } from '../../facts/documents.ts'
import { clueOn } from '../../facts/queries.ts'
import { appraisalsAboveLimit } from '../../stages/simple-case.ts'
import { inOrder, since, stepsOf } from './define.ts'

const INITIATED = 'investigation.initiation.initiatedOn'
const CLUE = '发现或者接到线索的日期'

/** From the damage to the conclusion of the investigation, and the end of the case. */
export const investigationOrder = [
  inOrder('case.damage.occurredFrom', 'case.damage.occurredTo', 'damage-meaning'),
  inOrder('case.damage.occurredFrom', 'case.damage.discoveredOn', 'damage-meaning'),
  inOrder('case.damage.occurredFrom', 'case.damage.knownOn', 'limitation'),
  inOrder('case.damage.occurredFrom', 'case.obligors[].identifiedOn', 'investigation'),
  inOrder('case.clue.reporter.reportedOn', 'case.clue.reporter.answeredOn', 'reporter-answer'),
  since(CLUE, 'case.clue.reporter.answeredOn', 'reporter-answer', ({ reportedOn }, { facts }) =>
    reportedOn ? undefined : clueOn(facts),
  ),
  since(CLUE, 'screening.checkedOn', 'screening', (_, { facts }) => clueOn(facts)),
  since(CLUE, INITIATED, 'initiation', (_, { facts }) => (facts.screening ? undefined : clueOn(facts))),
  inOrder('screening.checkedOn', 'screening.notInitiate.decidedOn', 'not-initiate'),
  inOrder('screening.checkedOn', INITIATED, 'initiation'),
  inOrder(INITIATED, 'investigation.process.activities[].on', 'investigation'),
  inOrder(INITIATED, 'investigation.extension.approvedOn', 'investigation-extension'),
  inOrder(INITIATED, 'investigation.conclusion.concludedOn', 'investigation-conclusion'),
  inOrder(INITIATED, 'case.simpleCase.determinedOn', 'simple-case'),
  since('收到鉴定评估的日期', 'case.simpleCase.reviewedOn', 'simple-case', (_, view) =>
    // One that is received after the review is no reason to find the review too early.
    earliest(...appraisalsAboveLimit(view).map(({ appraisal }) => appraisal.receivedOn)),
  ),
  inOrder(
    'case.obligors[].identifiedOn',
    'case.obligorAmendments[].on',
    'investigation',
    ({ id }, amendment, { facts }) => {
      const own = (facts.case.obligorAmendments ?? []).filter(({ obligors }) => obligors.includes(id))
      // Who is put on the list again has been identified anew.
      return amendment.kind === 'withdrawn' && own.filter(isChangeOfList).at(-1) === amendment
    },
  ),
  since('增加该义务人的日期', 'case.obligorAmendments[].on', 'investigation', (amendment, { facts }) => {
    const all = facts.case.obligorAmendments ?? []
    const added = all
      .slice(0, all.indexOf(amendment))
      .filter(
        ({ kind, obligors }) => kind === 'added' && obligors.some((id) => amendment.obligors.includes(id)),
      )
    return amendment.kind === 'withdrawn' ? latest(...added.map(({ on }) => on)) : undefined
  }),
  inOrder(INITIATED, 'closing.terminations[].decidedOn', 'termination'),
  inOrder(INITIATED, 'closing.closed.closedOn', 'one-case-one-file'),
  since(CLUE, 'closing.closed.closedOn', 'one-case-one-file', (_, { facts }) =>
    facts.investigation?.initiation ? undefined : clueOn(facts),
  ),
  inOrder('closing.closed.closedOn', 'closing.closed.archivedOn', 'one-case-one-file'),
]

function isChangeOfList({ kind }: ObligorAmendment): boolean {
  return kind !== 'corrected'
}

/** The appraisal, objections to it, the panel and the new appraisal. */
export const appraisalOrder = [
  // The police may have commissioned theirs in their own case.
  inOrder(
    INITIATED,
    'appraisals.appraisals[].commissionedOn',
    'appraisal',
    (_, { commissionedBy }) => !isFromPolice(commissionedBy ?? []),
  ),
  inOrder('appraisals.appraisals[].commissionedOn', 'appraisals.appraisals[].receivedOn', 'appraisal'),
  inOrder(
    'appraisals.appraisals[].receivedOn',
    'appraisals.appraisals[].objections[].raisedOn',
    'appraisal-objection',
  ),
  ...stepsOf(
    'appraisals.appraisals[].objections[]',
    'raisedOn',
    ['explanationRequestedOn', 'appraisal-explanation'],
    ['explainedOn', 'appraisal-explanation'],
    ['stillObjectedOn', 'appraisal-objection'],
  ),
  inOrder(
    'appraisals.appraisals[].objections[].raisedOn',
    'appraisals.appraisals[].objections[].panel.commissionedOn',
    'panel',
  ),
  inOrder(
    'appraisals.appraisals[].objections[].explainedOn',
    'appraisals.appraisals[].objections[].panel.commissionedOn',
    'panel',
  ),
  inOrder(
    'appraisals.appraisals[].objections[].stillObjectedOn',
    'appraisals.appraisals[].objections[].panel.commissionedOn',
    'panel',
  ),
  inOrder(
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
