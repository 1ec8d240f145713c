import type { Finding, PlacedFinding } from '../../../core/lint/define.ts'
import { flag, type OptionValues } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { CancelledError } from '../exit.ts'
import type { AlikeCase } from './alike.ts'
import { findingCounts } from './standing.ts'

/** What follows from a preview, and what the officer may do about it. */
interface Previewed {
  readonly findings: readonly PlacedFinding[]
  /** What is wrong in the case before a step that ends it. */
  readonly standing: readonly Finding[]
  /** Cases that the step likely registers once more. */
  readonly alike: readonly AlikeCase[]
  /** The title of the step. */
  readonly title: string
  readonly canChange: boolean
  /** Whether answers are kept for the next call. */
  readonly isKept: boolean
}

/** Decides whether to write, only to show, or to change an answer first. */
export async function decideWhatToDo(
  context: CommandContext,
  options: OptionValues,
  { findings, standing, alike, title, canChange, isKept }: Previewed,
): Promise<'write' | 'show' | 'change'> {
  if (flag(options, 'dryRun')) return 'show'
  if (!context.interactive || flag(options, 'yes')) return 'write'
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const question = options.commit === false ? '写入吗？' : '写入并提交吗？'
  const ids = alike.map((each) => each.case).join('、')
  const warned = standing.length
    ? `还有 ${findingCounts(standing)}，仍要${title}、${question}`
    : alike.length
      ? `可能与 ${ids} 重复，仍要${title}、${question}`
      : question
  const { choices, proposal } = decisions(findings, canChange, standing.length + alike.length > 0)
  const answer = await openTerminal().select(warned, choices, proposal)
  if (answer === 'write' || answer === 'change') return answer
  const kept = isKept ? '；答过的内容已保留，下次运行同一命令可以接着填' : ''
  throw new CancelledError(`没有写入${kept}。`)
}

/**
 * The choices after the preview: writing is proposed, unless it causes an error or ends a case with something wrong in
 * it. What is late or still to be done is no reason to go back: no other answer would change it.
 */
export function decisions(
  findings: readonly Pick<PlacedFinding, 'severity' | 'about'>[],
  canChange: boolean,
  isWarned = false,
) {
  const isWrong = findings.some(({ severity, about }) => severity === 'error' && about === 'breach')
  const otherwise = canChange ? 'change' : 'leave'
  const choices = [
    { value: 'write', name: '写入' },
    ...(canChange ? [{ value: 'change', name: '返回修改' }] : []),
    { value: 'leave', name: '不写入' },
  ]
  return { choices, proposal: isWarned ? 'leave' : isWrong ? otherwise : 'write' }
}
