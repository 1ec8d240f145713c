import { closestChoice } from '../../../core/schema/suggest.ts'
import type { Output } from '../../shared/output/output.ts'
import { wrapIndented } from '../../shared/output/text.ts'
import { kindWords, namedLines, type TopicExplanation } from './topic.ts'

/** A topic for programs. */
export function explanationJson({ kind, id, title, article, sections }: TopicExplanation) {
  return { topic: kind, id, title, article, sections: sections.map(([heading, text]) => ({ heading, text })) }
}

/** Only ids and titles, one a line. */
export function namesText(topics: readonly TopicExplanation[], { width }: Output): string {
  return wrapIndented(namedLines(topics), width)
}

/** Topics with everything that is said of them. */
export function explanationsText(topics: readonly TopicExplanation[], out: Output): string {
  return topics.map((topic) => explanationText(topic, out)).join('\n\n')
}

function explanationText(
  { kind, id, title, article, sections }: TopicExplanation,
  { style, width }: Output,
): string {
  const name = kind === 'article' ? title : `${id}  ${title}`
  const source = kind === 'article' || article === null ? '' : `（${article}）`
  const head = style.bold(wrapIndented(`${kindWords[kind]}  ${name}${source}`, width))
  const parts = sections.map(
    ([heading, text]) => `${style.dim(`  ${heading}`)}\n${wrapIndented(text, width, '    ')}`,
  )
  return [head, ...parts].join('\n')
}

/** That there is no such topic, and which one may be meant. */
export function unknownTopic(topic: string, topics: readonly TopicExplanation[]): string {
  const containing = topics.filter(({ id, title }) => `${id} ${title}`.includes(topic)).slice(0, 5)
  const meant = closestChoice(
    topic,
    topics.map(({ id, title }) => ({ code: id, label: title })),
  )
  const names = containing.length
    ? containing.map(({ id, title }) => `${id}（${title}）`)
    : meant
      ? [`${meant.code}（${meant.label}）`]
      : []
  const hint = names.length
    ? `是否想查：${names.join('、')}？`
    : '可写规则、条文、事项、期限、办理事项、文书或术语，例如 ejc explain 磋商期限。'
  return `没有“${topic}”这个条目。${hint}`
}
