import type { Finding, Rule, Severity } from '../../core/lint/define.ts'
import { type LintOptions, lintRepository } from '../../office/lint.ts'
import { RepositoryError } from '../../repository/errors.ts'
import { locateGit } from '../../repository/gitdir.ts'
import { findRepository } from '../../repository/repository.ts'
import { remembering, withoutCache } from '../cache.ts'
import { defineCommand, flag, type OptionValues, several, text, texts } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { Exit, type ExitCode, UsageError } from '../exit.ts'
import { lawInForce, shippedLaw } from '../law-in-force.ts'
import { isWordFile, type LooseDraft, type Targets, targetsOf } from '../lint/targets.ts'
import { findingsByCase, summary } from '../output/findings.ts'
import { formats } from '../output/formats/index.ts'
import type { Progress } from '../output/progress.ts'
import { type StatedRule, statedRule } from '../output/stated-rule.ts'
import { wholeNumber } from '../parse.ts'

/** `ejc lint`: what is wrong in the repository, or in Word drafts of agreements. */
export const lint = defineCommand({
  name: 'lint',
  usage: '[路径...]',
  summary: '检查案件库',
  after: 'render',
  arguments: [{ syntax: '[路径...]', help: '案件编号、文件夹、文件或 Word 协议稿；不写时检查全库' }],
  options: [
    { flags: '--format <格式>', help: '输出格式', choices: ['pretty', 'json', ...Object.keys(formats)] },
    {
      flags: '--changed [基准]',
      help: '只查与该提交（默认本分支的上游或主分支）分开后改动过的案件，以及全库的规则',
    },
    { flags: '--rule <规则>', help: '只查这条规则，可写多次', parse: several },
    {
      flags: '--max-warnings <个数>',
      help: '警告和提示超过该数时以退出码 1 结束',
      parse: wholeNumber('--max-warnings'),
    },
    {
      flags: '--verify-history',
      help: '连同 git 历史一起核对：不经 ejc 的改动、事后改动的日期和金额、改写过的提交',
    },
    withoutCache,
  ],
  examples: [
    { call: 'ejc lint', does: '检查全库；有错误时退出码为 1' },
    { call: 'ejc lint NN-2026-0001', does: '只检查一案' },
    { call: 'ejc lint --changed', does: '只检查本分支改动过的案件' },
    { call: 'ejc lint --rule agreement/clause-missing', does: '只查协议缺少的条款' },
    { call: 'ejc lint --verify-history', does: '连同历史一起核对，供立卷或者移交之前使用' },
    { call: 'ejc lint draft.docx', does: '检查 Word 协议稿缺少哪些条款；放入案件文件夹的，还与案卷核对数字' },
    { call: 'ejc lint --format sarif > lint.sarif', does: '供代码平台读取；另有 github、gitlab、junit' },
  ],
  async run(context, paths, options) {
    const { folder, global } = context
    const format = formatOf(options, global.json)
    const named = texts(options, 'rule')
    // Loaded only where somebody names rules, or reads what they are about.
    const rules =
      named.length || formats[format] ? await wantedRules(named, flag(options, 'verifyHistory')) : undefined
    const root = await rootFor(folder, paths)
    const targets = targetsOf(root, folder, paths)
    const findings = [
      ...(await findingsIn(root, targets, { paths, named, context, options })),
      ...(await findingsInLoose(context, targets.loose)).filter(
        ({ rule }) => rules?.some(({ id }) => id === rule) ?? true,
      ),
    ]
    const stated = formats[format] ? await statedRules(context, rules ?? []) : []
    print(context, format, { findings, rules: stated, root })
    return exitOf(findings, options.maxWarnings)
  },
})

function formatOf(options: OptionValues, json: boolean): string {
  const format = text(options, 'format')
  if (json && format !== undefined && format !== 'json')
    throw new UsageError(`--json 与 --format ${format} 只能写一个。`)
  return json ? 'json' : (format ?? 'pretty')
}

/** Word drafts may be checked outside of any repository; everything else needs one. */
async function rootFor(folder: string, paths: readonly string[]): Promise<string | undefined> {
  const onlyWords = paths.length > 0 && paths.every(isWordFile)
  try {
    return await findRepository(folder)
  } catch (error) {
    if (onlyWords && error instanceof RepositoryError && error.code === 'not-a-repository') return undefined
    throw error
  }
}

