import type { Agreement, Enforcement, Suit } from '../../src/core/facts/documents.ts'
import type { Facts } from '../../src/core/facts/facts.ts'
import { confirmationOf } from '../../src/core/facts/queries.ts'
import { undone } from '../../src/core/stages/undone.ts'
import type { CaseView } from '../../src/core/view.ts'
import type { Move } from './invariants.ts'

/** A sentence of the law, and whether the facts keep to it; read from the facts, not by the code of the actions. */
type Law = readonly [sentence: string, isKept: boolean]

/** What a step has broken, of the sentences that no sequence of actions may break. */
export function unlawful({ from, to, possible }: Move): string[] {
  const { view } = to
  return [
    ...beginning(view.facts),
    ...consultation(view),
    ...agreements(view),
    ...court(view.facts, possible.action.id),
    ...restoration(view.facts),
    ...ending(from.view, view),
  ].flatMap(([sentence, isKept]) => (isKept ? [] : [sentence]))
}

function beginning({ screening, investigation, closing, rounds, case: file }: Facts): Law[] {
  const { initiation, conclusion, extension } = investigation ?? {}
  const { jurisdiction } = file
  return [
    ['第十二条 no claim is initiated before the check', !initiation || screening !== undefined],
    [
      '第十四条 no claim is initiated once it was declined',
      !initiation || screening?.decision !== 'not-initiate',
    ],
    [
      '第七条 no county initiates without authorisation',
      !initiation ||
        jurisdiction.handlingUnitKind !== 'county-department' ||
        jurisdiction.countyAuthorization !== undefined,
    ],
    [
      '第十四条 a claim is terminated only once initiated',
      !closing.terminations.length || initiation !== undefined,
    ],
    ['第十三条 an extension belongs to an investigation', !extension || initiation !== undefined],
    [
      '第十三条、第十七条 consultation begins with a conclusion or a request',
      rounds.every(
        ({ notice, earlyRequest }) => !notice || conclusion !== undefined || earlyRequest !== undefined,
      ),
    ],
  ]
}

function consultation({ facts, regulation }: CaseView): Law[] {
  const most = regulation.count('meetings', undefined)
  const { simpleCase, damage } = facts.case
  const limit = Number(regulation.amount('simple-case', undefined))
  return facts.rounds.flatMap((round): Law[] => [
    [
      '第二十条 no further meeting without consent',
      most === undefined || (round.meetings ?? []).length <= most || round.moreMeetings !== undefined,
    ],
    [
      '第十七条 a meeting is waived in a simple case alone',
      !round.meetingWaiver ||
        (simpleCase?.factsSimple === true &&
          simpleCase.liabilityUndisputed === true &&
          Number(damage.estimatedLoss) <= limit),
    ],
    [
      '第十七条 a reply comes from one who was served',
      (round.replies ?? []).every(({ obligor }) =>
        (round.services ?? []).some(
          (each) => each.obligor === obligor && (each.servedOn ?? each.publishedOn),
        ),
      ),
    ],
    [
      '第二十二条 a failed consultation has a ground',
      (round.outcomes ?? []).every(({ kind, ground }) => kind !== 'failed' || ground !== undefined),
    ],
  ])
}

function agreements({ facts, regulation }: CaseView): Law[] {
  return facts.agreements
    .filter(({ signedOn }) => signedOn)
    .flatMap((agreement): Law[] => [
      [
        `第二十一条 ${agreement.id} holds every clause`,
        regulation.requiredClauses.every(({ code }) => isWritten(agreement.clauses?.[code])),
      ],
      [
        `第二十一条 everyone of ${agreement.id} agreed`,
        agreement.amends !== undefined || isAgreed(facts, agreement),
      ],
    ])
}

function isWritten(clause: unknown): boolean {
  if (typeof clause === 'string') return clause.trim() !== ''
  return (
    typeof clause === 'object' && clause !== null && 'notApplicable' in clause && clause.notApplicable !== ''
  )
}

function isAgreed({ rounds }: Facts, { round: number, obligors }: Agreement): boolean {
  const round = rounds.find((each) => each.round === number)
  const inMeetings = (round?.meetings ?? []).flatMap(({ agreedWith }) => agreedWith ?? [])
  const waived = (round?.meetingWaiver?.consents ?? []).map(({ obligor }) => obligor)
  return obligors.every((id) => inMeetings.includes(id) || waived.includes(id))
}

