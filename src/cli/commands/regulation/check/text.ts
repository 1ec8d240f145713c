import type { PackCheck, PlacedFault } from '../../../../repository/regulation/check.ts'
import { clean } from '../../../shared/output/output.ts'
import { wrapIndented } from '../../../shared/output/text.ts'

/** What a kind of fault is called. */
const faultWords: Readonly<Record<PlacedFault['kind'], string>> = {
  yaml: '读不出',
  schema: '不合格式',
  missing: '缺少',
  article: '条文无着',
  contradiction: '矛盾',
  review: '待核',
}

/** One line where a pack has no fault; else each fault with its place, and the number of each kind. */
export function checkText({ file, shortTitle, faults }: PackCheck, width: number): string {
  const name = shortTitle === undefined ? file : `${file}（${shortTitle}）`
  if (!faults.length) return clean(`${name} 没有问题，可以使用。`)
  const lines = faults.map(({ kind, line, column, message }) =>
    wrapIndented(`${file}:${line}:${column}：${faultWords[kind]}：${message}`, width, '  ', ''),
  )
  return [...lines, clean(`${name} 共 ${faults.length} 处：${countsText(faults)}。`)].join('\n')
}

/** 缺少 1 处，待核 240 处. */
export function countsText(faults: readonly PlacedFault[]): string {
  return Object.entries(faultWords)
    .map(([kind, word]) => [word, faults.filter((fault) => fault.kind === kind).length] as const)
    .flatMap(([word, count]) => (count ? [`${word} ${count} 处`] : []))
    .join('，')
}

/** What was found in a pack, for programs. */
export function checkJson({ file, id, shortTitle, faults }: PackCheck) {
  return {
    file,
    id: id ?? null,
    shortTitle: shortTitle ?? null,
    faults: faults.map(({ kind, path, line, column, message }) => ({
      kind,
      path: path.join('.'),
      line,
      column,
      message,
    })),
  }
}
