import type { Finding, Rule } from '../../../core/lint/define.ts'
import { isPaperFile } from '../../../documents/paper-names.ts'
import { boundedFindings } from '../../../office/lint/bounded.ts'
import { type LintOptions, lintRepository } from '../../../office/lint.ts'
import { RepositoryError } from '../../../repository/errors.ts'
import { findRepository } from '../../../repository/repository.ts'
import { noteAbsent } from '../../shared/cases/absent.ts'
import { cacheFor } from '../../shared/cases/cache.ts'
import { flag, type OptionValues } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { UsageError } from '../../shared/exit.ts'
import { lawInForce, shippedLaw } from '../../shared/law/law-in-force.ts'
import type { Progress } from '../../shared/output/progress.ts'
import { type StatedRule, statedRule } from '../../shared/wording/stated-rule.ts'
import { type LooseDraft, type Targets, targetsOf } from './targets.ts'
import type { LintResult } from './text.ts'

/** What a call wants checked. */
interface LintCall {
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
  const { folder } = context
  // Loaded only where the call names rules, or the output shows them.
  const rules =
    named.length || withRules ? await wantedRules(named, flag(options, 'verifyHistory')) : undefined
  const root = await rootFor(folder, paths)
  const targets = targetsOf(root, folder, paths)
  if (targets.unread.length) context.out.note(unreadNote(targets.unread))
  const all = [
    ...(await findingsIn(context, root, targets, {
      ...call,
      named: rules && named.length ? rules.map(({ id }) => id) : [],
    })),
    ...(await findingsInLoose(context, targets.loose)).filter(
      ({ rule }) => rules?.some(({ id }) => id === rule) ?? true,
    ),
  ]
  const stated = withRules ? await rulesAsStated(context, rules ?? []) : []
  return { findings: boundedFindings(all), all, rules: stated, root }
}

function unreadNote(files: readonly string[]): string {
  return `没有读内容，只核对了校验值：${files.join('、')}。ejc 只读 YAML、Word、有文字的 PDF、.odt 和 .rtf；协议请给出这样的文件。`
}

/** Word drafts may be checked outside of any repository; everything else needs one. */
async function rootFor(folder: string, paths: readonly string[]): Promise<string | undefined> {
  const onlyWords = paths.length > 0 && paths.every(isPaperFile)
  try {
    return await findRepository(folder)
  } catch (error) {
    if (onlyWords && error instanceof RepositoryError && error.code === 'not-a-repository') return undefined
    throw error
  }
}

/** The repository is checked unless every named path is a draft outside of its cases. */
async function findingsIn(
  context: CommandContext,
  root: string | undefined,
  { inside, drafts }: Targets,
  { paths, named, options }: LintCall,
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
    ...(await changesOf(root, options)),
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
  { root, all }: LintResult,
  { failOn, changed }: OptionValues,
): Promise<readonly Finding[]> {
  const { isErrorOfRecord, newErrorsOfRecord } = await import('../../../office/lint/new-errors.ts')
  if (failOn !== 'new-record' || root === undefined || typeof changed !== 'string')
    return all.filter(isErrorOfRecord)
  const { baseOf, changedCases } = await import('../../../repository/changes.ts')
  const { openRepository } = await import('../../../repository/repository.ts')
  const cases = (await changedCases(root, changed)) ?? (await openRepository(root)).caseIds()
  const base = await baseOf(root, changed)
  return newErrorsOfRecord(root, all, { base, cases, today: context.global.today })
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

async function changesOf(root: string, { changed }: OptionValues): Promise<Pick<LintOptions, 'cases'>> {
  if (changed === undefined) return {}
  const { changedCases } = await import('../../../repository/changes.ts')
  const cases = await changedCases(root, typeof changed === 'string' ? changed : undefined)
  return cases ? { cases } : {}
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
