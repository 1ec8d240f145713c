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
  { kind, title, article, sections }: TopicExplanation,
  { style, width }: Output,
): string {
  const source = kind === 'article' || article === null ? '' : `（${article}）`
  const head = style.bold(wrapIndented(`${kindWords[kind]}  ${title}${source}`, width))
  const parts = sections.map(
    ([heading, text]) => `${style.dim(`  ${heading}`)}\n${wrapIndented(withoutIds(text), width, '    ')}`,
  )
  return [head, ...parts].join('\n')
}

/** The lines of a text without the id or code before each title: people type the title, programs read the id. */
function withoutIds(text: string): string {
  return text.replace(/^[A-Za-z][\w/-]* {2}(?=\S)/gmu, '')
}

/** That there is no such topic, and which one may be meant: as it was asked for, by title or by id. */
export function unknownTopic(topic: string, topics: readonly TopicExplanation[]): string {
  const containing = topics.filter(({ id, title }) => `${id} ${title}`.includes(topic)).slice(0, MOST_NAMED)
  const meant = closestChoice(
    topic,
    topics.map(({ id, title }) => ({ code: id, label: title })),
  )
  const isId = /^[\w/-]+$/u.test(topic)
  const found = containing.length
    ? containing.map(({ id, title }) => ({ code: id, label: title }))
    : meant
      ? [meant]
      : []
  const names = [...new Set(found.map(({ code, label }) => (isId ? `${code}（${label}）` : label)))]
  const hint = names.length
    ? `是否想查：${names.join('、')}？`
    : '可写规则、条文、事项、期限、办理事项、文书或术语，例如 ejc explain 磋商期限。'
  return `没有“${topic}”这个条目。${hint}`
}

const MOST_NAMED = 5
