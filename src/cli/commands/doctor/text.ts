import { clean, type Output } from '../../shared/output/output.ts'
import { paragraph } from '../../shared/output/text.ts'
import { widthOf } from '../../shared/output/width.ts'
import type { Check, State } from './check.ts'

const stateWords: Readonly<Record<State, string>> = {
  ok: '正常',
  attention: '注意',
  problem: '有问题',
}

/** Every check by its state, with what to do, and how many are wrong. */
export function checksText(checks: readonly Check[], out: Output): string {
  const { style, width } = out
  const paint: Record<State, (text: string) => string> = {
    ok: style.green,
    attention: style.yellow,
    problem: style.red,
  }
  const column = Math.max(...Object.values(stateWords).map(widthOf))
  const indent = ' '.repeat(column + 2)
  const lines = checks.flatMap(({ state, title, message, mend }) => {
    const word = stateWords[state]
    const padded = `${paint[state](word)}${' '.repeat(column - widthOf(word))}  `
    const said = paragraph(clean(`${title}：${message}`), width, indent, indent)
    return [
      `${padded}${said.slice(indent.length)}`,
      ...(mend === null ? [] : [paragraph(clean(`→ ${mend}`), width, `${indent}  `, indent)]),
    ]
  })
  const count = (wanted: State): number => checks.filter(({ state }) => state === wanted).length
  return [...lines, '', `共 ${count('problem')} 项有问题，${count('attention')} 项注意`].join('\n')
}
