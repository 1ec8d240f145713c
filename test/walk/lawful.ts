import type { Agreement, Enforcement, Round, Suit } from '../../src/core/facts/documents.ts'
import type { Facts } from '../../src/core/facts/facts.ts'
import { confirmationOf } from '../../src/core/facts/queries.ts'
import { openDuties } from '../../src/core/stages/open-duties.ts'
import type { CaseView } from '../../src/core/view.ts'
import type { Move } from './invariants.ts'

/** A sentence of the law, and whether the facts obey it; read from the facts, not by the code of the actions. */
type Law = readonly [sentence: string, isKept: boolean]

/** The sentences that a step has broken, of those that no sequence of actions may break. */
export function unlawful({ from, to, possible }: Move): string[] {
  const { view } = to
  return [
    ...beginning(view.facts),
    ...consultation(view),
    ...agreements(view),
    ...court(view.facts, possible.action.id),
    ...restoration(view.facts),
    ...succession(view.facts),
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
      most === undefined ||
        round.moreMeetings !== undefined ||
        facts.obligors.every(({ id }) => metBeforeAgreeing(round, id) <= most),
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

/** How many meetings one obligor was called to and had no excuse for, up to the first that agreed with him. */
function metBeforeAgreeing({ meetings = [] }: Round, id: string): number {
  const own = meetings.filter(({ attended, absent }) => [...(attended ?? []), ...(absent ?? [])].includes(id))
  const agreed = own.findIndex(({ agreedWith }) => agreedWith?.includes(id))
  return agreed < 0 ? own.length : agreed + 1
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

/** Remedies depend on the facts when they were sought: a court may confirm an agreement afterwards. */
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
      (each): Law => [`第二十二条、第二十四条 ${each.id} has a reason to sue`, hasGround(facts, each)],
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
    (each) =>
      each.id === reference &&
      // The decision on an appeal takes effect with it, though the day is not on record yet.
      (each.effectiveOn !== undefined || ('appeal' in each && each.appeal?.judgedOn !== undefined)),
  )
}

/** Consultation with each defendant failed, or the agreement that he broke was not confirmed. */
function hasGround(facts: Facts, { obligors, agreement, overrideReason }: Suit): boolean {
  const broken = facts.agreements.find(({ id }) => id === agreement)
  if (broken) return confirmationOf(facts, broken)?.result !== 'confirmed'
  const outcomes = facts.rounds.flatMap((round) => round.outcomes ?? [])
  const failed = outcomes.filter(({ kind }) => kind === 'failed').map(({ obligor }) => obligor)
  const ended = facts.agreements.filter(({ status }) => status === 'rescinded')
  const released = [...failed, ...ended.flatMap((each) => each.obligors)]
  return overrideReason !== undefined || obligors.every((id) => released.includes(id))
}

/** Who takes over what somebody owed comes after his end, and is recorded of one who ended. */
function succession({ obligors }: Facts): Law[] {
  return obligors.flatMap(({ id, endedOn, successor }): Law[] => [
    [`${id} has a successor only once ended`, !successor || endedOn !== undefined],
    [
      `the successor of ${id} does not come before the end`,
      !successor?.since || endedOn === undefined || successor.since >= endedOn,
    ],
  ])
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
        suits.some(
          ({ id, appeal, effectiveOn, remanded = [] }) =>
            id === project.suit && (effectiveOn ?? appeal?.judgedOn ?? remanded[0]) !== undefined,
        ) ||
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

/** A case ends only without open blockers: each open duty is named with a reason, and no claim is left half done. */
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
      '第三十八条 each open duty is named before closing',
      !isNew || !isCovered || isNamed || !openDuties(before).length,
    ],
    [
      '第二十五条 what is closed as performed was performed',
      !isNew || closed.result !== 'performed' || isDone(facts),
    ],
    ['第三十八条 a case is closed with every claim settled', !isNew || !isCovered || isAllSettled],
    ['第三十八条 closed is closed', before.stage.case !== 'closed'],
    ['第十四条 an end has its decision', stage.case !== 'terminated' || terminations.length > 0],
    [
      '第十四条 a claim not initiated has its ground, or there is no damage',
      stage.case !== 'not-initiated' ||
        facts.screening?.damageFound === false ||
        facts.screening?.notInitiate?.ground !== undefined,
    ],
  ]
}

/**
 * Whether all was paid and restored that the agreements in force and the effective judgments ask for, of those not let go;
 * told by amounts and counts alone: a set of terms for each obligor who stands for himself, a project for each.
 */
function isDone(facts: Facts): boolean {
  const { agreements, payments, closing } = facts
  const { suits } = facts.court
  const { projects } = facts.restoration
  const letGo = closing.terminations.flatMap(({ obligors }) => obligors)
  const replaced = agreements.map(({ amends }) => amends)
  // What the court refused to confirm is negotiated anew: nothing of it is owed. 第二十四条
  const inForce = agreements.filter(
    (agreement) =>
      agreement.signedOn &&
      agreement.status !== 'rescinded' &&
      agreement.status !== 'superseded' &&
      !replaced.includes(agreement.id) &&
      confirmationOf(facts, agreement)?.result !== 'refused',
  )
  // The court may have dismissed the claim, or seen it withdrawn, against one defendant or against all.
  const isFree = ({ result, results = [] }: Suit, id: string): boolean =>
    ['lost', 'withdrawn', 'inadmissible'].includes(
      results.find((own) => own.obligor === id)?.result ?? result ?? '',
    )
  const judged = suits.filter(
    (suit) => suit.effectiveOn && suit.obligors.some((id) => !isFree(suit, id) && !letGo.includes(id)),
  )
  const owed = [...inForce.filter(({ id }) => !judged.some(({ agreement }) => agreement === id)), ...judged]
  const isPaid = owed
    .flatMap((source) => source.payments ?? [])
    .filter(({ obligor }) => obligor === undefined || !letGo.includes(obligor))
    .every(({ id, amount }) => {
      const sums = payments
        .filter((paid) => (paid.creditedTo ?? paid.id) === id)
        .map((paid) => Number(paid.amount))
      return sums.reduce((total, each) => total + each, 0) >= Number(amount) - 0.001
    })
  const sets = inForce.flatMap(({ restoration = [] }) =>
    Array.isArray(restoration) ? restoration : [restoration],
  )
  const open = sets.filter(({ obligors }) => !obligors?.every((id) => letGo.includes(id)))
  return isPaid && (open.length === 0 || projects.some(({ completedOn }) => completedOn !== undefined))
}
