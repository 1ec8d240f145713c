import { type CaseData, type DocumentName, documentNames } from '../core/facts/documents.ts'
import { mergeDocument } from '../core/merge/merge.ts'
import { plumb, RECORD_END } from './git.ts'
import { needGit } from './gitdir.ts'
import { ownLines } from './own-lines.ts'
import { documentPath } from './paths.ts'
import { readYaml } from './yaml/read.ts'

/** The action of the commits by which a ledger is taken over. */
export const IMPORT = 'import'

/**
 * The documents of some cases as a ledger told them, by the commits of all imports: what the first wrote, with what
 * each later one changed. What was entered in ejc in between is not among it. Cases that no import wrote are left out.
 */
export async function importedDocuments(
  root: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CaseData>> {
  const commits = await importsOf(root, new Set(ids))
  const wanted = [...commits].flatMap(([id, hashes]) =>
    hashes.flatMap((hash, index) => (index === 0 ? [`${id} ${hash}`] : [`${id} ${hash}^`, `${id} ${hash}`])),
  )
  const read = await documentsAt(root, wanted)
  return new Map(
    [...commits].map(([id, [first, ...later]]) => {
      const start = read.get(`${id} ${first}`) ?? {}
      const told = later.reduce((before, hash) => {
        return changedBy(before, read.get(`${id} ${hash}^`) ?? {}, read.get(`${id} ${hash}`) ?? {})
      }, start)
      return [id, told]
    }),
  )
}

/** The documents with what a commit changed. */
function changedBy(told: CaseData, base: CaseData, theirs: CaseData): CaseData {
  const merged = documentNames.map((name) => {
    const sides = { base: base[name], ours: told[name], theirs: theirs[name] }
    return [name, mergeDocument(name, sides, () => 'theirs').data] as const
  })
  return Object.fromEntries(merged.filter(([, data]) => data !== undefined))
}

/** The documents of cases at commits, by `<case> <commit>`. */
async function documentsAt(root: string, places: readonly string[]): Promise<ReadonlyMap<string, CaseData>> {
  const { prefix } = needGit(root)
  const folder = prefix === '' ? '' : `${prefix}/`
  const wanted = places.flatMap((place) => documentNames.map((name) => ({ place, name })))
  const documentsByCase = new Map<string, Partial<Record<DocumentName, unknown>>>()
  if (wanted.length === 0) return documentsByCase
  const input = wanted.map(({ place, name }) => {
    const [id = '', commit = ''] = place.split(' ')
    return `${commit}:${folder}${documentPath(id, name)}\n`
  })
  const { stdout } = await plumb(root, ['cat-file', '--batch'], { input: input.join('') })
  let at = 0
  for (const { place, name } of wanted) {
    const end = stdout.indexOf('\n', at)
    const [, size] = / blob (\d+)$/u.exec(stdout.subarray(at, end).toString()) ?? []
    at = end + 1
    if (size === undefined) continue
    const result = readYaml(stdout.subarray(at, at + Number(size)))
    at += Number(size) + 1
    if (result.ok) documentsByCase.set(place, { ...documentsByCase.get(place), [name]: result.data })
  }
  return documentsByCase
}

/** The commits of the imports of each case, the first one first. */
async function importsOf(
  root: string,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const format = '--format=%H%x00%B%x1e'
  const only = ['--fixed-strings', `--grep=Ejc-Action: ${IMPORT}`, '--grep=Ejc-Action: undo']
  const { stdout } = await plumb(root, ['log', '--reverse', '--no-show-signature', ...only, format])
  const commits = new Map<string, string[]>()
  const first = new Map<string, string>()
  for (const record of stdout.toString().split(RECORD_END)) {
    const [commit = '', message = ''] = record.trim().split('\0')
    const { action, caseId, transaction, undoes } = ownLines(message)
    if (caseId === null || !ids.has(caseId)) continue
    // The import that brought the case in was taken back: a later one begins anew.
    if (undoes !== null && undoes === first.get(caseId)) commits.delete(caseId)
    if (action !== IMPORT) continue
    if (!commits.has(caseId)) first.set(caseId, transaction ?? '')
    commits.set(caseId, [...(commits.get(caseId) ?? []), commit])
  }
  return commits
}
