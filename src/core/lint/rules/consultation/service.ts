import type { Documents, Meeting, Round, Service } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { agreementOf, endedOn, involves, obligorName, obligorOf } from '../../../facts/queries.ts'
import { deemedServedOn, isServed } from '../../../facts/service.ts'
import { suitsAgainst } from '../../../facts/suits.ts'
import { cite } from '../../../regulation/cite.ts'
import type { Period } from '../../../regulation/regulation.ts'
import { saysSomething } from '../../../stages/define.ts'
import { all, inRound, inService, servedByPublicNotice, unchanged } from '../../change.ts'
import { at, defineRule, type FindingDraft } from '../../define.ts'
import { hasItems } from '../../support.ts'

export const consultationService = defineRule({
  id: 'consultation/service',
  severity: 'error',
  about: 'omission',
  unrecorded: '送达和送达回证',
  matter: 'notice-service',
  title: '磋商告知书送达每个义务人并留有回证',
  why: '磋商期限自送达之日起算；没有送达记录，期限无从计算，缺席和不答复也不能认定。',
  mend: '记录送达日期和送达回证；没有送达的，补行送达。',
  *check({ facts, regulation }) {
    const publicNotice = regulation.period('public-notice-service')
    for (const round of facts.rounds) {
      for (const service of round.services ?? []) {
        yield* incomplete(facts, service)
        yield* tooEarly(facts, service, publicNotice)
      }
      if (round.notice) yield* findUnserved(facts, round)
    }
    yield* leftOut(facts)
  },
  examples: {
    accept: [
      { title: '都已送达', change: unchanged },
      {
        title: '回证作为签署件保存',
        change: inService((service) => {
          delete service.receipt
          service.signedCopy = { file: 'consultation/receipt-o1.pdf', sha256: '0'.repeat(64) }
        }),
      },
      {
        title: '公告发布满三十日视为送达',
        change: servedByPublicNotice('2025-04-27', '2025-05-27'),
      },
      {
        title: '多次送达未成',
        change: inService((service) => {
          delete service.servedOn
          delete service.receipt
          service.attempts = [{ method: 'direct', on: '2025-05-27', result: '查无此人' }]
        }),
      },
      {
        title: '没有送达的义务人已被起诉',
        change: all(onlyFirstServed, (documents) => {
          documents.court = { suits: [{ id: 'S1', obligors: ['o2'], filedOn: '2025-09-01' }] }
        }),
      },
      {
        title: '没有送达的义务人已经终止索赔',
        change: all(onlyFirstServed, (documents) => {
          documents.closing = {
            terminations: [{ obligors: ['o2'], decidedOn: '2025-06-01', ground: 'no-assets' }],
          }
        }),
      },
      {
        title: '告知书还没有制发',
        change: all(
          onlyFirstServed,
          inRound((round) => {
            delete round.notice
          }),
        ),
      },
      {
        title: '还没有向任何人送达',
        change: all(
          onlyFirstServed,
          inRound((round) => {
            round.services = []
          }),
        ),
      },
      {
        title: '主动要求磋商的义务人不需要送达',
        change: inRound((round) => {
          round.services?.pop()
          round.earlyRequest = { by: 'o2', requestedOn: '2025-05-10' }
        }),
      },
      {
        title: '公告以后还没有到三十日',
        change: servedByPublicNotice('2025-05-27', undefined),
      },
      {
        title: '公告送达只写了送达日期',
        change: servedByPublicNotice(undefined, '2025-05-27'),
      },
      {
        title: '没有送达的义务人在第二轮送达',
        change: all(onlyFirstServed, ({ consultation }) => {
          consultation?.rounds.push({
            round: 2,
            services: [{ obligor: 'o2', method: 'direct', servedOn: '2025-07-01', receipt: 'E4' }],
          })
        }),
      },
    ],
    reject: [
      {
        title: '没有送达日期',
        finds: ['error served consultation.rounds.0.services.0'],
        change: inService((service) => {
          delete service.servedOn
        }),
      },
      {
        title: '公告送达没有公告日期',
        finds: ['error published consultation.rounds.0.services.0'],
        change: servedByPublicNotice(undefined, undefined),
      },
      {
        title: '公告发布不满三十日就记为送达',
        finds: ['error too-early consultation.rounds.0.services.0.servedOn'],
        change: servedByPublicNotice('2025-04-28', '2025-05-27'),
      },
      {
        title: '公告送达没有写明原因和经过',
        finds: ['warning circumstances consultation.rounds.0.services.0'],
        change: servedByPublicNotice('2025-04-27', '2025-05-27', ''),
      },
      {
        title: '没有送达回证',
        finds: ['warning receipt consultation.rounds.0.services.0'],
        change: inService((service) => {
          delete service.receipt
        }),
      },
      {
        title: '只向一个义务人送达',
        finds: ['warning o2 consultation.rounds.0'],
        change: onlyFirstServed,
      },
      {
        title: '参加了会议而没有送达记录',
        finds: ['error o2 consultation.rounds.0'],
        change: inRound((round) => {
          round.services?.pop()
        }),
      },
      {
        title: '只参加了会议，没有送达和认定',
        finds: ['error o2 consultation.rounds.0'],
        change: all(
          onlyFirstServed,
          inRound((round) => {
            round.meetings = [{ number: 1, heldOn: '2025-06-20', attended: ['o1', 'o2'] }]
          }),
        ),
      },
      {
        title: '只缺席了会议，没有送达和认定',
        finds: ['error o2 consultation.rounds.0'],
        change: all(
          onlyFirstServed,
          inRound((round) => {
            round.meetings = [{ number: 1, heldOn: '2025-06-20', absent: ['o2'] }]
          }),
        ),
      },
      {
        title: '只有认定，没有送达和会议',
        finds: ['error o2 consultation.rounds.0'],
        change: all(
          onlyFirstServed,
          inRound((round) => {
            round.outcomes = [{ obligor: 'o2', kind: 'failed', decidedOn: '2025-09-01', by: '许某' }]
          }),
        ),
      },
      {
        title: '第二轮的告知书没有送达第二人',
        finds: ['warning o2 consultation.rounds.0'],
        change: all(onlyFirstServed, ({ consultation }) => {
          consultation?.rounds.push({ round: 2 })
        }),
      },
    ],
  },
})

