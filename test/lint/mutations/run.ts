import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { DocumentName, Documents } from '../../../src/core/facts/documents.ts'
import type { Finding } from '../../../src/core/lint/define.ts'
import { sampleDocuments, sampleToday } from '../../../src/core/lint/sample.ts'
import { keyOrder, titleAt } from '../../../src/core/schema/walk.ts'
import { lintRepository } from '../../../src/office/lint.ts'
import { editYaml } from '../../../src/repository/yaml/write.ts'
import { temporaryFolder } from '../../support/cli.ts'
import type { FactPlace, Mutation } from './mutation.ts'

const id = 'NN-2025-0007'

/** A document as ejc writes it: order of keys, Chinese titles as comments. */
function written(name: DocumentName, document: object): string {
  const edits = Object.entries(document).map(([key, value]) => ({ kind: 'set', path: [key], value }) as const)
  return editYaml(undefined, edits, {
    header: `yaml-language-server: $schema=../../schemas/${name}.schema.json`,
    orderOf: (path) => keyOrder(name, path),
    commentOf: (path) => titleAt(name, path),
  })
}

const sample = sampleDocuments()
const lawful: ReadonlyMap<string, string> = new Map(
  Object.entries(sample).map(([name, document]) => [`${name}.yaml`, written(name as DocumentName, document)]),
)
const attachments = (sample.evidence?.evidence ?? []).flatMap(({ file }) => file ?? [])

/** The files that differ from the sample's, null for one that is gone; what is the same is not written again. */
function changedFiles(documents: Documents): Map<string, string | null> {
  const names = Object.keys({ ...sample, ...documents }) as DocumentName[]
  const changed = names.filter((name) => JSON.stringify(documents[name]) !== JSON.stringify(sample[name]))
  return new Map(
    changed.map((name) => {
      const document = documents[name]
      return [`${name}.yaml`, document ? written(name, document) : null]
    }),
  )
}

export interface Result {
  readonly findings: readonly Finding[]
  /** The line (1-based) at which a place stands in the file as written; that of the section above where it is missing. */
  lineOf(place: FactPlace): number
}

/** The sample case in a repository on disk, and a function that lints it with one thing broken, as `ejc lint` does. */
export function brokenSample(): (mutation: Pick<Mutation, 'change' | 'today' | 'files'>) => Promise<Result> {
  const root = temporaryFolder()
  const put = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  put('ejc.yaml', readFileSync('test/fixtures/example-case/ejc.yaml', 'utf8'))
  const inCase = (file: string): string => `cases/${id}/${file}`
  for (const file of attachments) put(inCase(file), '')
  for (const [file, text] of lawful) put(inCase(file), text)
  const store = (file: string, text: string | null | undefined): void => {
    if (typeof text === 'string') put(inCase(file), text)
    else rmSync(join(root, inCase(file)), { force: true })
  }
  return async ({ change, today = sampleToday, files = {} }) => {
    const documents = sampleDocuments()
    change(documents)
    const changed = new Map([...changedFiles(documents), ...Object.entries(files)])
    for (const [file, text] of changed) store(file, text)
    const findings = await lintRepository(root, { today })
    for (const file of changed.keys()) {
      store(file, lawful.get(file) ?? (attachments.includes(file) ? '' : undefined))
    }
    const textOf = (file: string): string => changed.get(file) ?? lawful.get(file) ?? ''
    return { findings, lineOf: (place) => lineIn(textOf(`${place[0]}.yaml`), place) }
  }
}

/** Found without the program's own positions: by the document's nodes, and by counting line breaks in the text. */
function lineIn(text: string, [, ...path]: FactPlace): number {
  const { contents } = parseDocument(text) as Document
  let node: unknown = contents
  let offset = contents?.range?.[0] ?? 0
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key)
      if (!pair || !isScalar(pair.key)) break
      offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      const item = node.items[Number(key)]
      if (!isMap(item) && !isScalar(item) && !isSeq(item)) break
      offset = item.range?.[0] ?? offset
      node = item
    } else break
  }
  return text.slice(0, offset).split('\n').length
}
