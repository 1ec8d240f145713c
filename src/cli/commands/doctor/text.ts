import { clean, type Output } from '../../shared/output/output.ts'
import { wrapIndented } from '../../shared/output/text.ts'
import { widthOf } from '../../shared/output/width.ts'
import type { Check, CheckState } from './check.ts'

const checkStateWords: Readonly<Record<CheckState, string>> = {
  ok: '正常',
  attention: '注意',
  problem: '有问题',
}

/** Every check by its state, with what to do, and how many are wrong. */
export function checksText(checks: readonly Check[], out: Output): string {
  const { style, width } = out
  const paint: Record<CheckState, (text: string) => string> = {
    ok: style.green,
    attention: style.yellow,
    problem: style.red,
  }
  const column = Math.max(...Object.values(checkStateWords).map(widthOf))
  const indent = ' '.repeat(column + 2)
  const lines = checks.flatMap(({ state, title, message, mend }) => {
    const word = checkStateWords[state]
    const padded = `${paint[state](word)}${' '.repeat(column - widthOf(word))}  `
    const said = wrapIndented(clean(`${title}：${message}`), width, indent, indent)
    return [
      `${padded}${said.slice(indent.length)}`,
      ...(mend === null ? [] : [wrapIndented(clean(`→ ${mend}`), width, `${indent}  `, indent)]),
    ]
  })
  const count = (wanted: CheckState): number => checks.filter(({ state }) => state === wanted).length
  return [...lines, '', `共 ${count('problem')} 项有问题，${count('attention')} 项注意`].join('\n')
}
