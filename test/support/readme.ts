import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A fenced block of the README. */
export interface Block {
  readonly language: string
  /** What stands behind the language: the file that the block is. */
  readonly name: string
  readonly body: string
}

/** A call of a console block, with the output that the README shows for it. */
export interface ShownCall {
  readonly call: string
  readonly shown: readonly string[]
}

/** The blocks of the README, in their order. */
export function readmeBlocks(file = 'README.md'): Block[] {
  return [...readFileSync(file, 'utf8').matchAll(/^```(\w+) ?([^\n]*)\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', name = '', body = '']) => ({ language, name, body }),
  )
}

/** The calls of a console block. */
export function callsOf(body: string): ShownCall[] {
  return body
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [call = '', ...shown] = part.trimEnd().split('\n')
      return { call, shown }
    })
}

/**
 * The first of the lines that does not stand in the output in this order; … stands for anything, inside a line and for
 * lines.
 */
export function missingLine(shown: readonly string[], output: string): string | undefined {
  const lines = output.split('\n').map((line) => line.trimEnd())
  let from = 0
  for (const line of shown) {
    if (line === '…') continue
    const pattern = new RegExp(
      `^${line
        .split('…')
        .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('.*')}$`,
    )
    const found = lines.findIndex((candidate, index) => index >= from && pattern.test(candidate))
    if (found < 0) return line
    from = found + 1
  }
  return undefined
}

/** The course of the README, call by call; the number of calls. Throws where one prints something else. */
export function walkReadme(start: string, ejc: (folder: string, args: readonly string[]) => string): number {
  mkdirSync(start)
  let folder = start
  let calls = 0
  for (const { language, name, body } of readmeBlocks()) {
    if (language === 'yaml' && name) writeFileSync(join(folder, name), body)
    if (language !== 'console') continue
    for (const { call, shown } of callsOf(body)) {
      if (call.startsWith('cd ')) folder = join(folder, call.slice('cd '.length))
      if (!call.startsWith('ejc ')) continue
      const output = ejc(folder, call.slice('ejc '.length).split(' '))
      const unsaid = shown.filter((line) => missingLine([line], output) !== undefined)
      if (unsaid.length) throw new Error(`${call}: ${unsaid.join('\n')} is missing in\n${output}`)
      calls++
    }
  }
  return calls
}
