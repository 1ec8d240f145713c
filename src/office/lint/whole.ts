import type { Finding } from '../../core/lint/define.ts'
import { checkDocument } from '../../repository/check.ts'
import { createPlaces } from '../../repository/place.ts'
import type { Workspace } from '../../repository/workspace.ts'
import { housekeeping, problemFinding } from './finding.ts'
import type { WholeFindings } from './remembered.ts'

/** The findings about files outside of cases/: all cases depend on these files. */
export async function wholeFindings({ repository, problems, setting }: Workspace): Promise<WholeFindings> {
  const files = [
    repository.config(),
    repository.readSubmissions(),
    ...repository.readCalendars(),
    ...repository.readProjects(),
    ...repository.readRegulations(),
  ]
  const byName = new Map(files.flatMap((raw) => (raw ? [[raw.file, raw] as const] : [])))
  const places = createPlaces()
  const config = checkDocument('config', repository.config(), setting.regulation.lists).problems
  const findings = [...config, ...problems].map((problem) =>
    problemFinding(problem, null, byName.get(problem.file), places),
  )
  const packs = repository.readRegulations().length ? await packFindings(repository, setting) : []
  return {
    findings: [...findings, ...packs],
    coveredYears: setting.calendar.coveredYears,
    matters: setting.regulation.pack.matters,
  }
}

/**
 * What is wrong with the office's own packs beyond their schema: entries that were copied and not compared yet,
 * articles that do not exist, contradictions. An error if the pack is in force or the office follows it.
 */
async function packFindings(
  repository: Workspace['repository'],
  { config }: Workspace['setting'],
): Promise<Finding[]> {
  const [{ checkPack }, { packIn, writtenPacks }] = await Promise.all([
    import('../../repository/regulation/check.ts'),
    import('../../repository/regulation/packs.ts'),
  ])
  const packs = await writtenPacks(repository)
  const findings: Finding[] = []
  for (const raw of repository.readRegulations()) {
    const { id, file, faults } = await checkPack(raw, packs)
    const severity = id === config.regulation || packIn(raw)?.status === 'in-force' ? 'error' : 'warning'
    const told = faults.filter(({ kind }) => kind === 'article' || kind === 'contradiction')
    const open = faults.filter(({ kind }) => kind === 'review')
    const [first] = open
    const pending = first ? [{ ...first, message: stillOpen(id ?? file, open.length) }] : []
    for (const { message, line, column } of [...pending, ...told])
      findings.push({ ...housekeeping('repo/regulation', file, message), severity, line, column })
  }
  return findings
}

const stillOpen = (id: string, count: number) =>
  `规范包 ${id} 还有 ${count} 项待核，由它算出的日期和引用的条文都不可靠；运行 ejc regulation check 逐项列出。`
