import { relative } from 'node:path'
import type { ConfigDocument } from '../../../core/facts/documents.ts'
import type { Regulation } from '../../../core/regulation/regulation.ts'
import type { newRepositoryFiles } from '../../../repository/init.ts'
import type { CommandContext } from '../../shared/context.ts'
import { ejcCall } from '../../shared/output/call.ts'
import { messageText } from '../../shared/output/text.ts'
import { commitMark } from '../../shared/wording/commit-mark.ts'
import { lackingText } from './particulars.ts'

/** A new case repository, made or (in a dry run) to be made. */
export interface NewRepository {
  readonly root: string
  readonly config: ConfigDocument
  readonly regulation: Regulation
  /** What each file holds, by its path. */
  readonly texts: ReturnType<typeof newRepositoryFiles>
  /** The files that were written, relative to the root. */
  readonly paths: readonly string[]
  readonly commit: string | null
}

/** What a correction of ejc.yaml changes, and what it has written. */
export interface CorrectedConfig {
  readonly root: string
  readonly text: string
  /** One line for each value: 承办单位类型：指定的职能部门 → 设区市部门的派出机构. */
  readonly lines: readonly string[]
  /** The cases that are registered already; they keep what they hold. */
  readonly cases: number
  readonly commit: string | null
  readonly written: boolean
}

/** Says what was made, what the office still lacks in it, and how to go on. */
export function printMade(
  { global, out, calledIn }: CommandContext,
  made: NewRepository,
  dryRun: boolean,
): void {
  const { root, config, regulation, texts, paths, commit } = made
  if (global.json)
    out.json('written', { case: null, action: 'init', subject: null, files: paths, commit, dryRun })
  else if (dryRun) out.print(toBeWritten(texts, paths))
  else {
    const lacking = lackingText(config, regulation)
    if (lacking) out.note(messageText(lacking, out.width))
    out.note(`已在 ${root} 新建案件库。下一步：${nextCall(calledIn, root)}`)
  }
}

/** Says what was corrected in ejc.yaml, or what would be. */
export function printCorrected(
  { global, out }: CommandContext,
  corrected: CorrectedConfig,
  dryRun: boolean,
): void {
  const { lines, cases, commit, written, text } = corrected
  if (global.json) {
    const files = lines.length ? ['ejc.yaml'] : []
    out.json('written', { case: null, action: 'init', subject: null, files, commit, dryRun })
  } else if (!lines.length) out.note('与已有的配置相同，没有要更正的。')
  else if (!written) out.print(text.trimEnd())
  else {
    out.print(`已更正设置${commitMark(commit)}`)
    if (cases)
      out.note(
        messageText(
          `已登记的 ${cases} 件案件照旧：案卷里记录的事实和已经生成的文书不随之改动；以后登记的案件、以后生成的文书按新的配置。`,
          out.width,
        ),
      )
  }
}

/** What `--dry-run` shows: the files, and the text of the one that was asked for. */
function toBeWritten(files: ReturnType<typeof newRepositoryFiles>, paths: readonly string[]): string {
  return `将写入：\n${paths.map((path) => `  ${path}`).join('\n')}\n\n${files.get('ejc.yaml')}`
}

/** The call that goes on in the new repository, to be copied in the folder where ejc was called. */
function nextCall(calledIn: string, root: string): string {
  return ejcCall(relative(calledIn, root) || undefined, ['new'])
}
