import { isCovered, outsideMatter } from '../../../facts/scope.ts'
import { cite, type Matter } from '../../../regulation/cite.ts'
import { saysSomething } from '../../../stages/define.ts'
import { inCase, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const outOfScope = defineRule({
  id: 'case/out-of-scope',
  severity: 'error',
  about: 'breach',
  matter: 'scope',
  title: '案件属于本细则适用的范围',
  why: '人身和财产损失、海洋损害、责任主体不明的历史遗留问题另有处理途径，按本细则索赔没有依据。',
  mend: '写明移送的单位或者途径后结案；已作核查的也可以决定不启动。范围填错的，办理「记录初步估算、更正损害情况」改正。',
  *check({ facts, regulation }) {
    if (isCovered(facts, regulation)) return
    const declined = facts.screening?.decision === 'not-initiate' && !facts.investigation?.initiation
    const { closed } = facts.closing
    if (declined || (closed?.result === 'out-of-scope' && saysSomething(closed.referredTo))) return
    const { damage } = facts.case
    const item = regulation.item('damageScopes', damage.scope)
    const matter = outsideMatter(facts)
    yield at(damage, 'scope', notCovered(item?.label ?? '', item?.help ?? '', matter), { matter })
  },
  examples: {
    accept: [
      { title: '生态环境损害', change: unchanged },
      {
        title: '海洋损害，已决定不启动',
        change: (documents) => {
          documents.case.damage.scope = 'marine'
          documents.screening = { checkedOn: '2025-03-05', decision: 'not-initiate' }
          delete documents.investigation
        },
      },
      {
        title: '海洋损害，已写明移送的途径后结案',
        change: (documents) => {
          documents.case.damage.scope = 'marine'
          documents.closing = {
            closed: { closedOn: '2026-06-30', result: 'out-of-scope', referredTo: '海洋主管部门' },
          }
        },
      },
    ],
    reject: [
      {
        title: '海洋损害按本细则办理',
        finds: ['error - case.damage.scope'],
        change: inCase(({ damage }) => {
          damage.scope = 'marine'
        }),
      },
      {
        title: '海洋损害，结案而没有写明移送的途径',
        finds: ['error - case.damage.scope'],
        change: (documents) => {
          documents.case.damage.scope = 'marine'
          documents.closing = { closed: { closedOn: '2026-06-30', result: 'out-of-scope' } }
        },
      },
      {
        title: '海洋损害，决定不启动以后又启动',
        finds: ['error - case.damage.scope'],
        change: (documents) => {
          documents.case.damage.scope = 'marine'
          documents.screening = { checkedOn: '2025-03-05', decision: 'not-initiate' }
        },
      },
      {
        title: '历史遗留的损害',
        finds: ['error - case.damage.scope'],
        change: inCase(({ damage }) => {
          damage.scope = 'legacy'
        }),
      },
      {
        title: '海洋损害，核查后没有启动，也没有决定不启动',
        finds: ['error - case.damage.scope'],
        change: (documents) => {
          documents.case.damage.scope = 'marine'
          documents.screening = { checkedOn: '2025-03-05' }
          delete documents.investigation
        },
      },
    ],
  },
})

const notCovered = (label: string, help: string, matter: Matter) =>
  `本案填为「${label}」，不适用本细则（${cite(matter)}）：${help}请写明移送的途径后结案，或者改正损害范围。`
