import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { Severity } from '../../core/lint/define.ts'
import { caseRules, housekeepingRules } from '../../core/lint/index.ts'
import { closest } from '../../core/schema/suggest.ts'
import { lintRepository } from '../../repository/lint.ts'
import { isCaseId } from '../../repository/paths.ts'
import { findRepository } from '../../repository/repository.ts'
import { defineCommand, several, text, texts } from '../command.ts'
import { Exit, UsageError } from '../exit.ts'
import { findingsText, summary } from '../output/findings.ts'
import { wholeNumber } from '../parse.ts'

/** `ejc lint`: what is wrong in the repository. */
export const lint = defineCommand({
  arguments: [{ syntax: '[path...]', help: '案件编号、文件夹或文件；不写时检查全库' }],
  options: [
    { flags: '--format <format>', help: '输出格式', choices: ['pretty', 'json'] },
    { flags: '--rule <id>', help: '只查这条规则，可写多次', parse: several },
    {
      flags: '--max-warnings <n>',
      help: '警告和提示超过该数时以退出码 1 结束',
      parse: wholeNumber('--max-warnings'),
    },
  ],
  examples: [
    { call: 'ejc lint', does: '检查全库；有错误时退出码为 1' },
    { call: 'ejc lint NN-2026-0001', does: '只检查一案' },
    { call: 'ejc lint --rule agreement/clause-missing', does: '只查协议缺少的条款' },
  ],
  async run({ out, folder, global }, paths, options) {
    const root = await findRepository(folder)
    const findings = await lintRepository(root, {
      today: global.today,
      ...optional('rules', knownRules(texts(options, 'rule'))),
      ...optional(
        'targets',
        paths.map((path) => targetOf(root, folder, path)),
      ),
    })
    const count = (severity: Severity): number => findings.filter((each) => each.severity === severity).length
    if (global.json || text(options, 'format') === 'json') out.json('lint', findings)
    else if (findings.length) out.print(`${findingsText(findings, out)}\n\n${summary(findings)}`)
    else out.note('未发现问题。')
    const most = typeof options.maxWarnings === 'number' ? options.maxWarnings : Number.POSITIVE_INFINITY
    const tooMany = count('warning') + count('notice') > most
    return count('error') > 0 || tooMany ? Exit.Findings : Exit.Ok
  },
})

/** Nothing given means no restriction. */
function optional<K extends string>(
  key: K,
  values: readonly string[],
): Partial<Record<K, readonly string[]>> {
  const restricted: Partial<Record<K, readonly string[]>> = {}
  if (values.length) restricted[key] = values
  return restricted
}

function knownRules(ids: readonly string[]): readonly string[] {
  const rules = [...caseRules, ...housekeepingRules].map(({ id, title }) => ({ code: id, label: title }))
  for (const id of ids) {
    if (rules.some(({ code }) => code === id)) continue
    const meant = closest(id, rules)
    const hint = meant ? `是否想写 ${meant.code}？` : '运行 ejc explain lint 查看全部规则。'
    throw new UsageError(`没有“${id}”这条规则。${hint}`)
  }
  return ids
}

/** A case id or a path from the current folder, as a path inside the repository. */
function targetOf(root: string, folder: string, path: string): string {
  const byId = isCaseId(path) ? join(root, 'cases', path) : undefined
  const found = [byId, resolve(folder, path)].find((each) => each !== undefined && existsSync(each))
  if (found === undefined) throw new UsageError(`没有“${path}”这个案件、文件夹或文件。`)
  if (/\.docx?$/i.test(found))
    throw new UsageError('目前还不能检查 Word 文稿，请写案件编号、文件夹或 .yaml 文件。')
  // The parent is resolved, not the file itself: findings name a link by its own path.
  const inside = relative(root, found === root ? root : join(realpathSync(dirname(found)), basename(found)))
  if (inside === '..' || inside.startsWith(`..${sep}`)) throw new UsageError(`“${path}”不在案件库内。`)
  return inside.split(sep).join('/')
}
