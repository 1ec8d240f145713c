import { failedOn, releasedOn, roundOf } from '../../facts/queries.ts'
import { isServed } from '../../facts/service.ts'
import { parseRoundAndObligor, roundAndObligor, roundIndex } from '../addresses.ts'
import { blockIf, contradictionIf, defineAction } from '../define.ts'

/** 赔偿义务人答复: whether each agrees to consult. */
export const reply = defineAction({
  id: 'reply',
  title: '记录赔偿义务人答复',
  matter: 'consultation-reply',
  moves: false,
  follows: 'serve',
  subjects: (facts) =>
    facts.rounds.flatMap((round) =>
      (round.services ?? [])
        .filter(isServed)
        .filter(({ obligor }) => !(round.replies ?? []).some((each) => each.obligor === obligor))
        .filter(({ obligor }) => !failedOn(round, obligor) && !releasedOn(facts, obligor))
        .map(({ obligor }) => roundAndObligor(round.round, obligor)),
    ),
  blockers: ({ facts }, subject) => {
    const { round, obligor } = parseRoundAndObligor(subject)
    const served = (roundOf(facts, round)?.services ?? []).some(
      (each) => each.obligor === obligor && isServed(each),
    )
    return blockIf(!served, '磋商告知书尚未送达', 'notice-service', { lacks: 'serve' })
  },
  section: 'consultation.rounds[].replies',
  at: (facts, subject) => [roundIndex(facts, parseRoundAndObligor(subject).round)],
  mode: 'append',
  ask: ['repliedOn', 'agrees', 'content'],
  defaults: ({ today }, subject) => ({ obligor: parseRoundAndObligor(subject).obligor, repliedOn: today }),
  refuse: (_, item, subject) => {
    const { obligor } = parseRoundAndObligor(subject)
    return contradictionIf(item.obligor !== obligor, `答复人应为 ${obligor}`, 'consultation-reply', {
      key: 'obligor',
    })
  },
})
