import { hasPassed } from '../../../setting.ts'
import { inCase, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const regulationSuperseded = defineRule({
  id: 'case/regulation-superseded',
  severity: 'notice',
  about: 'breach',
  severityStays: 'record',
  // The pack is that of the office, whatever the row says.
  notOfRow: 'choice-of-office',
  matter: 'law-prevails',
  title: '案件适用的规范应当是现行规范',
  why: '规范更新以后，期限和限额可能变化；旧案继续适用原规范还是改用新规范，需要有人决定。',
  mend: '用 ejc regulation diff 查看差别；需要改用的，用 ejc regulation move 改，理由记录在案。',
  reads: ['today'],
  *check(scope) {
    const { facts, regulation, config } = scope
    const { status, pack } = regulation
    const replacement = pack.supersededBy ?? config.regulation
    const ended = pack.effectiveTo !== undefined && hasPassed(scope, pack.effectiveTo)
    const { regulation: pinned } = facts.case
    if (status !== 'superseded' && !ended && pinned === config.regulation) return
    yield at('case', 'regulation', notCurrent(pinned, replacement))
  },
  examples: {
    accept: [{ title: '案件适用本库现行的规范', change: unchanged }],
    reject: [
      {
        title: '本库已改用新规范，案件仍用旧规范',
        finds: ['notice - case.regulation'],
        change: inCase((document) => {
          document.regulation = 'guangxi-2020'
        }),
      },
    ],
  },
})

const notCurrent = (pinned: string, replacement: string) =>
  `本案适用 ${pinned}，现行规范为 ${replacement}。用 ejc regulation diff ${pinned} ${replacement} 查看差别，再决定是否改用。`
