import { withMaskedNumbers } from '../../../core/facts/personal-numbers.ts'
import { ejcCall } from '../../shared/output/call.ts'
import { clean, type Output } from '../../shared/output/output.ts'
import { printLong } from '../../shared/output/pager.ts'
import { wrapIndented } from '../../shared/output/text.ts'
import type { Further } from './further.ts'
import type { CaseWithMatches } from './run.ts'

/** The most places of a case that are shown without --all. */
const SHOWN = 5

/** Says that nothing was found, what was gone through, and how to look for more. */
export function printNothing(
  further: Further,
  words: readonly string[],
  repo: string | undefined,
  out: Output,
): void {
  out.note(nothingText(further, words, repo).map(clean).join('\n'))
}

/** Prints the cases that were found, each with its places; below how many there are. */
export function printFound(found: readonly CaseWithMatches[], all: boolean, out: Output): void {
  printLong(found.map((each) => caseText(each, all, out)).join('\n\n'), out)
  const places = found.reduce((sum, { hits }) => sum + hits.length, 0)
  out.note(`共 ${found.length} 件、${places} 处。`)
}

/** What was gone through, and how to look for more. */
function nothingText(
  { cases, alone, beginning }: Further,
  words: readonly string[],
  repo: string | undefined,
): string[] {
  const asked = words.join(' ')
  // What is printed masks a number, and nobody would know it again.
  const named = withMaskedNumbers(asked) === asked ? `“${asked}”` : '所写的号码'
  const where = '查过的是每件的事实、证据，文书和附件的文件名；附件和文书里的正文不查。'
  const each = alone.map((one) => `“${one.word}”${one.cases ? `有 ${one.cases} 件` : '没有'}`)
  return [
    `${cases} 件里没有找到${named}。${where}`,
    ...(each.length ? [`几个词要同一件里都有才列出。分开查：${each.join('，')}。`] : []),
    ...(beginning === undefined ? [] : [`少写几个字有：${ejcCall(repo, ['search', beginning])}`]),
    ...(ARTICLE.test(asked) ? [`条文：${ejcCall(undefined, ['explain', asked])}`] : []),
  ]
}

const ARTICLE = /^第[一二三四五六七八九十百\d]+条/u

function caseText(
  { case: id, title, standing, hits }: CaseWithMatches,
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
