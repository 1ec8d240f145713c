import type { Rule } from '../../../core/lint/define.ts'
import type { Regulation } from '../../../core/regulation/regulation.ts'
import { statedRule } from '../../shared/wording/stated-rule.ts'
import { severityWords } from '../../shared/wording/words.ts'
import { unregulated } from './matter.ts'
import { filledSections, type TopicExplanation } from './topic.ts'

/** A rule: what must hold, why, and how to mend it. */
export function ruleTopic(rule: Rule, regulation: Regulation): TopicExplanation {
  const { id, title, article, severity, why, mend } = statedRule(rule, regulation)
  return {
    kind: 'rule',
    id,
    title,
    article,
    sections: filledSections(
      ['程度', severityWords[severity]],
      ['适用', rule.contradiction ? undefined : unregulated(rule.matter, regulation)],
      ['理由', why],
      ['改法', mend],
      ['会报告', examples(rule, 'reject')],
      ['不报告', examples(rule, 'accept')],
      [
        '豁免',
        rule.scope === 'case'
          ? 'ejc amend 案件编号 登记线索：在“检查设置”的“豁免的检查”写明规则和理由'
          : undefined,
      ],
    ),
  }
}

function examples(rule: Rule, kind: 'accept' | 'reject'): string | undefined {
  if (!('examples' in rule)) return undefined
  return rule.examples[kind].map(({ title }) => title).join('\n')
}
