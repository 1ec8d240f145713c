import { isMapData } from '../core/facts/data.ts'
import { documentNames } from '../core/facts/documents.ts'
import type { Path } from '../core/facts/locations.ts'
import { RepositoryError } from './errors.ts'
import { isCaseId, printable } from './paths.ts'
import type { RawDocument } from './raw.ts'
import type { Repository } from './repository.ts'
import { commitTransaction, type TransactionResult } from './transaction.ts'
import { editYaml } from './yaml/write.ts'

/** What has to be written to give a case another number. */
export interface Renumbering {
  readonly from: string
  readonly to: string
  /** By path; null removes a file. */
  readonly files: ReadonlyMap<string, Uint8Array | null>
  /** SHA-256 of what was read, by path; null: it was not there. */
  readonly expected: ReadonlyMap<string, string | null>
  /** Documents of other cases, and lists of the office, that name the case. */
  readonly references: readonly string[]
  /** Documents that mention the old number inside a text; a person has to change them. */
  readonly mentions: readonly string[]
  /** Papers that still print the old number, by their new paths. */
  readonly papers: readonly string[]
}

/**
 * Plans how to give a case another number: in its folder, its own id, and wherever it is referred to. Throws
 * `no-such-case`, `unsafe-path` for what is no number of a case, and `io` when the number is taken.
 */
export function planRenumbering(repository: Repository, from: string, to: string): Renumbering {
  if (!isCaseId(to))
    throw new RepositoryError('unsafe-path', `案件编号“${printable(to)}”不合格式（例：NN-2026-0001）`)
  const { files: names, folder } = repository.readCase(from)
  if (repository.caseExists(to)) throw new RepositoryError('io', `案件 ${to} 已经存在：请换一个编号`)
  const files = new Map<string, Uint8Array | null>()
  const expected = new Map<string, string | null>()
  const naming = documentsNaming(repository, from)
  const texts = new Map(naming.map((raw) => [raw.file, renamedText(raw, from, to)]))
  const moved = new Map(names.map((name) => [`${folder}/${name}`, `cases/${to}/${newName(name, from, to)}`]))
  for (const [path, fresh] of moved) {
    const text = texts.get(path)
    expected.set(path, repository.digest(path) ?? null).set(fresh, null)
    files
      .set(path, null)
      .set(fresh, text === undefined ? repositoryBytes(repository, path) : Buffer.from(text))
  }
  const references = naming.filter((raw) => !moved.has(raw.file) && pathsNaming(raw, from).length > 0)
  for (const raw of references) {
    files.set(raw.file, Buffer.from(texts.get(raw.file) ?? ''))
    expected.set(raw.file, raw.digest())
  }
  const mentions = naming.filter(({ file }) => texts.get(file)?.includes(from))
  return {
    from,
    to,
    files,
    expected,
    references: references.map(({ file }) => file),
    mentions: mentions.map(({ file }) => moved.get(file) ?? file),
    papers: [...moved.values()].filter((path) => path.includes('/documents/') && path.endsWith('.docx')),
  }
}

const repositoryBytes = (repository: Repository, path: string): Uint8Array =>
  repository.readBytes(path) ?? new Uint8Array()

/** The new name of a file (relative to the folder of its case): names of papers contain the number. */
export function newName(name: string, from: string, to: string): string {
  return name.startsWith('documents/') ? name.replace(from, to) : name
}

/** Every document that contains the number of a case, also inside a text. */
function documentsNaming(repository: Repository, id: string): RawDocument[] {
  const inCases = repository.caseIds().flatMap((each) => {
    const { documents } = repository.readCase(each)
    return documentNames.flatMap((name) => documents[name] ?? [])
  })
  const ofOffice = [repository.readSubmissions(), ...repository.readProjects()].flatMap((raw) => raw ?? [])
  return [...inCases, ...ofOffice].filter((raw) => raw.text().includes(id))
}

/** The paths of a document whose value is exactly the number of a case. */
function pathsNaming({ result }: RawDocument, id: string): Path[] {
  const found: Path[] = []
  const visit = (value: unknown, path: Path): void => {
    if (value === id) found.push(path)
    else if (Array.isArray(value)) value.forEach((item, index) => void visit(item, [...path, index]))
    else if (isMapData(value)) for (const [key, child] of Object.entries(value)) visit(child, [...path, key])
  }
  if (result.ok) visit(result.data, [])
  return found
}

function renamedText(raw: RawDocument, from: string, to: string): string {
  const edits = pathsNaming(raw, from).map((path) => ({ kind: 'set', path, value: to }) as const)
  return edits.length ? editYaml(raw.text(), edits) : raw.text()
}

/** Writes a renumbering and commits exactly its files. Throws as `commitTransaction`, and then nothing is written. */
export function writeRenumbering(
  root: string,
  { from, to, files, expected }: Renumbering,
  commit: boolean,
): Promise<TransactionResult> {
  const message = `${to} 改号（原编号 ${from}）`
  const request = { action: 'renumber', caseId: to, subject: from, message, files, expected }
  return commitTransaction(root, request, { commit })
}
