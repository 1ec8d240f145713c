import type { Regulation } from '../../core/regulation/regulation.ts'
import { closest } from '../../core/schema/suggest.ts'
import { RepositoryError } from '../../repository/errors.ts'
import { defaultRegulation, loadLaw } from '../../repository/law.ts'
import { defineCommand } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { Exit, UsageError } from '../exit.ts'
import { type Explanation, kindWords, named } from '../explain/topic.ts'
import { findTopics, topicsOf } from '../explain/topics.ts'
import type { Output } from '../output/output.ts'
import { printLong } from '../output/pager.ts'
import { paragraph } from '../output/text.ts'

/** `ejc explain TOPIC`: an article, a rule, a deadline, an action, a form or a term. */
export const explain = defineCommand({
  arguments: [
    { syntax: '<条目...>', help: '规则、条文（第二十条 或 20）、期限、事项、文书或术语；lint 为全部规则' },
  ],
  options: [],
  examples: [
    { call: 'ejc explain 第二十条', does: '条文要旨，以及涉及它的期限、事项、规则和文书' },
    { call: 'ejc explain agreement/tech-upgrade-cap', does: '一条规则的理由和改法' },
    { call: 'ejc explain 技改抵扣', does: '术语' },
  ],
  async run(context, words) {
    const topic = words.join(' ')
    const topics = topicsOf(await regulationOf(context))
    if (topic === 'lint') {
      listRules(topics, context)
      return Exit.Ok
    }
    const found = findTopics(topic, topics)
    if (!found.length) throw new UsageError(unknownTopic(topic, topics))
    if (context.global.json) context.out.json('explain', found.map(explanationJson))
    else printLong(found.map((each) => explanationText(each, context.out)).join('\n\n'), context.out)
    return Exit.Ok
  },
})

/** The law of the repository around the folder; outside of one, the law that ejc ships. */
async function regulationOf(context: CommandContext): Promise<Regulation> {
  try {
    return (await context.workspace()).setting.regulation
  } catch (error) {
    if (!(error instanceof RepositoryError) || error.code !== 'not-a-repository') throw error
    const regulation = (await loadLaw()).regulation(defaultRegulation)
    if (!regulation) throw error
    return regulation
  }
}

function listRules(topics: readonly Explanation[], { out, global }: CommandContext): void {
  const rules = topics.filter(({ kind }) => kind === 'rule')
  if (global.json) out.json('explain', rules.map(explanationJson))
  else printLong(paragraph(named(rules), out.width), out)
}

function explanationJson({ kind, id, title, article, sections }: Explanation) {
  return { topic: kind, id, title, article, sections: sections.map(([heading, text]) => ({ heading, text })) }
}

function explanationText(
  { kind, id, title, article, sections }: Explanation,
  { style, width }: Output,
): string {
  const name = kind === 'article' ? title : `${id}  ${title}`
  const source = kind === 'article' || article === null ? '' : `（${article}）`
  const head = style.bold(paragraph(`${kindWords[kind]}  ${name}${source}`, width))
  const parts = sections.map(
    ([heading, text]) => `${style.dim(`  ${heading}`)}\n${paragraph(text, width, '    ')}`,
  )
  return [head, ...parts].join('\n')
}

function unknownTopic(topic: string, topics: readonly Explanation[]): string {
  const containing = topics.filter(({ id, title }) => `${id} ${title}`.includes(topic)).slice(0, 5)
  const meant = closest(
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
    : '可写规则、条文、期限、事项、文书或术语，例如 ejc explain 第二十条。'
  return `没有“${topic}”这个条目。${hint}`
}
