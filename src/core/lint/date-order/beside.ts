import { datesInOrder, INITIATED, stepsInOrder } from './define.ts'

/**
 * Service and retrial of a judgment, the course of a preservation and of other proceedings, and what passes between the
 * office and the procuratorate.
 */
export const besideOrder = [
  datesInOrder('court.suits[].judgedOn', 'court.suits[].servedOn', 'appeal'),
  datesInOrder('court.suits[].judgedOn', 'court.suits[].services[].servedOn', 'appeal'),
  datesInOrder('court.suits[].servedOn', 'court.suits[].effectiveOn', 'appeal'),
  datesInOrder('court.suits[].remanded[].judgedOn', 'court.suits[].remanded[].servedOn', 'appeal'),
  datesInOrder('court.suits[].remanded[].judgedOn', 'court.suits[].remanded[].services[].servedOn', 'appeal'),
  datesInOrder('court.suits[].effectiveOn', 'court.suits[].retrial.appliedOn', 'retrial'),
  datesInOrder('court.suits[].retrial.appliedOn', 'court.suits[].retrial.ruledOn', 'retrial'),
  datesInOrder('court.preservations[].grantedOn', 'court.preservations[].takenOn', 'preservation'),
  datesInOrder('court.preservations[].grantedOn', 'court.preservations[].until', 'preservation'),
  datesInOrder('court.preservations[].takenOn', 'court.preservations[].until', 'preservation'),
  ...stepsInOrder(
    'court.preservations[]',
    'grantedOn',
    ['renewedOn', 'preservation'],
    ['liftedOn', 'preservation'],
  ),
  datesInOrder(
    'case.relatedProceedings[].on',
    'case.relatedProceedings[].progress[].on',
    'related-liability',
  ),
  datesInOrder(INITIATED, 'investigation.procuratorateInformed.on', 'procuratorate-informed'),
  datesInOrder(
    'case.procuratorate.suggestions[].receivedOn',
    'case.procuratorate.suggestions[].answeredOn',
    'procuratorial-suggestion',
  ),
  datesInOrder(
    'case.procuratorate.notices[].publishedOn',
    'case.procuratorate.notices[].claimBy',
    'procuratorate-notice',
  ),
  datesInOrder(
    'case.procuratorate.notices[].publishedOn',
    'case.procuratorate.notices[].answeredOn',
    'procuratorate-notice',
  ),
]
