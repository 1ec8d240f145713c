import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { withoutIds } from '../../../core/archive/item.ts'
import { isMapData } from '../../../core/facts/data.ts'
import type { Item } from '../../../core/stages/define.ts'
import { officerNames } from '../../../core/stages/officers.ts'
import type { FileProblem } from '../../../repository/check.ts'
import { digestOfFile } from '../../../repository/durable.ts'
import { systemErrorReason } from '../../../repository/errors.ts'
import { documentPath } from '../../../repository/paths.ts'
import { type Beside, planEdits, type Recipient } from '../../../repository/record.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import type { ListedEvidence } from '../answers/signed.ts'
import { type EvidenceEntry, placeAll, type Source } from '../evidence/places.ts'
import { RefusedError, UsageError } from '../exit.ts'
import { ejcCall } from '../output/call.ts'
import { clean } from '../output/clean.ts'
import type { Layout } from '../output/output.ts'
import { wrapIndented } from '../output/text.ts'
import { dayOf, type MovedDay } from './evidence-days.ts'
import type { Attached } from './task.ts'

/** Files that a call brings as evidence: they are listed and written with the fact that names them. */
export interface NewEvidence {
  /** Gives a file a number in the list of evidence; one that is listed already keeps its own. */
  list(name: string, title: string): ListedEvidence
  /** What is written beside an item that names new evidence or moves the day of some; undefined where it does neither. */
  evidenceOf(item: Item, moved: readonly MovedDay[]): EvidenceBeside | undefined
}

/** The list of evidence with new entries, and the files of these. */
interface EvidenceBeside {
  /** The new entries as they are written. */
  readonly entries: readonly Item[]
  /** The case as it is with the new entries. */
  readonly recipient: Recipient
  /** By path in the repository: the list itself, and the files. */
  readonly files: ReadonlyMap<string, Beside>
  /** The digest of each file that comes into the folder of the case, without the list. */
  readonly coming: ReadonlyMap<string, string>
}

interface Brought {
  readonly entry: EvidenceEntry
  readonly files: ReadonlyMap<string, Beside>
}

/** Takes files as evidence of the case. */
export function newEvidence(workspace: Workspace, recipient: Recipient, about: string): NewEvidence {
  const brought = new Map<string, Brought>()
  return {
    list: (name, title) =>
      listed(
        workspace,
        recipient,
        brought,
        name,
        NAMES_NO_PAPER.test(title) ? undefined : titleAbout(title, about),
      ),
    evidenceOf(item, moved) {
      const used = [...brought.values()].filter(({ entry }) => names(item, entry.id))
      return used.length || moved.length ? written(workspace, recipient, used, { item, moved }) : undefined
    },
  }
}

/** Titles that tell for what a file is, not which paper it is: such a file is called by its own name. */
const NAMES_NO_PAPER = /(?:文件|证据|材料)$/u

/** A title with what it is about, without numbers that nobody knows outside of the case and what it says already. */
function titleAbout(title: string, about: string): string {
  const named = withoutIds(about)
  const isKindAlone = named !== about && !named.includes(' ')
  return isKindAlone || title.includes(named) ? title : `${title}（${named}）`
}

/** What new evidence says of itself beside its file: a line each, and how it is corrected. */
export function evidenceLines(
  caseId: string,
  entries: readonly Item[],
  { repo, layout }: { readonly repo: string | undefined; readonly layout: Pick<Layout, 'width'> },
): string[] {
  if (!entries.length) return []
  const lines = entries.map(({ id, title, collectedOn, collectedBy }) => {
    const by = Array.isArray(collectedBy) ? collectedBy.join('、') : ''
    const [filled, open] = [
      [collectedOn ? `取得日期 ${collectedOn}` : '', by && `取得人 ${by}`],
      [collectedOn ? '' : '取得日期', by ? '' : '取得人'],
    ].map((parts) => parts.filter(Boolean))
    const said = [
      filled?.length ? `${filled.join('，')}（由 ejc 填写，请核对）` : '',
      open?.length ? `${open.join('、')}没有写明，请补填` : '',
    ]
    return `${id} ${title}：${said.filter(Boolean).join('；')}`
  })
  const [first] = entries
  const call = ejcCall(repo, ['amend', caseId, '登记证据', String(first?.id)])
  const how = `写入以后更正、补填：${call} --set collectedOn=日期 --set collectedBy[]=姓名`
  return [
    '同时登记为证据：',
    ...[...lines, how].map((line) => wrapIndented(clean(line), layout.width, '    ', '  ')),
  ]
}

