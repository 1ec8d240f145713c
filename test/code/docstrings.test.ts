import { parseSync } from 'oxc-parser'
import { describe, expect, test } from 'vitest'
import { readSources } from './sources.ts'

const folders = ['facts', 'deadlines', 'calendar', 'regulation', 'stages', 'lint', 'forms'].map(
  (folder) => `src/core/${folder}`,
)

/** The functions that a source exports without a docstring right before them. */
function undocumented(file: string, text: string): string[] {
  const { program, comments } = parseSync(file, text)
  const docs = comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*'))
  const isDocumented = (start: number): boolean =>
    docs.some((doc) => doc.end <= start && text.slice(doc.end, start) === '\n')
  const overloaded = new Set<string>()
  return program.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || !node.declaration) return []
    const { declaration } = node
    // The docstring of an overloaded function stands before its first signature.
    const name = 'id' in declaration && declaration.id && 'name' in declaration.id ? declaration.id.name : ''
    if (isDocumented(node.start)) overloaded.add(name)
    if (isDocumented(node.start) || overloaded.has(name)) return []
    if (declaration.type === 'FunctionDeclaration') return [`${file} ${declaration.id?.name ?? ''}`]
    if (declaration.type !== 'VariableDeclaration') return []
    return declaration.declarations
      .filter(({ init }) => init?.type === 'ArrowFunctionExpression')
      .map(({ id }) => `${file} ${'name' in id ? id.name : ''}`)
  })
}

describe('the scan', () => {
  test.each([
    ['export function f() {}', ['x.ts f']],
    ['export const f = () => 1', ['x.ts f']],
    ['/** Does it. */\nexport function f() {}', []],
    ['/* Does it. */\nexport function f() {}', ['x.ts f']],
    ['/** Of another. */\nconst a = 1\nexport function f() {}', ['x.ts f']],
    ['function f() {}', []],
    ['/** Of the file. */\n\nexport function f() {}', ['x.ts f']],
  ])('%j', (text, found) => {
    expect(undocumented('x.ts', text)).toEqual(found)
  })
})

test('every function that the core offers says what it answers', () => {
  expect(folders.flatMap(readSources).flatMap(({ file, text }) => undocumented(file, text))).toEqual([])
})
