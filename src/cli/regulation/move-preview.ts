import type { Regulation } from '../../core/regulation/regulation.ts'
import type { MovedPaper } from '../../documents/moved-papers.ts'
import type { CaseReading, Workspace } from '../../repository/workspace.ts'
import type { Output } from '../output/output.ts'
import { paragraph } from '../output/text.ts'
import { caseJson } from './diff.ts'
import { caseText, isAffected } from './diff-text.ts'
import { type MovedCase, movedCase, viewUnder } from './moved.ts'

/** What changes in a case that moves to another text: dates and findings, and the papers that lie there. */
export interface Preview {
  readonly moved: MovedCase
  readonly papers: readonly MovedPaper[]
}

/** Counts, checks and prints a case under the text that it has and the one it moves to; nothing is written. */
export async function previewOf(
  workspace: Workspace,
  reading: CaseReading & { readonly ok: true },
  to: Regulation,
): Promise<Preview> {
  const { movedPapers } = await import('../../documents/moved-papers.ts')
  const { view, raw } = reading
  const after = viewUnder(workspace, reading, to)
  const { readBytes } = workspace.repository
  return {
    moved: movedCase(workspace, reading, view.regulation, to),
    papers: movedPapers(view, after, raw.files, readBytes),
  }
}

const paperWords: Readonly<Record<MovedPaper['change'], string>> = {
  changed: '文书内容将不同，没有送达、签署的须重新生成',
  gone: '新规范之下不再有这份文书',
  same: '文书内容不变，只是注明的规范不同',
}

/** The preview for people, case by case. */
export function movedText(previews: readonly Preview[], to: Regulation, out: Output): string {
  return previews
    .map(({ moved, papers }) => {
      const head = caseText(moved, moved.regulation, out)
      const quiet = `从 ${moved.regulation} 改用 ${to.id}，期限和问题没有变化。`
      const lines = [...(isAffected(moved) ? [] : [quiet]), ...paperLines(papers)]
      return [head, ...lines.map((line) => paragraph(line, out.width, '    ', '  '))].join('\n')
    })
    .join('\n\n')
}

/** The papers by what happens to them: those that change by their files, the others by their titles. */
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
export function movedJson({ moved, papers }: Preview, commit: string | null) {
  return {
    ...caseJson(moved),
    papers: papers.map(({ path, form, subject, change }) => ({ path, form, subject, change })),
    commit,
  }
}
