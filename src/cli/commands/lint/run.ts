import type { IsoDate } from '../../../core/calendar/dates.ts'
import type { Finding, Rule } from '../../../core/lint/define.ts'
import { isPaperFile } from '../../../documents/paper-names.ts'
import { boundedFindings } from '../../../office/lint/bounded.ts'
import { lintRepository, loadRules } from '../../../office/lint.ts'
import type { Changes } from '../../../repository/changes.ts'
import { RepositoryError } from '../../../repository/errors.ts'
import { needGit } from '../../../repository/gitdir.ts'
import { findRepository } from '../../../repository/repository.ts'
import { noteAbsent } from '../../shared/cases/absent.ts'
import { cacheFor } from '../../shared/cases/cache.ts'
import { flag, type OptionValues, text } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { UsageError } from '../../shared/exit.ts'
import { lawInForce, shippedLaw } from '../../shared/law/law-in-force.ts'
import type { Progress } from '../../shared/output/progress.ts'
import { type StatedRule, statedRule } from '../../shared/wording/stated-rule.ts'
import { shardOf } from './shard.ts'
import { type LooseDraft, READABLE, refuseUnreadable, type Targets, targetsOf } from './targets.ts'
import type { LintResult } from './text.ts'

/** What a call wants checked. */
export interface LintCall {
  readonly paths: readonly string[]
  /** The ids of the rules that it names. */
  readonly named: readonly string[]
  /** Whether the output shows the rules too. */
  readonly withRules: boolean
  readonly options: OptionValues
}

/** Finds what is wrong in the repository, or in the Word drafts that the call names. */
export async function lintFindings(context: CommandContext, call: LintCall): Promise<LintResult> {
  const { paths, named, withRules, options } = call
  if (paths.length && shardOf(options))
    throw new UsageError('--shard 分的是全库或改动过的案件，不能再写路径。')
  // Loaded only where the call names rules, or the output shows them.
  const rules =
    named.length || withRules ? await wantedRules(named, flag(options, 'verifyHistory')) : undefined
  const ids = rules && named.length ? rules.map(({ id }) => id) : []
  const found = isOfCommit(call)
    ? await (await import('./commit.ts')).findingsAt(context, { named: ids, options })
    : await findingsHere(context, { ...call, named: ids }, rules)
  const stated = withRules ? await rulesAsStated(context, rules ?? []) : []
  return { ...found, findings: boundedFindings(found.all), rules: stated }
}

/** Whether a call asks about a commit. Throws UsageError where it also asks about what only the work tree has. */
function isOfCommit({ paths, options }: LintCall): boolean {
  if (text(options, 'at') === undefined) return false
  if (paths.length || flag(options, 'verifyHistory'))
    throw new UsageError('--at 检查整个提交，不能再写路径或 --verify-history：请分开运行。')
  if (options.changed === true)
    throw new UsageError('与 --at 同用时，--changed 要写明与哪个提交相比，例如 --changed=main。')
  return true
}

/** What is wrong in the files as they lie here. */
async function findingsHere(
  context: CommandContext,
  call: LintCall,
  rules: readonly Rule[] | undefined,
): Promise<Omit<LintResult, 'findings' | 'rules'>> {
  const { paths, options } = call
  const { folder } = context
  const root = await rootFor(folder, paths)
  const targets = targetsOf(root, folder, paths)
  if (targets.unread.length) context.out.note(unreadNote(targets.unread))
  const changes = root === undefined ? undefined : await changesOf(root, options, context.global.today)
  const all = [
    ...(await findingsIn(context, root, targets, call, changes)),
    ...(await findingsInLoose(context, targets.loose)).filter(
      ({ rule }) => rules?.some(({ id }) => id === rule) ?? true,
    ),
  ]
  const { unread } = targets
  return { root, all, changes, unread, only: unread.length === paths.length }
}

function unreadNote(files: readonly string[]): string {
  return `没有读内容，只核对了校验值：${files.join('、')}。${READABLE}`
}

/** Word drafts may be checked outside of any repository; everything else needs one. */
async function rootFor(folder: string, paths: readonly string[]): Promise<string | undefined> {
  const onlyWords = paths.length > 0 && paths.every(isPaperFile)
  try {
    return await findRepository(folder)
  } catch (error) {
    const isOutside = error instanceof RepositoryError && error.code === 'not-a-repository'
    if (onlyWords && isOutside) return undefined
    if (isOutside) refuseUnreadable(folder, paths)
    throw error
  }
}