function listed(
  { repository }: Workspace,
  { id, view }: Recipient,
  brought: Map<string, Brought>,
  name: string,
  /** What it is called; undefined where it keeps the name of its file. */
  title: string | undefined,
): ListedEvidence {
  const source = sourceOf(name)
  if ('wrong' in source) return source
  if (!view) return { wrong: '登记线索以后才能登记证据' }
  try {
    const raw = repository.readCase(id)
    const evidence = [...view.facts.evidence, ...[...brought.values()].map(({ entry }) => entry)]
    const placement = placeAll({ root: repository.root, raw, evidence, config: view.config }, [source])
    const [entry] = placement.entries
    const known = placement.known[0]?.id ?? view.facts.evidence[placement.completed[0]?.index ?? -1]?.id
    if (!entry) return known === undefined ? { wrong: `${name} 不能登记` } : { id: known }
    if (placement.copies.length)
      return { wrong: `${name} 太大，请先用 ejc evidence add ${id} 登记，再选编号` }
    brought.set(entry.id, { entry: { ...entry, ...(title && { title }) }, files: placement.files })
    return { id: entry.id }
  } catch (error) {
    if (error instanceof UsageError) return { wrong: error.message.replace(/。$/u, '') }
    throw error
  }
}

function sourceOf(name: string): Source | { readonly wrong: string } {
  const path = resolve(name)
  try {
    const state = statSync(path)
    if (!state.isFile()) return { wrong: `${name} 不是文件` }
    if (state.size === 0) return { wrong: `${name} 是空文件，请核对是否复制完整` }
    const sha256 = digestOfFile(path) ?? ''
    return { path, name: basename(path).normalize('NFC'), size: state.size, sha256 }
  } catch (error) {
    return { wrong: `读不到文件 ${name}：${systemErrorReason(error)}` }
  }
}

/** Whether an item holds a number of the list of evidence anywhere. */
function names(value: unknown, id: string): boolean {
  if (Array.isArray(value)) return value.some((each) => names(each, id))
  return isMapData(value) ? Object.values(value).some((each) => names(each, id)) : value === id
}

/**
 * Who made a report: whoever supervised or evaluated the restoration, or the body that was commissioned with the
 * appraisal.
 */
function sourceOfReport(item: Item, id: string, view: Recipient['view']): { readonly source?: string } {
  const { supervisor } = item
  if (isMapData(supervisor) && supervisor.report === id)
    return typeof supervisor.name === 'string' ? { source: supervisor.name } : {}
  if (item.report !== id) return {}
  const body = view?.facts.appraisals.find((each) => each.id === item.id)?.body
  const by = item.evaluator ?? item.body ?? body
  const source = isMapData(by) ? by.name : undefined
  return typeof source === 'string' ? { source } : {}
}

function written(
  workspace: Workspace,
  recipient: Recipient,
  used: readonly Brought[],
  { item, moved }: { readonly item: Item; readonly moved: readonly MovedDay[] },
): EvidenceBeside {
  const file = documentPath(recipient.id, 'evidence')
  const document = workspace.repository.readDocument(file)
  const appended = used.map(({ entry }) => entryEdit(recipient, entry, item))
  const edits = [...appended, ...moved.map((each) => dayEdit(recipient, each))]
  const own = { ...recipient, text: document?.text(), digest: document?.digest() ?? null }
  const { after, text, problems } = planEdits(workspace, own, 'evidence', edits)
  if (text === null || problems.length) throw unwritable(file, problems)
  const files = new Map(used.flatMap((each) => [...each.files]))
  const coming = used.flatMap(({ entry, files: placed }) =>
    [...placed.keys()].map((path) => [path, entry.sha256] as const),
  )
  return {
    entries: appended.map(({ value }) => value),
    recipient: { ...recipient, view: after ?? recipient.view },
    files: new Map<string, Beside>([
      ...files,
      [file, { content: new TextEncoder().encode(text), before: own.digest }],
    ]),
    coming: new Map(coming),
  }
}

/** The new entry, with what the item tells of it. */
function entryEdit({ view }: Recipient, { sha256, ...entry }: EvidenceEntry, item: Item) {
  const collectedBy = view ? officerNames(view) : []
  const told = { ...sourceOfReport(item, entry.id, view), ...dayOf(item, entry.id) }
  return { kind: 'append', path: ['evidence'], value: { ...entry, ...told, collectedBy, sha256 } } as const
}

function dayEdit({ view }: Recipient, { id, to }: MovedDay) {
  const index = view?.facts.evidence.findIndex((each) => each.id === id) ?? 0
  return { kind: 'set', path: ['evidence', index, 'collectedOn'], value: to } as const
}

/** The list as it stands can't take more. */
function unwritable(file: string, problems: readonly FileProblem[]): RefusedError {
  const lines = problems.map(({ line, message }) => `  ${file}${line ? `:${line.line}` : ''}：${message}`)
  return new RefusedError([`${file} 还有要改的地方，不能登记新的证据，没有写入：`, ...lines].join('\n'))
}

/** What comes with an item, and the evidence beside it. */
export function withEvidence(
  attached: Attached | undefined,
  evidence: EvidenceBeside | undefined,
): Attached | undefined {
  if (!evidence) return attached
  return {
    ...attached,
    files: new Map([...(attached?.files ?? []), ...evidence.files]),
    coming: new Map([...(attached?.coming ?? []), ...evidence.coming]),
  }
}
