import { deadlineRules } from '../../core/deadlines/index.ts'
import { showVersions } from '../../core/deadlines/period.ts'
import { repositoryDeadlineRules } from '../../core/deadlines/repository.ts'
import type { Period, Regulation } from '../../core/regulation/regulation.ts'
import { markdownPage, markdownTable } from './markdown.ts'

/** Every deadline with its figure, and the periods of the pack that belong to no deadline of their own. */
export function deadlinesPage(regulation: Regulation): string {
  const rules = [...deadlineRules, ...repositoryDeadlineRules]
  const rows = rules.map(({ id, title, matter }) => {
    const figure = regulation.periods.find((period) => period.id === id)
    return [`\`${id}\``, title, regulation.articleOf(matter), ...figureCells(figure)]
  })
  const others = regulation.periods.filter(({ id }) => !rules.some((rule) => rule.id === id))
  return markdownPage(
    '期限',
    [
      `数值取自规范数据 \`${regulation.id}\`，未写明工作日的为自然日（${regulation.citation('natural-days')}），开始的当日不计入（${regulation.citation('start-day')}）。`,
      '没有数值的，按告知书、协议、裁判写明的日期，或者条文只要求“及时”。逐步的计算过程：`ejc due --explain`。',
    ].join('\n'),
    markdownTable(['编号', '期限', '依据', '数值', '性质'], rows),
    '## 其他期间',
    markdownTable(
      ['编号', '期间', '依据', '数值', '性质'],
      others.map((period) => [`\`${period.id}\``, period.title, period.article, ...figureCells(period)]),
    ),
  )
}

function figureCells(period: Period | undefined): [value: string, nature: string] {
  return period ? [showVersions(period), natureOf(period)] : ['', '']
}

function natureOf({ advisory, principle, verified }: Period): string {
  const natures = [
    advisory && '不是法定期限，供提醒用',
    principle && '“原则上”“一般”，超过为警告',
    !verified && '未与原文核对',
  ]
  return natures.filter((nature) => nature !== false).join('；')
}
