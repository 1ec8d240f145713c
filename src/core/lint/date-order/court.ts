import { earliest, latest } from '../../calendar/dates.ts'
import { clueOn, failedOn } from '../../facts/queries.ts'
import { bindingOn } from '../../stages/binding.ts'
import { inOrder, since, stepsOf } from './define.ts'

const SIGNED = 'agreements.agreements[].signedOn'
const INITIATED = 'investigation.initiation.initiatedOn'
const BINDING = '协议签订或者裁判生效的日期'

/** Confirmation, suit and appeal, payment order, enforcement; limitation, preservation and transfer beside them. */
export const courtOrder = [
  inOrder(
    SIGNED,
    'court.confirmations[].appliedOn',
    'confirmation',
    ({ id }, { agreement }) => id === agreement,
  ),
  inOrder(
    SIGNED,
    'court.confirmations[].ruledOn',
    'confirmation',
    ({ id }, { agreement }) => id === agreement,
  ),
  ...stepsOf(
    'court.confirmations[]',
    'appliedOn',
    ['acceptedOn', 'confirmation'],
    ['announcedOn', 'confirmation-review'],
  ),
  inOrder('court.confirmations[].appliedOn', 'court.confirmations[].ruledOn', 'confirmation'),
  inOrder('court.confirmations[].acceptedOn', 'court.confirmations[].ruledOn', 'confirmation'),
  inOrder('court.confirmations[].announcedOn', 'court.confirmations[].ruledOn', 'confirmation-review'),
  since('磋商不成或者签订协议的日期', 'court.suits[].filedOn', 'suit', ({ obligors }, { facts }) =>
    latest(
      ...obligors.map((obligor) => {
        const agreed = facts.agreements.filter((each) => each.obligors.includes(obligor))
        const failed = facts.rounds.map((round) => failedOn(round, obligor))
        return earliest(...agreed.map(({ signedOn }) => signedOn), ...failed)
      }),
    ),
  ),
  ...stepsOf(
    'court.suits[]',
    'filedOn',
    ['acceptedOn', 'suit'],
    ['judgedOn', 'suit'],
    ['effectiveOn', 'enforcement'],
  ),
  inOrder('court.suits[].judgedOn', 'court.suits[].appeal.on', 'appeal'),
  inOrder('court.suits[].appeal.on', 'court.suits[].appeal.judgedOn', 'appeal'),
  inOrder('court.suits[].appeal.judgedOn', 'court.suits[].effectiveOn', 'court-procedure'),
  inOrder('court.suits[].filedOn', 'court.suits[].remanded[].judgedOn', 'suit'),
  inOrder('court.suits[].remanded[].judgedOn', 'court.suits[].remanded[].appeal.on', 'appeal'),
  inOrder('court.suits[].remanded[].appeal.on', 'court.suits[].remanded[].appeal.judgedOn', 'appeal'),
  inOrder('court.suits[].remanded[].appeal.judgedOn', 'court.suits[].judgedOn', 'court-procedure'),
  inOrder(
    SIGNED,
    'court.paymentOrders[].appliedOn',
    'breach-suit',
    ({ id }, { agreement }) => id === agreement,
  ),
  ...stepsOf(
    'court.paymentOrders[]',
    'appliedOn',
    ['issuedOn', 'payment-order'],
    ['effectiveOn', 'payment-order'],
  ),
  since(BINDING, 'court.demands[].on', 'enforcement', ({ reference }, { facts }) =>
    bindingOn(facts, reference),
  ),
  inOrder('court.demands[].on', 'court.demands[].performBy', 'enforcement'),
  since(BINDING, 'court.enforcements[].appliedOn', 'enforcement', ({ reference }, { facts }) =>
    reference === undefined ? undefined : bindingOn(facts, reference),
  ),
  ...stepsOf(
    'court.enforcements[]',
    'appliedOn',
    ['acceptedOn', 'enforcement'],
    ['concludedOn', 'enforcement'],
  ),
  inOrder('court.enforcements[].appliedOn', 'court.enforcements[].dishonestListedOn', 'dishonest-list'),
  inOrder('case.damage.knownOn', 'court.limitationInterruptions[].on', 'limitation'),
  inOrder(
    'case.obligors[].identifiedOn',
    'court.limitationInterruptions[].on',
    'limitation',
    ({ id }, { obligor }) => id === obligor,
  ),
  inOrder(INITIATED, 'court.preservations[].appliedOn', 'initiation'),
  inOrder('court.preservations[].appliedOn', 'court.preservations[].grantedOn', 'preservation'),
  since('发现或者接到线索的日期', 'court.transfers[].transferredOn', 'crime-transfer', (_, { facts }) =>
    clueOn(facts),
  ),
]
