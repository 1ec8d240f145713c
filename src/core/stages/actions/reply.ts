import { failedOn, isServed, releasedOn, roundOf } from '../../facts/queries.ts'
import { parseRoundAndObligor, roundAndObligor, roundIndex } from '../addresses.ts'
import { before, blockIf, defineAction } from '../define.ts'

/** 赔偿义务人答复: whether each agrees to consult. 第十七条、第二十二条第一项 */
export const reply = defineAction({
  id: 'reply',
  title: '记录赔偿义务人答复',
  article: '第十七条',
  moves: false,
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
    return blockIf(!served, '磋商告知书尚未送达', '第十七条')
  },
  target: (facts, subject) => ({
    document: 'consultation',
    path: ['rounds', roundIndex(facts, parseRoundAndObligor(subject).round), 'replies'],
    mode: 'append',
  }),
  ask: ['repliedOn', 'agrees', 'content'],
  defaults: ({ today }, subject) => ({ obligor: parseRoundAndObligor(subject).obligor, repliedOn: today }),
  refuse: (view, item, subject) => {
    const { round, obligor } = parseRoundAndObligor(subject)
    const service = (roundOf(view.facts, round)?.services ?? []).find((each) => each.obligor === obligor)
    return [
      ...blockIf(item.obligor !== obligor, `答复人应为 ${obligor}`, '第十七条'),
      ...blockIf(
        // Who has read a public notice may answer before it counts as served.
        before(item.repliedOn, service?.servedOn ?? service?.publishedOn),
        '答复日期早于送达日期',
        '第十七条',
      ),
    ]
  },
})