function* incomplete(facts: Facts, service: Service): Iterable<FindingDraft> {
  const name = obligorName(facts, service.obligor)
  const { servedOn, publishedOn, method, attempts, receipt, signedCopy } = service
  if (method === 'public-notice') {
    if (!servedOn && !publishedOn)
      yield at(service, [], notPublished(name), { code: 'published', keys: ['publishedOn'] })
    else if (!saysSomething(service.circumstances)) yield at(service, [], unexplained(name), ofPublication)
  } else if (!servedOn) {
    if (!hasItems(attempts))
      yield at(service, [], notServed(name), { code: 'served', keys: ['servedOn', 'attempts'] })
  } else if (!saysSomething(receipt) && !signedCopy) {
    yield at(service, [], noReceipt(name, facts.id), ofReceipt)
  }
}

const ofReceipt = { code: 'receipt', severity: 'warning', keys: ['signedCopy'] } as const

/** Why and how a notice was published is to be said in the file of the case. */
const ofPublication = {
  code: 'circumstances',
  severity: 'warning',
  matter: 'public-notice-service',
  unrecorded: '公告送达的原因和经过',
  keys: ['circumstances'],
} as const

/** A public notice serves when its period has passed, and not on an earlier day that is on record. */
function* tooEarly(facts: Facts, service: Service, publicNotice: Period | undefined): Iterable<FindingDraft> {
  const deemedOn = deemedServedOn(service, publicNotice)
  const { servedOn, publishedOn = '' } = service
  if (!deemedOn || !publicNotice || !servedOn || servedOn >= deemedOn) return
  const name = obligorName(facts, service.obligor)
  const message = servedBefore(name, publishedOn, publicNotice.amount, deemedOn)
  yield at(service, 'servedOn', message, {
    code: 'too-early',
    matter: 'public-notice-service',
    unrecorded: null,
  })
}