interface Call {
  readonly paths: readonly string[]
  readonly named: readonly string[]
  readonly context: CommandContext
  readonly options: OptionValues
}

/** The repository is looked at unless every path that was named is a draft outside of its cases. */
async function findingsIn(
  root: string | undefined,
  { inside, drafts }: Targets,
  { paths, named, context, options }: Call,
): Promise<Finding[]> {
  if (root === undefined || (paths.length > 0 && inside.length === 0)) return []
  let progress: Progress | undefined
  const findings = await lintRepository(root, {
    today: context.global.today,
    ...remembering(context, options),
    drafts,
    onCase: (done, total) => {
      progress ??= context.out.progress('检查案件', total)
      progress.at(done)
    },
    ...(named.length ? { rules: named } : {}),
    ...(paths.length ? { targets: inside } : {}),
    ...(await changesOf(root, options)),
    history: flag(options, 'verifyHistory'),
  })
  progress?.end()
  return findings
}

/** A draft that belongs to no case is held to the regulation of the repository that one stands in. */
async function findingsInLoose(context: CommandContext, loose: readonly LooseDraft[]): Promise<Finding[]> {
  if (loose.length === 0) return []
  const [{ looseDraftFindings }, regulation] = await Promise.all([
    import('../../office/lint/drafts.ts'),
    lawInForce(context),
  ])
  const found = await Promise.all(loose.map(({ path, file }) => looseDraftFindings(path, file, regulation)))
  return found.flat()
}

async function changesOf(root: string, { changed }: OptionValues): Promise<Pick<LintOptions, 'cases'>> {
  if (changed === undefined) return {}
  const { changedCases } = await import('../../repository/changes.ts')
  const cases = await changedCases(root, typeof changed === 'string' ? changed : undefined)
  return cases ? { cases } : {}
}

/** The rules as the law in force states them; where the repository can't be relied on, as the law that ejc ships does. */
async function statedRules(context: CommandContext, rules: readonly Rule[]): Promise<StatedRule[]> {
  const regulation = await lawInForce(context).catch((error: unknown) => {
    if (error instanceof RepositoryError) return shippedLaw()
    throw error
  })
  return rules.map((rule) => statedRule(rule, regulation))
}

interface Result {
  readonly findings: readonly Finding[]
  readonly rules: readonly StatedRule[]
  readonly root: string | undefined
}

function print({ out }: CommandContext, format: string, { findings, rules, root }: Result): void {
  const written = formats[format]?.({
    findings,
    rules,
    prefix: root === undefined ? '' : (locateGit(root)?.prefix ?? ''),
  })
  if (written !== undefined) {
    if (written !== '') out.print(written)
  } else if (format === 'json') out.json('lint', findings)
  else if (findings.length) {
    for (const text of findingsByCase(findings, out)) out.print(`${text}\n`)
    out.print(summary(findings))
  } else out.note('未发现问题。')
}

function exitOf(findings: readonly Finding[], maxWarnings: unknown): ExitCode {
  const count = (severity: Severity): number => findings.filter((each) => each.severity === severity).length
  const most = typeof maxWarnings === 'number' ? maxWarnings : Number.POSITIVE_INFINITY
  const tooMany = count('warning') + count('notice') > most
  return count('error') > 0 || tooMany ? Exit.Findings : Exit.Ok
}

/** The rules named; every rule when none is. Those over the history only when it is looked at. */
async function wantedRules(ids: readonly string[], history: boolean): Promise<readonly Rule[]> {
  const [{ caseRules, housekeepingRules }, { closest }] = await Promise.all([
    import('../../core/lint/index.ts'),
    import('../../core/schema/suggest.ts'),
  ])
  const all: readonly Rule[] = [...housekeepingRules, ...caseRules]
  const rules = all.map(({ id, title }) => ({ code: id, label: title }))
  for (const id of ids) {
    const known = all.find((rule) => rule.id === id)
    if (known && !history && readsHistory(known))
      throw new UsageError(`规则 ${id} 核对历史，要与 --verify-history 同用。`)
    if (known) continue
    const meant = closest(id, rules)
    const hint = meant ? `是否想写 ${meant.code}？` : '运行 ejc explain lint 查看全部规则。'
    throw new UsageError(`没有“${id}”这条规则。${hint}`)
  }
  return all.filter((rule) => (ids.length ? ids.includes(rule.id) : history || !readsHistory(rule)))
}

function readsHistory({ reads }: Rule): boolean {
  return reads?.includes('history') ?? false
}
