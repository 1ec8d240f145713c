import { deadlineOfGround } from '../deadlines/index.ts'
import type { Outcome, Round } from '../facts/documents.ts'
import { agreeingMeeting, meetingsWith } from '../facts/meetings.ts'
import { obligorOf } from '../facts/queries.ts'
import { isServedTooLate, settlingAgreement } from '../facts/rounds.ts'
import type { Matter } from '../regulation/cite.ts'
import type { CaseView } from '../view.ts'

/** A consultation that an officer decided has failed: with whom, on what day, and on what ground. */
export type Failing = Pick<Outcome, 'obligor' | 'decidedOn' | 'reason'>

/** Why a ground does not fit the facts, in Chinese; undefined when it does. */
type Objection = (failing: Failing, round: Round, view: CaseView) => string | undefined

/** Any way of service but the public notice, which the text never asks for. */
export function isOrdinaryService(method: unknown): boolean {
  return method !== 'public-notice'
}

/** Why the facts do not show a ground on the day of the decision; undefined when they do. */
export function failureObjection(
  view: CaseView,
  round: Round,
  failing: Failing & { readonly ground: string },
): string | undefined {
  return standsBound(failing, view) ?? grounds[failing.ground]?.objection(failing, round, view)
}

/**
 * Consultation has not failed with an obligor whose agreement stands; of two steps on one day, the order is unknown.
 */
function standsBound({ obligor, decidedOn }: Failing, { facts }: CaseView): string | undefined {
  const { id, signedOn } = settlingAgreement(facts, obligor) ?? {}
  if (signedOn === undefined || signedOn >= decidedOn) return undefined
  return `该义务人 ${signedOn} 签订的协议 ${id} 仍然有效`
}

/**
 * The grounds that the facts show on a day, in the order of the text; 其他 is for an officer alone to find. The text
 * says 「可以视为」: they are proposals, and an officer decides.
 */
export function shownGrounds(view: CaseView, round: Round, failing: Failing): string[] {
  return view.regulation
    .list('failureGrounds')
    .map(({ code }) => code)
    .filter((ground) => isInText(view, ground))
    .filter((ground) => ground !== 'other' && !failureObjection(view, round, { ...failing, ground }))
    .filter((ground) => ground !== 'undeliverable' || isTriedSeveralWays(round, failing.obligor))
    .filter((ground) => ground !== 'refused-or-no-reply' || !isMerelyLate(round, failing.obligor))
    .filter((ground) => rolledDoubt(view, round, { ...failing, ground }) === undefined)
}

/**
 * Whether the obligor agreed to consult, though late: it is no longer silent, and only an officer may still decide on
 * silence.
 */
function isMerelyLate({ replies }: Round, obligor: string): boolean {
  const own = (replies ?? []).filter((reply) => reply.obligor === obligor)
  return own.length > 0 && own.every(({ agrees }) => agrees)
}

function isInText({ regulation }: CaseView, ground: string): boolean {
  const matter = grounds[ground]?.matter
  return matter === undefined || regulation.has(matter)
}

/**
 * Why a decision that rests on a period is doubtful: its last day was a rest day, and the first working day after it
 * had not passed. It is not settled whether the period moves, and the obligor would bear the consequence.
 */
export function rolledDoubt(
  view: CaseView,
  round: Round,
  { obligor, decidedOn, ground }: Failing & { readonly ground: string },
): string | undefined {
  const refused = (round.replies ?? []).some((reply) => reply.obligor === obligor && !reply.agrees)
  const id = deadlineOfGround(ground)
  if (id === undefined || (ground === 'refused-or-no-reply' && refused)) return undefined
  const { due, rolledDue, latestDue } = deadlineOf(view, id, round, obligor) ?? {}
  if (!due || !rolledDue || decidedOn <= due || decidedOn > (latestDue ?? rolledDue)) return undefined
  if (latestDue)
    return `期满日 ${due}，最后一日 ${rolledDue}（暂定），放假安排公布后最迟可能到 ${latestDue}，认定时未必届满`
  return `期满日 ${due} 是休息日，顺延至 ${rolledDue}，认定时尚未届满`
}

/** 「均无法」: an officer may decide on one failed way, but the program proposes the ground only after several. */
function isTriedSeveralWays({ services }: Round, obligor: string): boolean {
  const own = (services ?? []).filter((service) => service.obligor === obligor)
  const methods = own.flatMap(({ attempts }) => attempts ?? []).map(({ method }) => method)
  return new Set(methods.filter(isOrdinaryService)).size > 1
}