/** Remedies rest on what there was when they were sought: a court may confirm an agreement afterwards. */
function court(facts: Facts, action: string): Law[] {
  const { confirmations, enforcements, suits } = facts.court
  const enforcement = action === 'apply-enforcement' ? enforcements.slice(-1) : []
  const suit = action === 'sue' ? suits.slice(-1) : []
  return [
    [
      '第二十四条 what goes to court for confirmation is signed',
      confirmations.every(({ agreement }) =>
        facts.agreements.some(({ id, signedOn }) => id === agreement && signedOn),
      ),
    ],
    ...enforcement.map(
      (each): Law => [
        `第二十四条 ${each.id ?? ''} enforces what can be enforced`,
        isEnforceable(facts, each),
      ],
    ),
    ...suit.map(
      (each): Law => [`第二十二条、第二十四条 ${each.id} has a reason to sue`, isFounded(facts, each)],
    ),
  ]
}

function isEnforceable(facts: Facts, { instrument, reference }: Enforcement): boolean {
  const agreement = facts.agreements.find(({ id }) => id === reference)
  if (agreement) {
    return instrument === 'notarized' || confirmationOf(facts, agreement)?.result === 'confirmed'
  }
  const { suits, paymentOrders } = facts.court
  return [...suits, ...paymentOrders].some(
    ({ id, effectiveOn }) => id === reference && effectiveOn !== undefined,
  )
}

/** Consultation with each defendant failed, or the agreement that he broke was not confirmed. */
function isFounded(facts: Facts, { obligors, agreement, overrideReason }: Suit): boolean {
  const broken = facts.agreements.find(({ id }) => id === agreement)
  if (broken) return confirmationOf(facts, broken)?.result !== 'confirmed'
  const outcomes = facts.rounds.flatMap((round) => round.outcomes ?? [])
  const failed = outcomes.filter(({ kind }) => kind === 'failed').map(({ obligor }) => obligor)
  return overrideReason !== undefined || obligors.every((id) => failed.includes(id))
}

function restoration({
  restoration: { projects, preAgreement },
  agreements: signed,
  court: { suits },
}: Facts): Law[] {
  return projects.flatMap((project): Law[] => [
    [
      `第二十八条 ${project.id} begins under an agreement, a judgment, or with consent`,
      signed.some(({ id }) => id === project.agreement) ||
        suits.some(({ id, effectiveOn }) => id === project.suit && effectiveOn) ||
        (preAgreement?.damageConfirmedOn !== undefined && preAgreement.consentedOn !== undefined),
    ],
    [
      `第三十条 ${project.id} is filed once the goal is reached`,
      !project.filedOn || (project.evaluations ?? []).some(({ passed }) => passed),
    ],
    [
      `第二十九条 ${project.id} passes once it is complete`,
      !(project.evaluations ?? []).some(({ passed }) => passed) || project.completedOn !== undefined,
    ],
  ])
}

/** No end past an open blocker: what is undone is named with a reason, and nobody's claim is left in the middle. */
function ending(before: CaseView, { facts, stage }: CaseView): Law[] {
  const { closed, terminations } = facts.closing
  const isCovered = facts.case.damage.scope === 'covered'
  const isNew = closed !== undefined && before.facts.closing.closed === undefined
  const isNamed = (closed?.openDuties ?? []).length > 0 && (closed?.summary ?? '').trim() !== ''
  const settled = ['performance', 'evaluation', 'terminated', 'withdrawn', 'not-initiated']
  // The court may have dismissed the claim against some of the defendants alone.
  const isLost = (suit: Suit, id: string): boolean =>
    suit.obligors.includes(id) &&
    (suit.results?.find(({ obligor }) => obligor === id)?.result ?? suit.result) === 'lost'
  const effective = before.facts.court.suits.filter(({ effectiveOn }) => effectiveOn)
  const isSettled = ([id, reached]: readonly [string, string]): boolean =>
    settled.includes(reached) || effective.some((suit) => isLost(suit, id))
  const isAllSettled = before.stage.obligors.size
    ? [...before.stage.obligors].every(isSettled)
    : settled.includes(before.stage.case)
  return [
    [
      '第三十八条 what is undone is named before closing',
      !isNew || !isCovered || isNamed || !undone(before).length,
    ],
    ['第三十八条 a case is closed with every claim settled', !isNew || !isCovered || isAllSettled],
    ['第三十八条 closed is closed', before.stage.case !== 'closed'],
    ['第十四条 an end has its decision', stage.case !== 'terminated' || terminations.length > 0],
    [
      '第十四条 a claim not initiated has its ground',
      stage.case !== 'not-initiated' || facts.screening?.notInitiate?.ground !== undefined,
    ],
  ]
}