/** Obligors who came to a meeting, or whose outcome was decided, though no service of the notice is recorded. */
function* findUnserved(facts: Facts, round: Round): Iterable<FindingDraft> {
  const served = new Set((round.services ?? []).map(({ obligor }) => obligor))
  const concerned = new Set([
    ...(round.meetings ?? []).flatMap(({ attended, absent }) => [...(attended ?? []), ...(absent ?? [])]),
    ...(round.outcomes ?? []).map(({ obligor }) => obligor),
  ])
  for (const obligor of concerned) {
    // An unknown id is reported by case/dangling-reference only.
    if (served.has(obligor) || round.earlyRequest?.by === obligor || !obligorOf(facts, obligor)) continue
    const more = { code: obligor, keys: ['services'] } as const
    yield at(round, [], neverServed(obligorName(facts, obligor), round.round), more)
  }
}

/**
 * Obligors on whom the first notice was not served, though it was served on another, and who were not dealt with since.
 */
function* leftOut(facts: Facts): Iterable<FindingDraft> {
  const [first] = facts.rounds
  if (!first?.notice || !first.services?.some(isServed)) return
  for (const { id, name } of facts.obligors) {
    if (endedOn(facts, id) || suitsAgainst(facts, id).length > 0) continue
    const isConcerned = facts.rounds.some(
      (round) => involves(round, id) || (round.meetings ?? []).some((held) => attends(held, id)),
    )
    if (isConcerned || agreementOf(facts, id)) continue
    yield at(first, [], notYetServed(name, facts.id), { code: id, severity: 'warning' })
  }
}

function attends({ attended, absent }: Meeting, obligor: string): boolean {
  return [...(attended ?? []), ...(absent ?? [])].includes(obligor)
}

const notPublished = (name: string) => `向${name}公告送达，没有公告日期。请填写「公告日期」。`

const unexplained = (name: string) =>
  `向${name}公告送达，没有写明原因和经过。${cite('public-notice-service')}：应当在案卷中记明；请填写「公告送达的原因和经过」。`

const servedBefore = (name: string, publishedOn: string, days: number, deemedOn: string) =>
  `向${name}公告送达，${publishedOn} 发布，经过 ${days} 日到 ${deemedOn} 才视为送达，记录的「送达日期」早于这一天，期限从 ${deemedOn} 起算。${cite('public-notice-service')}；请更正或者删去「送达日期」。`

const notServed = (name: string) =>
  `向${name}送达磋商告知书，没有送达日期。${cite('consultation-period')}：期限自送达之日起算；请填写「送达日期」，未送达的记录「未成功的送达」。`

const noReceipt = (name: string, id: string) =>
  `向${name}送达磋商告知书，没有送达回证。请补入「送达回证签署件」，或者登记为证据并填写「送达回证」（ejc amend ${id} 送达磋商告知书）。`

const notYetServed = (name: string, id: string) =>
  `磋商告知书已送达其他义务人，没有向${name}送达的记录。${cite('notice-service')}：告知书应当送达赔偿义务人；请送达并记录（ejc advance ${id} 送达磋商告知书），送达未成的记录「未成功的送达」（ejc advance ${id} 记录送达未成）。`

const neverServed = (name: string, round: number) =>
  `${name}参加了第 ${round} 轮磋商，没有向其送达告知书的记录。${cite('notice-service')}：告知书应当送达赔偿义务人；请补录「送达」。`

/** The notice was served on the first obligor alone, and nothing more has happened. */
function onlyFirstServed(documents: Documents): void {
  delete documents.agreements
  delete documents.court
  inRound((round) => {
    round.services?.pop()
    round.replies?.pop()
    round.meetings = []
    round.outcomes = []
  })(documents)
}
