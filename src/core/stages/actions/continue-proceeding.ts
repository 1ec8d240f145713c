import type { ProceedingStep } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { addressedProceedings, proceedingName } from '../../facts/proceedings.ts'
import { contradictionIf, defineAction, saysSomething } from '../define.ts'

/** Steps that say nothing without their result. */
const DECIDING: ReadonlySet<ProceedingStep['status']> = new Set(['decided', 'reversed', 'ended'])

/** 登记关联程序的进展: what became of a penalty, a criminal case or a public-interest suit since it was recorded. */
export const continueProceeding = defineAction({
  id: 'continue-proceeding',
  title: '登记关联程序的进展',
  matter: 'related-liability',
  after: 'record-proceeding',
  moves: false,
  follows: 'record-proceeding',
  always: true,
  advised: () => false,
  subjects: (facts) => addressedProceedings(facts).map(({ address }) => address),
  about: (facts, subject) => {
    const proceeding = proceedingAt(facts, subject)
    return proceeding ? proceedingName(proceeding) : subject
  },
  blockers: () => [],
  section: 'case.relatedProceedings[].progress',
  at: (facts, subject) => {
    const proceeding = proceedingAt(facts, subject)
    return [proceeding ? (facts.case.relatedProceedings ?? []).indexOf(proceeding) : -1]
  },
  mode: 'append',
  ask: ['on', 'status', 'reference', 'amount', 'result'],
  defaults: ({ today }) => ({ on: today }),
  refuse: ({ facts }, { on, status, result }, subject) => {
    const { on: since, progress = [] } = proceedingAt(facts, subject) ?? {}
    return [
      ...contradictionIf(
        status !== undefined && DECIDING.has(status) && !saysSomething(result),
        '应当写明“进展结果”：决定、裁判的内容，或者终结的理由',
        'related-liability',
        { key: 'result' },
      ),
      ...contradictionIf(
        on !== undefined && since !== undefined && on < since,
        `这一程序是 ${since} 的，进展不能在此以前`,
        'related-liability',
        { key: 'on' },
      ),
      ...contradictionIf(
        progress.some((each) => each.on === on && each.status === status),
        '同日的这一进展已经登记',
        'related-liability',
        { key: 'status' },
      ),
    ]
  },
})

function proceedingAt(facts: Facts, subject: string) {
  return addressedProceedings(facts).find(({ address }) => address === subject)?.item
}
