import { type Calendar, createCalendar } from '../core/calendar/calendar.ts'
import { type CalendarData, regionalCalendarOf } from '../core/calendar/data.ts'
import type { IsoDate } from '../core/calendar/dates.ts'
import {
  type CalendarDocument,
  type ConfigDocument,
  type Documents,
  documentNames,
  type ProjectDocument,
  type SubmissionsDocument,
} from '../core/facts/documents.ts'
import { factsOf } from '../core/facts/facts.ts'
import type { Regulation } from '../core/regulation/regulation.ts'
import type { SchemaName } from '../core/schema/validate.ts'
import { type Setting, settingWith, watched } from '../core/setting.ts'
import { type CaseView, viewOf } from '../core/view.ts'
import { checkDocument, type FileProblem, isBackfilledCase } from './check.ts'
import { RepositoryError } from './errors.ts'
import { needOwnFormat } from './format/check.ts'
import { type Law, loadLaw } from './law.ts'
import { placeOfProblem } from './place.ts'
import { textIn } from './raw.ts'
import { openRepository, type RawCase, type RawDocument, type Repository } from './repository.ts'

/** The result of reading a case: its view, or the problems because of which it can't be used. */
export type CaseReading =
  | {
      readonly ok: true
      readonly id: string
      readonly raw: RawCase
      readonly view: CaseView
      readonly problems: readonly FileProblem[]
    }
  | {
      readonly ok: false
      readonly id: string
      readonly raw: RawCase | undefined
      readonly problems: readonly FileProblem[]
    }

/** A case repository checked against the schemas, with the law, the calendar and the day that apply. */
export interface Workspace {
  readonly repository: Repository
  readonly law: Law
  readonly setting: Setting
  /** Reads one case; returns problems (at their lines), and throws nothing, when its files can't be used. */
  readCase(id: string): CaseReading
  /** Like readCase, but throws the first problem, naming file, line and what to do. */
  needCase(id: string): CaseReading & { ok: true }
  readonly submissions: SubmissionsDocument | undefined
  readonly projects: readonly ProjectDocument[]
  /** Problems of the files outside cases/, which lint reports. */
  readonly problems: readonly FileProblem[]
}

/** Opens the repository at `root` on the day `today`. Throws RepositoryError when ejc.yaml can't be used. */
export async function openWorkspace(root: string, today: IsoDate): Promise<Workspace> {
  const repository = await openRepository(root)
  needOwnFormat(repository.config())
  const config = need<ConfigDocument>(repository.config(), 'config')
  const law = await loadLaw(repository)
  const regulation = law.regulation(config.regulation)
  if (!regulation) throw unusableRegulation(config.regulation, law, repository)
  const problems: FileProblem[] = [...law.problems]
  const read = <T>(name: SchemaName, raw: RawDocument | undefined): T[] => {
    if (!raw) return []
    const checked = checkDocument<T>(name, raw, regulation.lists)
    problems.push(...checked.problems)
    return checked.data === undefined || blocking(checked.problems).length ? [] : [checked.data]
  }
  const extra = repository.readCalendars().flatMap((raw) => read<CalendarDocument>('calendar', raw))
  const setting = { regulation, calendar: calendarOf(law.calendars, config, extra), config, today }
  const readCase = (id: string): CaseReading => readOneCase(repository, law, setting, id)
  return {
    repository,
    law,
    setting,
    readCase,
    needCase: (id) => {
      const reading = readCase(id)
      if (reading.ok) return reading
      throw whyUnreadable(reading)
    },
    submissions: read<SubmissionsDocument>('submissions', repository.readSubmissions())[0],
    projects: repository.readProjects().flatMap((raw) => read<ProjectDocument>('project', raw)),
    problems,
  }
}

/** Why a case can't be used: its first problem, with file and line. */
export function whyUnreadable({ raw, problems }: CaseReading): RepositoryError {
  return problemError(problems, Object.values(raw?.documents ?? {}))
}

