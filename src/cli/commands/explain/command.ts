import { defineCommand } from '../../shared/command.ts'
import { Exit, UsageError } from '../../shared/exit.ts'
import { lawInForce } from '../../shared/law/law-in-force.ts'
import { printLong } from '../../shared/output/pager.ts'
import { explanationJson, explanationsText, namesText, unknownTopic } from './text.ts'
import { findTopics, topicsOf } from './topics.ts'

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
    const all = topic === 'lint'
    const found = all ? topics.filter(({ kind }) => kind === 'rule') : findTopics(topic, topics)
    if (!found.length) throw new UsageError(unknownTopic(topic, topics))
    if (context.global.json) context.out.json('explain', found.map(explanationJson))
    else printLong(all ? namesText(found, context.out) : explanationsText(found, context.out), context.out)
    return Exit.Ok
  },
})