/** What the program knows of a ground: its matter, and the check of the facts against it. */
interface KnownGround {
  /** A ground whose matter the text lacks is not proposed. */
  readonly matter?: Matter
  readonly objection: Objection
}

const grounds: Readonly<Record<string, KnownGround>> = {
  'refused-or-no-reply': {
    matter: 'reply-period',
    objection: ({ obligor, decidedOn }, round, view) => {
      const replies = (round.replies ?? []).filter((reply) => reply.obligor === obligor)
      if (replies.some(({ agrees }) => !agrees)) return undefined
      const { due, rolledDue, latestDue } = deadlineOf(view, 'reply', round, obligor) ?? {}
      const last = latestDue ?? rolledDue
      // An answer after the time in the notice does not count: 未在规定时间内提交答复意见.
      const answered = replies.some(({ repliedOn }) => repliedOn <= decidedOn && (!last || repliedOn <= last))
      if (answered) return '该义务人已答复同意磋商'
      if (isServedLate(view, round, obligor))
        return '送达时告知书规定的答复日已到或者已过，该义务人没有答复的时间，须另定答复日（办“另定答复日并告知”）'
      if (!due) return '没有送达或者没有规定答复时间'
      return decidedOn > due ? undefined : `答复时间到 ${due} 才届满`
    },
  },
  'absent-or-withdrew': {
    matter: 'absence',
    objection: ({ obligor, decidedOn }, { meetings }) => {
      const missed = (meetings ?? []).some(
        ({ heldOn, absent, withdrew }) =>
          heldOn <= decidedOn && (absent?.includes(obligor) || withdrew?.includes(obligor)),
      )
      return missed ? undefined : '会议记录没有该义务人无故缺席或者退出'
    },
  },
  undeliverable: {
    matter: 'undeliverable',
    objection: ({ obligor, decidedOn }, { services }) => {
      const own = (services ?? []).filter((service) => service.obligor === obligor)
      // What succeeded after the decision doesn't show that it was wrong.
      if (own.some(({ servedOn }) => servedOn && servedOn <= decidedOn)) return '告知书已经送达'
      const tried = own.flatMap(({ attempts }) => attempts ?? []).filter(({ on }) => on <= decidedOn)
      return tried.some(({ method }) => isOrdinaryService(method))
        ? undefined
        : '没有以公告以外的方式送达未成的记录'
    },
  },
  detained: {
    matter: 'detention',
    objection: ({ obligor, decidedOn }, _, { facts }) => {
      const custody = obligorOf(facts, obligor)?.custody
      if (!custody) return '没有该义务人被羁押的记录'
      if (custody.from > decidedOn) return `该义务人 ${custody.from} 才被羁押`
      return custody.to !== undefined && custody.to < decidedOn ? `羁押已于 ${custody.to} 结束` : undefined
    },
  },
  'three-meetings': {
    matter: 'fruitless-meetings',
    objection: ({ obligor, decidedOn }, round, { facts, regulation }) => {
      const held = meetingsWith(round, obligor).filter(({ heldOn }) => heldOn <= decidedOn).length
      const wanted = regulation.count('meetings', round.notice?.issuedOn)
      if (wanted === undefined) return '没有规定磋商会议的次数'
      const agreed = agreeingMeeting(facts, round, obligor)
      if (agreed && agreed.heldOn <= decidedOn) return `${agreed.heldOn} 的会议已与该义务人达成一致`
      return held >= wanted ? undefined : `认定时与该义务人开了 ${held} 次会议，不足 ${wanted} 次`
    },
  },
  'period-expired': {
    matter: 'period-expired',
    objection: ({ obligor, decidedOn }, round, view) => {
      const due = deadlineOf(view, 'consultation', round, obligor)?.due
      if (!due) return '告知书没有送达，磋商期限尚未起算'
      return decidedOn > due ? undefined : `磋商期限到 ${due} 才届满`
    },
  },
  other: {
    objection: ({ reason }) => (reason?.trim() ? undefined : '没有写明具体情形'),
  },
}

function isServedLate({ regulation }: CaseView, round: Round, obligor: string): boolean {
  const period = regulation.period('public-notice-service')
  const own = (round.services ?? []).filter((service) => service.obligor === obligor)
  return own.length > 0 && own.every((service) => isServedTooLate(round, service, period))
}

function deadlineOf({ deadlines }: CaseView, id: string, { round }: Round, obligor: string) {
  return deadlines.find(({ deadline, subject }) => deadline === id && subject === `${round}/${obligor}`)
}
