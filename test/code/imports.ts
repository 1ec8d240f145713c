import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { type Expression, parseSync, Visitor } from 'oxc-parser'

/** What each source imports: files by their paths, types and `import()` among them. */
export type Imports = ReadonlyMap<string, readonly string[]>

/** The imports of every source below a folder, the generated ones too. */
export function importsBelow(folder: string): Imports {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    // The build writes into a folder of its own, `.new-…`, before it puts everything in place.
    .filter((file) => /\.[jt]s$/u.test(file) && !file.includes('/.'))
  return new Map(files.map((file) => [file, filesNamedIn(file, readFileSync(file, 'utf8'))]))
}

/** The files that a source imports. Packages are left out. @throws Error for an `import()` of no plain text. */
export function filesNamedIn(file: string, source: string): string[] {
  const names: string[] = []
  const add = (from: Expression | null): void => {
    if (!from) return
    if (from.type !== 'Literal') throw new Error(`${file}: import() of what is no plain text`)
    names.push(String(from.value))
  }
  new Visitor({
    ImportDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    ImportExpression: (node) => add(node.source),
    TSImportType: (node) => add(node.source),
  }).visit(parseSync(file, source).program)
  return [...new Set(names.filter((name) => name.startsWith('.')).flatMap((name) => filesOf(file, name)))]
}

/** A file that is imported, and the one that holds its types where they stand apart. */
function filesOf(file: string, name: string): string[] {
  const path = posix.join(posix.dirname(file), name)
  const types = path.replace(/\.js$/u, '.d.ts')
  return types !== path && existsSync(types) ? [path, types] : [path]
}

/** Every circle: files that reach one another, sorted. Each file stands in one at most. */
export function circlesIn(imports: Imports): string[][] {
  const order = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []
  const visit = (file: string): number => {
    const number = order.size
    order.set(file, number)
    open.push(file)
    let low = number
    for (const next of imports.get(file) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next))
      else if (open.includes(next)) low = Math.min(low, order.get(next) ?? low)
    }
    if (low === number) {
      const circle = open.splice(open.indexOf(file))
      if (circle.length > 1 || imports.get(file)?.includes(file)) circles.push(circle.sort())
    }
    return low
  }
  for (const file of imports.keys()) if (!order.has(file)) visit(file)
  return circles
}

/** The layer of a file: the folder in src/, or what lies outside of it (`schemas`). */
export function layerOf(file: string): string {
  const [top = '', layer = ''] = file.split('/')
  return top === 'src' ? layer : top
}

/**
 * What each source imports in truth: a generated list only passes on what it names, so whoever imports the list imports
 * that too.
 */
export function throughGenerated(imports: Imports): Imports {
  const behind = (file: string, seen: Set<string>): string[] => {
    if (seen.has(file)) return []
    seen.add(file)
    return [
      file,
      ...(layerOf(file) === 'generated' ? (imports.get(file) ?? []) : []).flatMap((next) =>
        behind(next, seen),
      ),
    ]
  }
  return new Map(
    [...imports].map(([file, names]) => {
      const seen = new Set<string>()
      return [file, names.flatMap((name) => behind(name, seen))]
    }),
  )
}
