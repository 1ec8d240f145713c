import type { Regulation } from '../../core/regulation/regulation.ts'
import { type Explanation, sections } from './topic.ts'

/** The lists of the law, and each of their terms. */
export function listTopics(regulation: Regulation): Explanation[] {
  const lists = Object.entries(regulation.pack.lists)
  return [
    ...lists.map(
      ([id, { title, article, items, note }]): Explanation => ({
        kind: 'list',
        id,
        title,
        article,
        sections: sections(
          ['内容', items.map(({ code, label }) => `${code}  ${label}`).join('\n')],
          ['说明', note],
        ),
      }),
    ),
    ...lists.flatMap(([, list]) =>
      list.items.map(
        ({ code, label, help, article, item }): Explanation => ({
          kind: 'term',
          id: code,
          title: label,
          article: article ?? list.article,
          sections: sections(['所属清单', list.title], ['说明', help], ['项', item]),
        }),
      ),
    ),
    ...regulation.clauses.map(
      ({ code, title, article, required, formSection }): Explanation => ({
        kind: 'term',
        id: code,
        title,
        article,
        sections: sections(
          ['所属清单', '赔偿协议条款'],
          ['要求', required ? '协议应当写明' : '可以不写'],
          ['位置', `附件2之5 ${formSection}`],
        ),
      }),
    ),
  ]
}