/** The repository is checked unless every named path is a draft outside of its cases. */
async function findingsIn(
  context: CommandContext,
  root: string | undefined,
  { inside, drafts }: Targets,
  { paths, named, options }: LintCall,
  changes: Changes | undefined,
): Promise<Finding[]> {
  if (root === undefined || (paths.length > 0 && inside.length === 0)) return []
  let progress: Progress | undefined
  const findings = await lintRepository(root, {
    today: context.global.today,
    ...cacheFor(context, options),
    drafts,
    onCase: (done, total) => {
      progress ??= context.out.progress('检查案件', total)
      progress.at(done)
    },
    ...(named.length ? { rules: named } : {}),
    ...(paths.length ? { targets: inside } : {}),
    ...(changes?.cases && { cases: changes.cases, twins: changes.twins }),
    shard: shardOf(options),
    history: flag(options, 'verifyHistory'),
    everything: true,
  })
  progress?.end()
  if (!paths.length) await noteAbsent(root, context.out)
  return findings
}

/** The errors of the record, and with `new-record` those that were not there at the commit compared with. */
export async function countedErrors(
  context: CommandContext,
  { root, all, changes }: LintResult,
  { failOn }: OptionValues,
): Promise<readonly Finding[]> {
  const { isErrorOfRecord, newErrorsOfRecord } = await import('../../../office/lint/new-errors.ts')
  if (failOn !== 'new-record' || root === undefined || !changes) return all.filter(isErrorOfRecord)
  return newErrorsOfRecord(needGit(root), all, changes, context.global.today)
}

/** A draft that belongs to no case is checked against the regulation of the repository around the folder. */
async function findingsInLoose(context: CommandContext, loose: readonly LooseDraft[]): Promise<Finding[]> {
  if (loose.length === 0) return []
  const [{ looseDraftFindings }, regulation] = await Promise.all([
    import('../../../office/lint/drafts.ts'),
    lawInForce(context),
  ])
  const found = await Promise.all(loose.map(({ path, file }) => looseDraftFindings(path, file, regulation)))
  return found.flat()
}

async function changesOf(
  root: string,
  { changed }: OptionValues,
  today: IsoDate,
): Promise<Changes | undefined> {
  if (changed === undefined) return undefined
  const { changesSince } = await import('../../../repository/changes.ts')
  const [changes] = await Promise.all([
    changesSince(root, typeof changed === 'string' ? changed : undefined),
    // Rules and law are loaded while git looks at all files; where that fails, the check itself says why.
    loadRules(root, today).catch(() => undefined),
  ])
  return changes
}

/**
 * The rules as the law in force states them; where the repository can't be relied on, as the law that ejc ships does.
 */
async function rulesAsStated(context: CommandContext, rules: readonly Rule[]): Promise<StatedRule[]> {
  const regulation = await lawInForce(context).catch((error: unknown) => {
    if (error instanceof RepositoryError) return shippedLaw()
    throw error
  })
  return rules.map((rule) => statedRule(rule, regulation))
}

/** The named rules; every rule when none is named. Rules about the history only when the history is checked. */
async function wantedRules(words: readonly string[], history: boolean): Promise<readonly Rule[]> {
  const [{ caseRules, housekeepingRules }, { choicesNamed, closestChoice }] = await Promise.all([
    import('../../../core/lint/index.ts'),
    import('../../../core/schema/suggest.ts'),
  ])
  const all: readonly Rule[] = [...housekeepingRules, ...caseRules]
  // A title may cite the text: 协议包含第…条要求的全部内容. Nobody types that part.
  const rules = all.map((rule) => ({ code: rule.id, label: rule.title.replace(/⟦[^⟧]*⟧/g, ''), rule }))
  const named = words.map((word) => {
    const [only, ...others] = choicesNamed(word, rules)
    if (others.length) {
      const titles = [only, ...others].flatMap((each) => (each ? `“${each.label}”` : []))
      throw new UsageError(`“${word}”可以是 ${titles.join('、')}，请写全一些。`)
    }
    if (only && !history && readsHistory(only.rule))
      throw new UsageError(`规则 ${word} 核对历史，要与 --verify-history 同用。`)
    if (only) return only.rule
    const meant = closestChoice(word, rules)
    const hint = meant
      ? `是否想写“${meant.label}”（${meant.code}）？`
      : '运行 ejc explain lint 查看全部规则。'
    throw new UsageError(`没有“${word}”这条规则。${hint}`)
  })
  return named.length
    ? all.filter((rule) => named.includes(rule))
    : all.filter((rule) => history || !readsHistory(rule))
}

function readsHistory({ reads }: Rule): boolean {
  return reads?.includes('history') ?? false
}
