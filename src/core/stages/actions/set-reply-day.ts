import type { Facts } from '../../facts/facts.ts'
import { endedOn, failedOn, roundOf } from '../../facts/queries.ts'
import { isServedTooLate } from '../../facts/rounds.ts'
import type { CaseView } from '../../view.ts'
import { parseRoundAndObligor, roundAndObligor } from '../addresses.ts'
import { contradictionIf, defineAction } from '../define.ts'
import { servicePlace } from './serve.ts'

/** 另定答复日: for an obligor to whom the notice left no day to reply; silence counts only after the new day. */
export const setReplyDay = defineAction({
  id: 'set-reply-day',
  title: '另定答复日并告知',
  matter: 'reply-period',
  moves: false,
  follows: 'serve',
  subjects: servedTooLate,
  blockers: () => [],
  section: 'consultation.rounds[].services[]',
  at: servicePlace,
  mode: 'upsert',
  ask: ['replyBy', 'toldOn'],
  required: ['replyBy', 'toldOn'],
  // The section exists already: its identifying keys go with the item, which must be whole by itself.
  defaults: ({ facts, today }, subject) => {
    const { round, obligor } = parseRoundAndObligor(subject)
    const service = roundOf(facts, round)?.services?.find((each) => each.obligor === obligor)
    return { obligor, ...(service && { method: service.method }), toldOn: today }
  },
  refuse: (_, item, subject) => {
    const { obligor } = parseRoundAndObligor(subject)
    return [
      ...contradictionIf(item.obligor !== obligor, `另定的应为 ${obligor} 的答复日`, 'reply-period', {
        key: 'obligor',
      }),
      // The day on which the obligor is told is not counted: a reply due on that day would leave no time.
      ...contradictionIf(
        item.replyBy !== undefined && (item.toldOn === undefined || item.toldOn >= item.replyBy),
        '“另定的答复日”应当晚于“另定答复日的告知日期”（不填为今天）',
        'reply-period',
        { key: ['replyBy', 'toldOn'] },
      ),
    ]
  },
})

/** Those served on or after the day for their reply who have neither replied nor failed. */
function servedTooLate(facts: Facts, { regulation }: CaseView): string[] {
  return facts.rounds.flatMap((round) =>
    (round.services ?? [])
      .filter((service) => isServedTooLate(round, service, regulation.period('public-notice-service')))
      .map(({ obligor }) => obligor)
      .filter((id) => !failedOn(round, id) && !endedOn(facts, id))
      .map((id) => roundAndObligor(round.round, id)),
  )
}
