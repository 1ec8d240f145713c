import type { Regulation } from '../../../../core/regulation/regulation.ts'
import type { MovedPaper } from '../../../../documents/moved-papers.ts'
import type { PlannedMove } from '../../../../repository/regulation/move.ts'
import type { CommandContext } from '../../../shared/context.ts'
import type { Output } from '../../../shared/output/output.ts'
import { wrapIndented } from '../../../shared/output/text.ts'
import { commitMark } from '../../../shared/wording/commit-mark.ts'
import { caseJson, isAffected, movedCaseText } from '../diff/text.ts'
import type { MovePreview } from './preview.ts'

/** A case that is about to move: what changes, and what is written. */
export interface Moving {
  readonly preview: MovePreview
  readonly plan: PlannedMove
}

/** Says which cases have moved and how to go on; without commits, none has moved. */
export function printMoved(
  { global, out }: CommandContext,
  moving: readonly Moving[],
  to: Regulation,
  commits: ReadonlyMap<string, string | null>,
): void {
  const dryRun = commits.size === 0
  if (global.json) {
    const cases = moving.map(({ preview }) => movedJson(preview, commits.get(preview.moved.case) ?? null))
    out.json('regulation-move', { to: to.id, dryRun, cases })
    return
  }
  if (dryRun) {
    out.note('以上为改用以后的变化（--dry-run），没有写入。')
    return
  }
  for (const [id, commit] of commits) out.print(`已将 ${id} 改用 ${to.id}${commitMark(commit)}。`)
  const [first = ''] = commits.keys()
  out.note(`接下来：ejc render ${first} --all 重新生成文书；改错了的，ejc undo ${first} 撤销。`)
}

const paperWords: Readonly<Record<MovedPaper['change'], string>> = {
  changed: '文书内容将不同，没有送达、签署的须重新生成',
  gone: '新规范之下不再有这份文书',
  same: '文书内容不变，只是注明的规范不同',
}

/** The preview for people, case by case. */
export function movePreviewText(previews: readonly MovePreview[], to: Regulation, out: Output): string {
  return previews
    .map(({ moved, papers }) => {
      const head = movedCaseText(moved, moved.regulation, out)
      const quiet = `从 ${moved.regulation} 改用 ${to.id}，期限和问题没有变化。`
      const lines = [...(isAffected(moved) ? [] : [quiet]), ...paperLines(papers)]
      return [head, ...lines.map((line) => wrapIndented(line, out.width, '    ', '  '))].join('\n')
    })
    .join('\n\n')
}

/** The papers by what happens to them: changed papers by their files, the others by their titles. */
function paperLines(papers: readonly MovedPaper[]): string[] {
  const kinds = ['changed', 'gone', 'same'] as const
  return kinds.flatMap((kind) => {
    const some = papers.filter(({ change }) => change === kind)
    if (!some.length) return []
    const head = `${paperWords[kind]}（${some.length} 份）：`
    if (kind === 'same') return [`${head}${[...new Set(some.map(({ title }) => title))].join('、')}`]
    return [head, ...some.map(({ path }) => `  ${path}`)]
  })
}

/** The preview for programs, with the commit of the move. */
function movedJson({ moved, papers }: MovePreview, commit: string | null) {
  return {
    ...caseJson(moved),
    papers: papers.map(({ path, form, subject, change }) => ({ path, form, subject, change })),
    commit,
  }
}
