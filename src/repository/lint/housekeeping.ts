import { lstatSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import { yearOf } from '../../core/calendar/dates.ts'
import { isDocumentName } from '../../core/facts/documents.ts'
import type { Finding } from '../../core/lint/define.ts'
import type { RepositoryError } from '../errors.ts'
import { printable } from '../paths.ts'
import { createPlaces } from '../place.ts'
import type { RawCase, Repository } from '../repository.ts'
import type { CaseReading, Workspace } from '../workspace.ts'
import { housekeeping } from './finding.ts'

/** Files that operating systems and editors leave behind, and those that keep an empty folder. */
const LEFT_BEHIND = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\.gitkeep|\.gitignore|README\.md|~\$.*|\..*\.swp)$/

/** Files of a case folder that no command will ever look at, and links that lead out of the repository. */
export function unknownFiles(repository: Repository, raw: RawCase): Finding[] {
  return raw.files.flatMap((path) => {
    const file = `${raw.folder}/${path}`
    const say = (message: string): Finding =>
      housekeeping('repo/unknown-file', file, message, { case: raw.id })
    if (leadsOut(repository.root, file))
      return [say('是指向案件库以外的符号链接，不会读取：请把文件本身放进案件文件夹。')]
    return isKnown(path) ? [] : [say(unknownMessage(path))]
  })
}

function isKnown(path: string): boolean {
  const [folder = '', ...below] = path.split('/')
  if (LEFT_BEHIND.test(path.slice(path.lastIndexOf('/') + 1))) return true
  if (below.length) return folder === 'attachments' || folder === 'documents'
  return folder.endsWith('.yaml') && isDocumentName(folder.slice(0, -'.yaml'.length))
}

function unknownMessage(path: string): string {
  const yaml = /\.ya?ml$/.test(path) && !path.includes('/')
  const advice = yaml ? '请核对文件名；不需要的请删除。' : '附件请放入 attachments/，文书请放入 documents/。'
  return `ejc 不认识文件 ${printable(path)}，不会读取。${advice}`
}

function leadsOut(root: string, file: string): boolean {
  const path = join(root, file)
  try {
    return lstatSync(path).isSymbolicLink() && !realpathSync(path).startsWith(root + sep)
  } catch {
    return true
  }
}

type Readings = ReadonlyMap<string, CaseReading | RepositoryError>

/** Case ids that two folders claim, that differ from their folder's name, and folders that are no cases. */
export function identityFindings(repository: Repository, ids: readonly string[], read: Readings): Finding[] {
  const claimed = new Map<string, string>(ids.map((id) => [id.toUpperCase(), id]))
  const stray = repository.strayEntries().flatMap((path) => strayFinding(path, claimed))
  return [...stray, ...[...read].flatMap(([id, reading]) => mismatch(id, reading, claimed))]
}

function strayFinding(path: string, claimed: ReadonlyMap<string, string>): Finding[] {
  const name = path.slice('cases/'.length)
  if (LEFT_BEHIND.test(name)) return []
  const twin = claimed.get(name.toUpperCase())
  if (twin) {
    const message = `文件夹 ${printable(name)} 与案件 ${twin} 只有大小写不同，在部分系统上会互相覆盖：请合并或改号。`
    return [housekeeping('case/duplicate-id', path, message)]
  }
  const message = `${printable(name)} 不是案件文件夹（编号形如 NN-2026-0001），不会读取：请改名或移走。`
  return [housekeeping('repo/unknown-file', path, message)]
}

function mismatch(
  folder: string,
  reading: CaseReading | RepositoryError,
  claimed: ReadonlyMap<string, string>,
): Finding[] {
  const document = 'raw' in reading ? reading.raw?.documents.case : undefined
  const data: unknown = document?.result.ok ? document.result.data : undefined
  const id = typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined
  if (!document || typeof id !== 'string' || id === folder) return []
  const details = { case: folder, path: ['id'], place: createPlaces().of(document, ['id']) }
  const owner = claimed.get(id.toUpperCase())
  if (owner !== undefined && owner !== folder) {
    const message = `编号 ${printable(id)} 已由 cases/${owner} 使用，两案不能同号：请把本案改为 ${folder} 或另编新号。`
    return [housekeeping('case/duplicate-id', document.file, message, details)]
  }
  const message = `文件夹是 ${folder}，id 写的是 ${printable(id)}：请改成一致。`
  return [housekeeping('case/id-folder-mismatch', document.file, message, details)]
}

/** Years on which an open deadline leans and for which no State Council arrangement is on record. */
export function calendarFindings(
  { setting }: Workspace,
  readings: readonly (CaseReading | RepositoryError)[],
): Finding[] {
  const covered = new Set(setting.calendar.coveredYears)
  // Arrangements come out a year ahead at most: nobody could enter those of later years.
  const lastToEnter = yearOf(setting.today) + 1
  const touched = new Map<number, { cases: Set<string>; deadlines: number }>()
  for (const reading of readings) {
    if (!('ok' in reading) || !reading.ok) continue
    for (const { rolledDue, certain, daysLeft } of reading.view.deadlines) {
      if (certain || !rolledDue || daysLeft === null || covered.has(yearOf(rolledDue))) continue
      if (yearOf(rolledDue) > lastToEnter) continue
      const year = touched.get(yearOf(rolledDue)) ?? { cases: new Set(), deadlines: 0 }
      year.cases.add(reading.id)
      year.deadlines += 1
      touched.set(yearOf(rolledDue), year)
    }
  }
  return [...touched]
    .sort(([a], [b]) => a - b)
    .map(([year, { cases, deadlines }]) => {
      const message = `${year} 年放假安排未录入，${cases.size} 件案件的 ${deadlines} 个期限暂按周末推算。国务院办公厅公布后请录入 calendar/${year}.yaml。`
      return housekeeping('repo/calendar-coverage', 'ejc.yaml', message)
    })
}
