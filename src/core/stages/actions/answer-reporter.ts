import { blockIf, defineAction, saysSomething } from '../define.ts'

/** 答复举报人: the office promptly answers whoever asked for the claim, even when it makes no claim. */
export const answerReporter = defineAction({
  id: 'answer-reporter',
  title: '答复举报人',
  matter: 'reporter-answer',
  form: 'reporter-answer',
  moves: false,
  always: true,
  subjects: ({ case: { clue } }) => (clue.reporter && !clue.reporter.answeredOn ? [null] : []),
  blockers: () => [],
  section: 'case.clue.reporter',
  mode: 'upsert',
  ask: ['answeredOn', 'answer'],
  required: ['answeredOn', 'answer'],
  defaults: ({ facts, today }) => ({ kind: facts.case.clue.reporter?.kind, answeredOn: today }),
  refuse: (_, item) => [
    ...blockIf(!saysSomething(item.answer), '应当写明“答复内容”', 'reporter-answer', { key: 'answer' }),
  ],
})
