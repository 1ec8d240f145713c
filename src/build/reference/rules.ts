import { type StatedRule, statedRule } from '../../cli/shared/wording/stated-rule.ts'
import { severityWords } from '../../cli/shared/wording/words.ts'
import { caseRules, housekeepingRules } from '../../core/lint/index.ts'
import type { Regulation } from '../../core/regulation/regulation.ts'
import { betweenMarks, markdownPage, markdownTable } from './markdown.ts'

/** Every rule with its severity, source, reason and remedy, by family. */
export function rulesPage(regulation: Regulation): string {
  const rules = statedRules(regulation)
  const families = [...new Set(rules.map(familyOf))]
  return markdownPage(
    '检查规则',
    `\`ejc lint\` 的 ${rules.length} 条规则。查看一条及其例子：\`ejc explain 规则编号\`。个案豁免用 \`ejc amend 案件 登记线索\` 在“检查设置”的“豁免的检查”写明，须写理由。`,
    ...families.map((family) => familyText(family, rules)),
  )
}

/** The README with the table of every rule between its marks. @throws Error where a mark is missing */
export function withRuleTable(readme: string, regulation: Regulation): string {
  const rows = statedRules(regulation).map(({ id, severity, article, title }) => [
    `\`${id}\``,
    severityWords[severity],
    article ?? '',
    title,
  ])
  return betweenMarks(readme, 'rules', markdownTable(['规则', '程度', '依据', '要求'], rows))
}

function statedRules(regulation: Regulation): StatedRule[] {
  return [...housekeepingRules, ...caseRules].map((rule) => statedRule(rule, regulation))
}

function familyOf({ id }: StatedRule): string {
  return id.slice(0, id.indexOf('/'))
}

function familyText(family: string, rules: readonly StatedRule[]): string {
  const members = rules.filter((rule) => familyOf(rule) === family)
  const rows = members.map(({ id, severity, article, title, why, mend }) => [
    `\`${id}\``,
    severityWords[severity],
    article ?? '',
    title,
    why,
    mend,
  ])
  return `## ${family}\n\n${markdownTable(['规则', '程度', '依据', '要求', '理由', '改法'], rows)}`
}
