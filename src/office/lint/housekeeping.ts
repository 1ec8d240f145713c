import { lstatSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { type IsoDate, yearOf } from '../../core/calendar/dates.ts'
import { isPending } from '../../core/deadlines/status.ts'
import { isDocumentName } from '../../core/facts/documents.ts'
import type { Finding } from '../../core/lint/define.ts'
import type { Citations } from '../../core/regulation/citation.ts'
import { isLegalOnWindows } from '../../core/schema/file-names.ts'
import type { CaseView } from '../../core/view.ts'
import { BROKEN_LINK, OUTSIDE_LINK, pathBelow, printable } from '../../repository/paths.ts'
import { createPlaces } from '../../repository/place.ts'
import { textIn } from '../../repository/raw.ts'
import type { RawCase, RawDocument, Repository } from '../../repository/repository.ts'
import { isSideFile } from '../../repository/side-files.ts'
import { regulatedHousekeeping } from './finding.ts'

/** Files that keep a folder from being empty, or say what it is for. */
const OF_FOLDERS: ReadonlySet<string> = new Set(['.gitkeep', '.gitignore', 'README.md'])

/** Whether the file is there for its folder, or an operating system or an editor left it behind. */
export function isLeftoverFile(name: string): boolean {
  return OF_FOLDERS.has(name) || isSideFile(name)
}

/** Files of a case folder that no command reads: unknown ones, links out of the repository, pipes. */
export function unknownFiles(repository: Repository, raw: RawCase, citations: Citations): Finding[] {
  return raw.listed.flatMap(({ path, kind }) => {
    const file = `${raw.folder}/${path}`
    const say = (message: string): Finding[] =>
      regulatedHousekeeping(citations, 'repo/unknown-file', file, message, { case: raw.id })
    const unread = kind === 'file' ? undefined : whyNotRead(repository.root, file)
    if (unread) return say(`${unread}，不会读取：请把文件本身放进案件文件夹。`)
    if (!isKnown(path)) return say(unknownMessage(path))
    const odd = path.split('/').find((part) => !isLegalOnWindows(part))
    return odd === undefined ? [] : say(oddMessage(odd))
  })
}

function isKnown(path: string): boolean {
  const [folder = '', ...below] = path.split('/')
  if (isLeftoverFile(path.slice(path.lastIndexOf('/') + 1))) return true
  if (below.length) return folder === 'attachments' || folder === 'documents'
  return folder.endsWith('.yaml') && isDocumentName(folder.slice(0, -'.yaml'.length))
}

/** The message for a name that Windows does not allow: there, nothing that comes with such a file can be fetched. */
function oddMessage(name: string): string {
  return `${printable(name)} 在 Windows 上不能作文件名，用 Windows 的同事无法同步：请改名（不含 : * ? " < > | 和反斜杠，不以点或空格结尾，不是 CON、NUL 之类）。`
}

function unknownMessage(path: string): string {
  const yaml = /\.ya?ml$/.test(path) && !path.includes('/')
  const advice = yaml ? '请核对文件名；不需要的请删除。' : '附件请放入 attachments/，文书请放入 documents/。'
  return `ejc 不认识文件 ${printable(path)}，不会读取。${advice}`
}

function whyNotRead(root: string, file: string): string | undefined {
  const path = join(root, file)
  try {
    const state = lstatSync(path)
    if (state.isFile()) return undefined
    if (!state.isSymbolicLink()) return '不是普通文件'
    return pathBelow(root, realpathSync(path)) ? undefined : OUTSIDE_LINK
  } catch {
    return BROKEN_LINK
  }
}

/** The folders that claim a case id, by the id in capitals, since file systems may ignore case. */
export type Claims = ReadonlyMap<string, string>

export function caseIdClaims(ids: readonly string[]): Claims {
  return new Map(ids.map((id) => [id.toUpperCase(), id]))
}

/** Findings for folders that are no cases, or that differ from a case only in capitals. */
export function strayFindings(repository: Repository, claimed: Claims, citations: Citations): Finding[] {
  return repository.strayEntries().flatMap((path) => strayFinding(path, claimed, citations))
}

function strayFinding(path: string, claimed: Claims, citations: Citations): Finding[] {
  const name = path.slice('cases/'.length)
  if (isLeftoverFile(name)) return []
  const twin = claimed.get(name.toUpperCase())
  if (twin) {
    const message = `文件夹 ${printable(name)} 与案件 ${twin} 只有大小写不同，在部分系统上会互相覆盖：请合并或改号。`
    return regulatedHousekeeping(citations, 'case/duplicate-id', path, message)
  }
  const message = `${printable(name)} 不是案件文件夹（编号形如 NN-2026-0001），不会读取：请改名或移走。`
  return regulatedHousekeeping(citations, 'repo/unknown-file', path, message)
}

/** Findings for a case whose id differs from its folder's name, or that another folder claims too. */
export function identityFindings(
  folder: string,
  document: RawDocument | undefined,
  claimed: Claims,
  citations: Citations,
): Finding[] {
  const id = textIn(document, 'id')
  if (!document || id === undefined || id === folder) return []
  const details = { case: folder, path: ['id'], place: createPlaces().of(document, ['id']) }
  const owner = claimed.get(id.toUpperCase())
  if (owner !== undefined && owner !== folder) {
    const message = `编号 ${printable(id)} 已由 cases/${owner} 使用，两案不能同号：请把本案改为 ${folder} 或另编新号。`
    return regulatedHousekeeping(citations, 'case/duplicate-id', document.file, message, details)
  }
  const message = `文件夹是 ${folder}，id 写的是 ${printable(id)}：请改成一致。`
  return regulatedHousekeeping(citations, 'case/id-folder-mismatch', document.file, message, details)
}

/** The years whose holidays are unknown and that open deadlines of a case depend on. */
export function yearsWithoutHolidays({ deadlines }: CaseView): number[] {
  return deadlines.flatMap(({ rolledDue, certain, status }) =>
    rolledDue && !certain && isPending({ status }) ? [yearOf(rolledDue)] : [],
  )
}

/**
 * Collects, case by case, the years whose holidays are unknown and that open deadlines depend on. How many they are is not
 * told, so that parts of the library that are checked apart say the same.
 */
export function createCoverage(
  coveredYears: readonly number[],
  today: IsoDate,
): {
  add(leantOn: readonly number[]): void
  findings(citations: Citations): Finding[]
} {
  const covered = new Set(coveredYears)
  // Holidays are published at most a year ahead: nobody can enter those of later years.
  const lastToEnter = yearOf(today) + 1
  const touched = new Set<number>()
  return {
    add(leantOn) {
      for (const year of leantOn) if (!covered.has(year) && year <= lastToEnter) touched.add(year)
    },
    findings: (citations) =>
      [...touched]
        .sort((a, b) => a - b)
        .flatMap((year) => {
          const message = `${year} 年放假安排未录入，有的期限暂按周末和法定节假日推算。国务院办公厅公布后请用 ejc calendar add ${year} 录入。`
          return regulatedHousekeeping(citations, 'repo/calendar-coverage', 'ejc.yaml', message)
        }),
  }
}
