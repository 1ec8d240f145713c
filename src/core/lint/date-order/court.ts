import { earliest, latest } from '../../calendar/dates.ts'
import { clueOn, failedOn } from '../../facts/queries.ts'
import { bindingOn } from '../../stages/binding.ts'
import { datesInOrder, INITIATED, since, stepsInOrder } from './define.ts'

const SIGNED = 'agreements.agreements[].signedOn'
const BINDING = '协议签订或者裁判生效的日期'

/** Bankruptcy: opened, claimed, distributed, over; and who takes over what was owed by one that ended. */
export const bankruptcyOrder = [
  datesInOrder('case.obligors[].endedOn', 'case.obligors[].successor.since', 'succession'),
  datesInOrder(
    'case.obligors[].bankruptcy.openedOn',
    'case.obligors[].bankruptcy.claimBy',
    'bankruptcy-claim',
  ),
  datesInOrder(
    'case.obligors[].bankruptcy.openedOn',
    'case.obligors[].bankruptcy.claimedOn',
    'bankruptcy-claim',
  ),
  datesInOrder(
    'case.obligors[].bankruptcy.claimedOn',
    'case.obligors[].bankruptcy.distributions[].on',
    'bankruptcy-claim',
  ),
  datesInOrder(
    'case.obligors[].bankruptcy.openedOn',
    'case.obligors[].bankruptcy.endedOn',
    'bankruptcy-rest',
  ),
]

/** Confirmation, suit and appeal, payment order, enforcement; also limitation, preservation and transfer. */
export const courtOrder = [
  datesInOrder(
    SIGNED,
    'court.confirmations[].appliedOn',
    'confirmation',
    ({ id }, { agreement }) => id === agreement,
  ),
  datesInOrder(
    SIGNED,
    'court.confirmations[].ruledOn',
    'confirmation',
    ({ id }, { agreement }) => id === agreement,
  ),
  ...stepsInOrder(
    'court.confirmations[]',
    'appliedOn',
    ['acceptedOn', 'confirmation'],
    ['announcedOn', 'confirmation-review'],
  ),
  datesInOrder('court.confirmations[].appliedOn', 'court.confirmations[].ruledOn', 'confirmation'),
  datesInOrder('court.confirmations[].acceptedOn', 'court.confirmations[].ruledOn', 'confirmation'),
  datesInOrder('court.confirmations[].announcedOn', 'court.confirmations[].ruledOn', 'confirmation-review'),
  since('磋商不成或者签订协议的日期', 'court.suits[].filedOn', 'suit', ({ obligors }, { facts }) =>
    latest(
      ...obligors.map((obligor) => {
        const agreed = facts.agreements.filter((each) => each.obligors.includes(obligor))
        const failed = facts.rounds.map((round) => failedOn(round, obligor))
        return earliest(...agreed.map(({ signedOn }) => signedOn), ...failed)
      }),
    ),
  ),
  ...stepsInOrder(
    'court.suits[]',
    'filedOn',
    ['acceptedOn', 'suit'],
    ['judgedOn', 'suit'],
    ['effectiveOn', 'enforcement'],
  ),
  datesInOrder('court.suits[].judgedOn', 'court.suits[].appeal.on', 'appeal'),
  datesInOrder('court.suits[].appeal.on', 'court.suits[].appeal.judgedOn', 'appeal'),
  datesInOrder('court.suits[].appeal.judgedOn', 'court.suits[].effectiveOn', 'court-procedure'),
  datesInOrder('court.suits[].filedOn', 'court.suits[].remanded[].judgedOn', 'suit'),
  datesInOrder('court.suits[].remanded[].judgedOn', 'court.suits[].remanded[].appeal.on', 'appeal'),
  datesInOrder('court.suits[].remanded[].appeal.on', 'court.suits[].remanded[].appeal.judgedOn', 'appeal'),
  datesInOrder('court.suits[].remanded[].appeal.judgedOn', 'court.suits[].judgedOn', 'court-procedure'),
  datesInOrder('court.suits[].remanded[].retrial.ruledOn', 'court.suits[].judgedOn', 'retrial'),
  datesInOrder('court.suits[].judgedOn', 'court.suits[].otherAppeals[].on', 'appeal'),
  datesInOrder(
    SIGNED,
    'court.paymentOrders[].appliedOn',
    'breach-suit',
    ({ id }, { agreement }) => id === agreement,
  ),
  ...stepsInOrder(
    'court.paymentOrders[]',
    'appliedOn',
    ['issuedOn', 'payment-order'],
    ['effectiveOn', 'payment-order'],
  ),
  since(BINDING, 'court.demands[].on', 'enforcement', ({ reference }, { facts }) =>
    reference === undefined ? undefined : bindingOn(facts, reference),
  ),
  datesInOrder('court.demands[].on', 'court.demands[].performBy', 'enforcement'),
  since(BINDING, 'court.enforcements[].appliedOn', 'enforcement', ({ reference }, { facts }) =>
    reference === undefined ? undefined : bindingOn(facts, reference),
  ),
  ...stepsInOrder(
    'court.enforcements[]',
    'appliedOn',
    ['acceptedOn', 'enforcement'],
    ['concludedOn', 'enforcement'],
  ),
  datesInOrder('court.enforcements[].appliedOn', 'court.enforcements[].dishonestListedOn', 'dishonest-list'),
  datesInOrder('case.damage.knownOn', 'court.limitationInterruptions[].on', 'limitation'),
  datesInOrder(
    'case.obligors[].identifiedOn',
    'court.limitationInterruptions[].on',
    'limitation',
    ({ id }, { obligor }) => id === obligor,
  ),
  datesInOrder(INITIATED, 'court.preservations[].appliedOn', 'initiation'),
  datesInOrder('court.preservations[].appliedOn', 'court.preservations[].grantedOn', 'preservation'),
  since('发现或者接到线索的日期', 'court.transfers[].transferredOn', 'crime-transfer', (_, { facts }) =>
    clueOn(facts),
  ),
]
