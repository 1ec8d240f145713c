import { closest } from '../../core/schema/suggest.ts'
import { defineCommand } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { Exit, UsageError } from '../exit.ts'
import { type Explanation, kindWords, named } from '../explain/topic.ts'
import { findTopics, topicsOf } from '../explain/topics.ts'
import { lawInForce } from '../law-in-force.ts'
import type { Output } from '../output/output.ts'
import { printLong } from '../output/pager.ts'
import { paragraph } from '../output/text.ts'

/** `ejc explain TOPIC`: a matter of the law, an article, a rule, a deadline, an action, a form or a term. */
export const explain = defineCommand({
  name: 'explain',
  usage: '<条目...>',
  summary: '解释条文、事项、规则、期限、文书或术语',
  after: 'lint',
  arguments: [
    {
      syntax: '<条目...>',
      help: '规则、条文（第几条，或者数字）、事项、期限、办理事项、文书或术语；lint 为全部规则',
    },
  ],
  options: [],
  examples: [
    { call: 'ejc explain 磋商期限', does: '一个事项写在哪一条，以及依据它的期间、期限、规则和文书' },
    { call: 'ejc explain agreement/tech-upgrade-cap', does: '一条规则的理由和改法' },
    { call: 'ejc explain 技改抵扣', does: '术语' },
  ],
  async run(context, words) {
    const topic = words.join(' ')
    const topics = topicsOf(await lawInForce(context))
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
    : '可写规则、条文、事项、期限、办理事项、文书或术语，例如 ejc explain 磋商期限。'
  return `没有“${topic}”这个条目。${hint}`
}