function readOneCase(repository: Repository, law: Law, setting: Setting, id: string): CaseReading {
  const raw = repository.readCase(id)
  const regulation = regulationOf(raw, law) ?? setting.regulation
  const documents: Record<string, unknown> = {}
  const problems: FileProblem[] = []
  const isBackfilled = isBackfilledCase(raw.documents.case)
  for (const name of documentNames) {
    const document = raw.documents[name]
    if (!document) continue
    const checked = checkDocument(name, document, regulation.lists, isBackfilled)
    documents[name] = checked.data
    problems.push(...checked.problems)
  }
  if (!raw.documents.case) problems.push(missingCaseFile(raw))
  problems.push(...unknownPackProblem(raw, law))
  if (blocking(problems).length) return { ok: false, id, raw, problems }
  // The schema boundary: every document has just been validated.
  const facts = factsOf(documents as unknown as Documents)
  return { ok: true, id, raw, view: viewOf(facts, watched(settingWith(setting, { regulation }))), problems }
}

function pinnedPack(raw: RawCase): string | undefined {
  return textIn(raw.documents.case, 'regulation')
}

function regulationOf(raw: RawCase, law: Law): Regulation | undefined {
  const id = pinnedPack(raw)
  return id === undefined ? undefined : law.regulation(id)
}

function unknownPackProblem(raw: RawCase, law: Law): FileProblem[] {
  const id = pinnedPack(raw)
  const document = raw.documents.case
  if (id === undefined || !document || law.regulation(id)) return []
  const fault = law.fault(id)
  const message = fault
    ? `规范包 ${id} 无法使用（${fault.file}），本案没有核对；请先改正该文件。`
    : `没有编号为 ${id} 的规范包，可用的有：${law.ids.join('、')}。请改正 regulation。`
  return [{ rule: 'schema/invalid', file: document.file, path: ['regulation'], message, position: 'value' }]
}

function missingCaseFile(raw: RawCase): FileProblem {
  return {
    rule: 'schema/invalid',
    file: `${raw.folder}/case.yaml`,
    path: [],
    message: '案件文件夹里没有 case.yaml，请恢复该文件或删除空文件夹。',
    position: 'value',
  }
}

function calendarOf(data: CalendarData, config: ConfigDocument, extra: CalendarDocument[]): Calendar {
  const regional = regionalCalendarOf(data, config.region.code)
  return createCalendar({ years: data.national, statutory: data.statutory, regional, extra })
}

function need<T>(raw: RawDocument, name: SchemaName): T {
  const { data, problems } = checkDocument<T>(name, raw, {})
  if (data === undefined || blocking(problems).length) throw problemError(problems, [raw])
  return data
}

function unusableRegulation(id: string, law: Law, repository: Repository): RepositoryError {
  const fault = law.fault(id)
  if (fault) return problemError([fault], repository.readRegulations())
  return new RepositoryError(
    'invalid-document',
    `ejc.yaml 的 regulation 写的是 ${id}，没有这个规范包；可用的有：${law.ids.join('、')}。`,
    { file: 'ejc.yaml' },
  )
}

/** The problems because of which a file can't be used; an unknown key is none. */
function blocking(problems: readonly FileProblem[]): FileProblem[] {
  return problems.filter(({ rule }) => rule !== 'schema/unknown-key')
}

/** The first problem as the error of a command that needs the file, with its line. */
function problemError(problems: readonly FileProblem[], documents: readonly RawDocument[]): RepositoryError {
  const [problem, ...others] = blocking(problems)
  if (!problem) return new RepositoryError('invalid-document', '文件无法读取，请运行 ejc lint 查看。')
  const raw = documents.find(({ file }) => file === problem.file)
  const place = placeOfProblem(problem, raw)
  const more = others.length ? `（另有 ${others.length} 处，运行 ejc lint 查看）` : ''
  return new RepositoryError('invalid-document', `${problem.message}${more}`, {
    file: problem.file,
    ...place,
  })
}
