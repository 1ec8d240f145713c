import { clueOn } from '../../facts/queries.ts'
import { before, blockIf, defineAction, saysSomething } from '../define.ts'

/** 答复举报人: whoever asked for the claim is answered promptly, also when no claim is made. 第十二条第二款 */
export const answerReporter = defineAction({
  id: 'answer-reporter',
  title: '答复举报人',
  article: '第十二条',
  moves: false,
  always: true,
  subjects: ({ case: { clue } }) => (clue.reporter && !clue.reporter.answeredOn ? [null] : []),
  blockers: () => [],
  target: () => ({ document: 'case', path: ['clue', 'reporter'], mode: 'upsert' }),
  ask: ['answeredOn', 'answer'],
  required: ['answeredOn', 'answer'],
  defaults: ({ facts, today }) => ({ kind: facts.case.clue.reporter?.kind, answeredOn: today }),
  refuse: ({ facts }, item) => [
    ...blockIf(!saysSomething(item.answer), '应当写明“答复内容”', '第十二条'),
    ...blockIf(
      before(item.answeredOn, facts.case.clue.reporter?.reportedOn ?? clueOn(facts)),
      '答复日期早于举报日期',
      '第十二条',
    ),
  ],
})
