import { type CaseCommit, caseHistory } from './archive.ts'
import { attempt, RECORD_END } from './git.ts'
import { noteIn, ownLines } from './own-lines.ts'

/** One commit, and the case that it was made for. */
export interface CommitSummary extends CaseCommit {
  readonly caseId: string | null
}

const format = `--format=${['%H', '%cI', '%an', '%s', '%B'].join('%x00')}%x1e`

/** The commits that `git log` names when asked with `args`, newest first; only those that touch `path`, when given. */
export async function commitsOf(
  root: string,
  args: readonly string[],
  path: readonly string[] = [],
): Promise<CommitSummary[]> {
  const output = await attempt(root, ['log', '--no-show-signature', format, ...args, '--', ...path])
  return output.split(RECORD_END).flatMap((record) => {
    const [commit = '', committedAt = '', author = '', title = '', message = ''] = record.trim().split('\0')
    if (commit === '') return []
    const { action, caseId, subject } = ownLines(message)
    const note = action === null ? '' : noteIn(message)
    return { commit, committedAt, author, title, action, caseId, subject, note }
  })
}

/** How a line of a merge begins that says how a clash was decided; the number of the case follows. */
export const SETTLED = '取舍 '

/** The merges in which somebody decided a clash of a case, with only what they say of this case. */
async function settlingMerges(root: string, caseId: string): Promise<CaseCommit[]> {
  const lead = `${SETTLED}${caseId} `
  const found = await commitsOf(root, ['--merges', '--fixed-strings', `--grep=${lead}`])
  return found.map(({ caseId: _, ...merge }) => {
    const own = merge.note.split('\n').filter((line) => line.startsWith(lead))
    return { ...merge, note: own.map((line) => line.slice(lead.length)).join('\n') }
  })
}

/** The commits of a case with the merges that decided a clash of it, newest first. */
async function withMerges(root: string, caseId: string): Promise<CaseCommit[]> {
  const merges = await settlingMerges(root, caseId)
  const commits = await caseHistory(root, caseId)
  if (!merges.length) return commits
  const others = commits.filter(({ commit }) => !merges.some((merge) => merge.commit === commit))
  const at = ({ committedAt }: CaseCommit): number => Date.parse(committedAt)
  return [...merges, ...others].sort((a, b) => at(b) - at(a))
}

/** Every commit of a case under each of its numbers, newest first; without another case that had its number before. */
export async function wholeHistory(root: string, caseId: string): Promise<CaseCommit[]> {
  const all = await withMerges(root, caseId)
  const others = await commitsOfFormerCase(root, caseId)
  const own = all.filter(({ commit }) => !others.has(commit))
  const renumbered = own.find(({ action, subject }) => action === 'renumber' && subject !== null)
  if (!renumbered?.subject) return own
  return [...own, ...(await beforeRenumbering(root, renumbered.commit, renumbered.subject))]
}

/** The commits of another case that had this number, up to the one that gave it a new number. */
async function commitsOfFormerCase(root: string, caseId: string): Promise<ReadonlySet<string>> {
  const found = await commitsOf(root, ['--fixed-strings', `--grep=Ejc-Subject: ${caseId}`])
  const last = found.filter(({ action, subject }) => action === 'renumber' && subject === caseId)
  if (!last.length) return new Set()
  const names = await attempt(root, ['rev-list', ...last.map(({ commit }) => commit), '--'])
  return new Set(names.split('\n'))
}

/** The commits of a case under the number that it had before a commit. */
async function beforeRenumbering(root: string, commit: string, caseId: string): Promise<CaseCommit[]> {
  const earlier = await commitsOf(root, [`${commit}^`], [`cases/${caseId}/`])
  const again = earlier.find(({ action, subject }) => action === 'renumber' && subject !== null)
  if (!again?.subject) return earlier
  return [
    ...earlier.slice(0, earlier.indexOf(again) + 1),
    ...(await beforeRenumbering(root, again.commit, again.subject)),
  ]
}
