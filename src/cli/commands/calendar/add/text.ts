import type { Deadline } from '../../../../core/deadlines/define.ts'
import type { CalendarDocument } from '../../../../core/facts/documents.ts'
import { DRY_RUN_ABOVE } from '../../../shared/confirm.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { type CalendarDocuments, coverageOf } from '../../../shared/law/calendar-sources.ts'
import { commitMark } from '../../../shared/wording/commit-mark.ts'
import { dueText } from '../../../shared/wording/words.ts'
import type { Effect, effectOf } from './effect.ts'

/** What each kind of arrangement is called. */
export const KINDS = { national: '全国放假安排', regional: '地方节假日' } as const

interface AddedYear {
  readonly document: CalendarDocument
  readonly file: string
  readonly yaml: string
  readonly effect: ReturnType<typeof effectOf>
  readonly written: boolean
  readonly commit: string | null
}

/** Says what was entered, or in a dry run what would be. */
export function printAddedYear(
  { global, out }: CommandContext,
  { document, file, yaml, effect, written, commit }: AddedYear,
  sources: CalendarDocuments,
): void {
  const { year, kind } = document
  if (global.json) {
    out.json('written', {
      case: null,
      action: 'calendar-add',
      subject: `${year}-${kind}`,
      files: [file],
      commit,
      dryRun: !written,
      item: document,
      changes: { stages: [], deadlines: effect.map(({ to }) => to), findings: [] },
    })
    return
  }
  if (!written) {
    out.print(yaml.trimEnd())
    out.note(DRY_RUN_ABOVE)
    return
  }
  out.print(`已录入 ${year} 年${KINDS[kind]}：${file}${commitMark(commit)}`)
  out.note('接下来可以：ejc calendar check（受影响的期限）')
  const shipped = kind === 'national' ? coverageOf({ ...sources, own: [] }, year) : undefined
  if (shipped) out.note(`${year} 年已有内置安排（${shipped.number ?? shipped.title}），以本库录入的为准。`)
}

/** The effect in words, one deadline a line. */
export function effectText(effect: readonly Effect[]): string {
  if (!effect.length) return '不改变已有期限。'
  const lines = effect.map(
    ({ from, to }) => `  ${to.case ?? ''} ${to.title}：${dateOf(from)} → ${dateOf(to)}`,
  )
  return [`改变 ${effect.length} 个期限：`, ...lines].join('\n')
}

function dateOf(deadline: Deadline): string {
  const text = dueText(deadline)
  return text || '未定'
}
