import { latest } from '../../core/calendar/dates.ts'
import { type AlteredFact, alteredFacts } from '../../core/facts/altered.ts'
import { isDayOfFact } from '../../core/facts/past.ts'
import type { Finding, HistoryRule } from '../../core/lint/define.ts'
import { type HistoryChange, type HistoryCommit, isByEjc } from '../../core/lint/history.ts'
import { HISTORY_INCOMPLETE } from '../../core/lint/housekeeping.ts'
import { historyRules } from '../../core/lint/index.ts'
import type { Citations } from '../../core/regulation/citation.ts'
import { answerOf } from '../../repository/git.ts'
import { needGit } from '../../repository/gitdir.ts'
import { type LoggedCommit, type LoggedFile, loggedCommits } from '../../repository/history/log.ts'
import { documentPath, printable } from '../../repository/paths.ts'
import { readYaml } from '../../repository/yaml/read.ts'
import { regulatedFinding, regulatedHousekeeping } from './finding.ts'

/**
 * Checks how the cases were recorded: the rules see each commit of the history, the oldest first. Findings name a
 * renumbered case by its present number, and cite the regulation of the office; a rule whose matter it lacks is silent.
 * Throws `not-a-git-repository` and `git`.
 */
export async function verifyHistory(
  root: string,
  citations: Citations,
  rules: readonly HistoryRule[] = historyRules,
): Promise<Finding[]> {
  needGit(root)
  if ((await answerOf(root, ['rev-parse', '--verify', '--quiet', 'HEAD'])) === null) return []
  const past = createPast()
  const findings: Finding[] = []
  for await (const logged of loggedCommits(root)) {
    const commit = past.add(logged)
    if (logged.action === 'renumber' && logged.case && logged.subject)
      renumberFindings(findings, logged.subject, logged.case)
    for (const rule of rules) {
      for (const { case: id, document, message } of rule.check(commit))
        findings.push(...regulatedFinding(citations, rule, documentPath(id, document), message, { case: id }))
    }
  }
  return [...(await incomplete(root, citations)), ...findings]
}

/** Moves findings from an old number of a case to its new one, since another case may get the old one. */
function renumberFindings(findings: Finding[], from: string, to: string): void {
  for (const [index, finding] of findings.entries()) {
    if (finding.case !== from) continue
    findings[index] = { ...finding, case: to, file: finding.file.replace(`cases/${from}/`, `cases/${to}/`) }
  }
}

async function incomplete(root: string, citations: Citations): Promise<Finding[]> {
  if ((await answerOf(root, ['rev-parse', '--is-shallow-repository'])) !== 'true') return []
  const message = '案件库是浅克隆，更早的提交不在这里，没有核对。请运行 git fetch --unshallow 后再核对。'
  return regulatedHousekeeping(citations, HISTORY_INCOMPLETE, 'ejc.yaml', message)
}

/** Remembers what is needed of earlier commits to judge a later one. */
function createPast(): { add(logged: LoggedCommit): HistoryCommit } {
  const transactions = new Set<string>()
  const lastOf = new Map<string, string>()
  const recordedBy = new Map<string, { readonly commit: string; readonly values: ReadonlySet<string> }>()
  /** Whether the value was written by the last commit of its case. */
  const isFresh = (file: LoggedFile, value: string): boolean => {
    const last = recordedBy.get(documentPath(file.case, file.document))
    return last !== undefined && lastOf.get(file.case) === last.commit && last.values.has(value)
  }
  return {
    add(logged) {
      const { transaction, files } = logged
      const commit = historyCommit(logged, transaction !== null && transactions.has(transaction))
      const changes = files.map((file): HistoryChange => {
        const altered = isByEjc(commit) ? [] : alteredIn(file).filter(({ from }) => !isFresh(file, from))
        return { case: file.case, document: file.document, days: daysIn(file.added), altered }
      })
      if (transaction !== null) transactions.add(transaction)
      for (const file of files) {
        lastOf.set(file.case, logged.commit)
        recordedBy.set(documentPath(file.case, file.document), {
          commit: logged.commit,
          values: valuesIn(file.added),
        })
      }
      return { ...commit, changes }
    },
  }
}

function historyCommit(logged: LoggedCommit, repeated: boolean): HistoryCommit {
  const { commit, author, title, days, asWritten, action, case: caseId, transaction } = logged
  const [authored, committed] = days
  return {
    commit,
    day: latest(authored, committed),
    author: printable(author),
    title: printable(title),
    action,
    case: caseId,
    transaction,
    rewritten: !asWritten,
    repeated,
    changes: [],
  }
}

/** The facts that a change by hand altered; none where a version of the document can't be read. */
function alteredIn({ document, before, after, merged }: LoggedFile): readonly AlteredFact[] {
  if (merged || before.length === 0) return []
  const [earlier, later] = [before, after].map((lines) => readYaml(Buffer.from(lines.join('\n'))))
  if (!earlier?.ok) return []
  // A removed document records nothing any more.
  if (after.length === 0) return alteredFacts(document, earlier.data, {})
  return later?.ok ? alteredFacts(document, earlier.data, later.data) : []
}

const DAY_OF_KEY = /([A-Za-z]+): *["']?(\d{4}-\d{2}-\d{2})\b/g
const VALUE = /\d{4}-\d{2}-\d{2}|\d+\.\d{1,2}|\d+/g

/** The days of facts in lines of a document, in block style and in braces. */
function daysIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) =>
    [...line.matchAll(DAY_OF_KEY)].flatMap(([, key = '', day = '']) => (isDayOfFact(key) ? day : [])),
  )
}

function valuesIn(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.match(VALUE) ?? []))
}
