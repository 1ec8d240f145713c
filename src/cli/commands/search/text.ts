import { clean, type Output } from '../../shared/output/output.ts'
import { printLong } from '../../shared/output/pager.ts'
import { wrapIndented } from '../../shared/output/text.ts'
import type { FoundCase } from './run.ts'

/** The most places of a case that are shown without --all. */
const SHOWN = 5

/** Prints the cases that were found, each with its places; below how many there are. */
export function printFound(
  found: readonly FoundCase[],
  words: readonly string[],
  all: boolean,
  out: Output,
): void {
  if (!found.length) {
    out.note(
      clean(`没有找到“${words.join(' ')}”。事实、证据和文书名都已查过；附件和文书的正文不在查找之列。`),
    )
    return
  }
  printLong(found.map((each) => caseText(each, all, out)).join('\n\n'), out)
  const places = found.reduce((sum, { hits }) => sum + hits.length, 0)
  out.note(`共 ${found.length} 件、${places} 处。`)
}

function caseText(
  { case: id, title, standing, hits }: FoundCase,
  all: boolean,
  { style, width }: Output,
): string {
  const shown = all ? hits : hits.slice(0, SHOWN)
  const lines = shown.map(({ title: place, excerpt }) =>
    wrapIndented(`${place}：${excerpt}`, width, '    ', '  '),
  )
  const rest = hits.length - shown.length
  return [
    style.bold(wrapIndented(`${id}  ${title}${standing === null ? '' : `（${standing}）`}`, width)),
    ...lines,
    ...(rest ? [style.dim(`  另有 ${rest} 处，加 --all 列出。`)] : []),
  ].join('\n')
}
