/** What kind of thing a topic is. */
export type TopicKind =
  | 'rule'
  | 'article'
  | 'matter'
  | 'deadline'
  | 'action'
  | 'form'
  | 'stage'
  | 'list'
  | 'term'
  | 'period'
  | 'limit'
  | 'point'

/** A topic and what there is to say of it: pairs of a heading and a text. */
export interface TopicExplanation {
  readonly kind: TopicKind
  readonly id: string
  readonly title: string
  /** Other words by which it is asked for. */
  readonly aliases?: readonly string[]
  readonly article: string | null
  readonly sections: readonly (readonly [heading: string, text: string])[]
}

export const kindWords: Readonly<Record<TopicKind, string>> = {
  rule: '规则',
  article: '条文',
  matter: '事项',
  deadline: '期限',
  action: '办理事项',
  form: '文书',
  stage: '阶段',
  list: '清单',
  term: '术语',
  period: '期间',
  limit: '限额',
  point: '上位法要点',
}

/** Leaves out sections that have nothing to say. */
export function filledSections(
  ...given: readonly (readonly [heading: string, text: string | undefined])[]
): TopicExplanation['sections'] {
  return given.flatMap(([heading, text]) =>
    text === undefined || text === '' ? [] : [[heading, text] as const],
  )
}

/** The remark on an entry that was not read in the text itself; nothing for one that was. */
export function verification(verified: boolean): string {
  return verified ? '' : '未与原文核对'
}

/** Names of things, one a line: id and title. */
export function namedLines(items: readonly { readonly id: string; readonly title: string }[]): string {
  return items.map(({ id, title }) => `${id}  ${title}`).join('\n')
}
