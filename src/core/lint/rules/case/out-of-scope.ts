import { inCase, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const outOfScope = defineRule({
  id: 'case/out-of-scope',
  severity: 'error',
  article: '第五条',
  title: '案件属于本细则适用的范围',
  why: '人身和财产损失、海洋损害、责任主体不明的历史遗留问题另有处理途径，按本细则索赔没有依据。',
  mend: '作出不启动索赔的决定并按所指途径移送；范围填错的，改正 damage.scope。',
  *check({ facts, regulation }) {
    const item = regulation.item('damageScopes', facts.case.damage.scope)
    const declined = facts.screening?.decision === 'not-initiate' && !facts.investigation?.initiation
    if (item?.covered !== false || declined) return
    yield at(facts.case.damage, 'scope', notCovered(item.label, item.help ?? ''))
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
    ],
    reject: [
      {
        title: '海洋损害按本细则办理',
        change: inCase(({ damage }) => {
          damage.scope = 'marine'
        }),
      },
    ],
  },
})

const notCovered = (label: string, help: string) =>
  `本案填为「${label}」，不适用本细则（第五条）：${help}请决定不启动，或者改正损害范围。`
