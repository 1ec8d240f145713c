import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'
import {
  type Expression,
  type ObjectExpression,
  type ObjectPropertyKind,
  parseSync,
  Visitor,
} from 'oxc-parser'

/**
 * The examples of a rule are its tests: of them the program only ever says the titles (`ejc explain`). The cases that
 * they make, a third of the code of all rules, are left out of what is built, and with them the sample case.
 */
export const titlesOfExamples: Plugin = {
  name: 'titles-of-examples',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]core[\\/]lint[\\/]rules[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: withTitlesOnly(path, await readFile(path, 'utf8')),
      loader: 'ts',
    }))
  },
}

/** The code of a rule, its examples cut down to their titles; what is written in another way stays as it is. */
export function withTitlesOnly(path: string, code: string): string {
  const { program, errors } = parseSync(path, code)
  if (errors.length) throw new Error(`${path}: ${errors[0]?.message}`)
  const cut: { readonly start: number; readonly end: number }[] = []
  new Visitor({
    ObjectExpression({ properties }) {
      for (const each of properties)
        if (each.type === 'Property' && isNamed(each, 'examples'))
          cut.push(...listsIn(each.value).flatMap(beyondTitles))
    },
  }).visit(program)
  return cut
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), code)
}

const isNamed = (node: ObjectPropertyKind, name: string): boolean =>
  node.type === 'Property' && node.key.type === 'Identifier' && node.key.name === name

/** The objects in the lists that an object holds: those that are accepted, and those that are rejected. */
function listsIn(value: Expression): ObjectExpression[] {
  if (value.type !== 'ObjectExpression') return []
  const lists = value.properties.flatMap((each) =>
    each.type === 'Property' && each.value.type === 'ArrayExpression' ? each.value.elements : [],
  )
  return lists.flatMap((each) => (each?.type === 'ObjectExpression' ? [each] : []))
}

/** From behind the title to the end of each object that begins with it. */
function beyondTitles({ properties: [first], end }: ObjectExpression): { start: number; end: number }[] {
  return first && isNamed(first, 'title') ? [{ start: first.end, end: end - 1 }] : []
}
