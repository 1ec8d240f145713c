import { readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { readAgreement } from '../../../core/drafts/read-agreement.ts'
import { isMapData } from '../../../core/facts/data.ts'
import { SIGNED_KEYS } from '../../../core/facts/signed-papers.ts'
import type { CaseDraft } from '../../../core/lint/define.ts'
import type { Regulation } from '../../../core/regulation/regulation.ts'
import type { Item } from '../../../core/stages/define.ts'
import { type AgreementFile, readAgreementFile } from '../../../documents/agreement-file.ts'
import { DocumentError } from '../../../documents/error.ts'
import { isPaperFile } from '../../../documents/paper-names.ts'
import { portableNames } from '../../../repository/archive.ts'
import { digestOfContent } from '../../../repository/content.ts'
import { digestOf } from '../../../repository/digest.ts'
import { systemErrorReason } from '../../../repository/errors.ts'
import { listedName, pathBelow, safeFileName } from '../../../repository/paths.ts'
import type { Beside, Recipient } from '../../../repository/record.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { clauseOf } from '../answers/clauses.ts'
import type { ClausesOfFile, SignedSource, TakenFile } from '../answers/signed.ts'
import { agreementReadText } from '../wording/agreement-read.ts'
import { type NewEvidence, newEvidence } from './new-evidence.ts'
import type { Attached, Task } from './task.ts'

/** Signed papers that a call brings: kept in memory until they are written with the fact that they prove. */
export interface SignedFiles extends SignedSource {
  /** The files that an item holds, to be written with it. */
  attached(item: Item): Attached | undefined
  /** What is written beside an item that names new evidence. */
  readonly evidenceOf: NewEvidence['evidenceOf']
  /** The item with the files that it replaces named as superseded: what was signed stays in the file of the case. */
  keeping(item: Item): Item
}

/** The case, and what its new files are about. */
interface Place {
  readonly root: string
  /** `cases/NN-2026-0001`. */
  readonly folder: string
  /** Every file there, relative to it. */
  readonly files: readonly string[]
  /** G1, 1/o2. */
  readonly about: string
  readonly regulation: Regulation
  readonly width: number
  /** What is corrected. */
  readonly recorded: Item | undefined
}

const MOST_BYTES = 200 * 1024 * 1024
const MEBIBYTE = 1024 * 1024

/** The name under which the same content is brought already. */
function broughtAs(brought: ReadonlyMap<string, Beside>, sha256: string): string | undefined {
  return [...brought].find(([, { content }]) => content && digestOfContent(content) === sha256)?.[0]
}

/** Takes signed papers for one item of a case. */
function signedFiles(place: Place, evidence: NewEvidence): SignedFiles {
  const brought = new Map<string, Beside>()
  const read = new Map<string, AgreementFile>()
  const take: SignedFiles['take'] = (name, paper) => {
    const bytes = bytesOf(name)
    if ('wrong' in bytes) return bytes
    const sha256 = digestOf(bytes)
    const own = ownAttachment(place, name)
    const file = own ?? broughtAs(brought, sha256) ?? freeName(place, [...brought.keys()], name, paper)
    brought.set(file, { content: bytes, before: own === undefined ? null : sha256 })
    return { file, sha256 }
  }
  return {
    take,
    ...evidence,
    readClauses(name, paper) {
      if (!isPaperFile(name)) return undefined
      const bytes = bytesOf(name)
      if ('wrong' in bytes) return bytes
      try {
        const key = digestOf(bytes)
        const opened = read.get(key) ?? readAgreementFile(bytes, basename(name))
        read.set(key, opened)
        return clausesOf(opened, take(name, paper), basename(name), place)
      } catch (error) {
        if (error instanceof DocumentError)
          return { wrong: `${basename(name)} ${error.problems.join('').replace(/。$/u, '')}` }
        throw error
      }
    },
    attached: (item) => {
      const attached = attachedOf(place, item, brought)
      return attached && { ...attached, drafts: draftsOf(item, brought, read) }
    },
    keeping: (item) => ({
      ...item,
      ...Object.fromEntries(SIGNED_KEYS.flatMap((key) => withSuperseded(place, key, item[key]))),
    }),
  }
}

/**
 * A signed paper that takes the place of another, with that one and those before it; a file that is gone is not named.
 */
function withSuperseded(
  { recorded, files }: Place,
  key: string,
  fresh: unknown,
): readonly (readonly [string, unknown])[] {
  const old = recorded?.[key]
  if (!isMapData(old) || !isMapData(fresh)) return []
  const { file, sha256, superseded: former } = old
  const all = [{ file, sha256 }, ...(Array.isArray(former) ? former : [])]
  const superseded = all.filter((each) => each.file !== fresh.file && files.includes(String(each.file)))
  return superseded.length ? [[key, { ...fresh, superseded }]] : []
}

function clausesOf(
  { draft, remarks }: AgreementFile,
  signedText: TakenFile,
  name: string,
  { regulation, width }: Place,
): ClausesOfFile | { readonly wrong: string } {
  const found = readAgreement(draft, regulation)
  if (!found.clauses.length)
    return { wrong: `${name} 里认不出协议的条款：请核对是不是赔偿协议，或者逐条填写` }
  const clauses = Object.fromEntries(found.clauses.map(({ code, text }) => [code, clauseOf(text)]))
  return { clauses, signedText, shown: agreementReadText(name, found, remarks, width) }
}

function attachedOf(
  { folder }: Place,
  item: Item,
  brought: ReadonlyMap<string, Beside>,
): Attached | undefined {
  const named = namedIn(item)
  const files = new Map(
    [...brought].flatMap(([file, beside]) =>
      named.includes(file) ? [[`${folder}/${file}`, beside] as const] : [],
    ),
  )
  if (!files.size) return undefined
  return {
    files,
    coming: new Map([...files].map(([path, { content }]) => [path, content && digestOfContent(content)])),
  }
}

/** The files of the signed papers that an item names. */
function namedIn(item: Item): string[] {
  return SIGNED_KEYS.flatMap((key) => {
    const value = item[key]
    return isMapData(value) && typeof value.file === 'string' ? [value.file] : []
  })
}

/** The agreements that an item brings, as they were read. */
function draftsOf(
  item: Item,
  brought: ReadonlyMap<string, Beside>,
  read: ReadonlyMap<string, AgreementFile>,
): CaseDraft[] {
  const agreement = typeof item.id === 'string' ? item.id : null
  return namedIn(item).flatMap((path): CaseDraft[] => {
    const content = brought.get(path)?.content
    const opened = content && read.get(digestOfContent(content))
    return opened ? [{ path, agreement, content: opened.draft }] : []
  })
}

/** A file that lies among the attachments of the case already stays there. */
function ownAttachment({ root, folder }: Place, name: string): string | undefined {
  try {
    const way = pathBelow(realpathSync(join(root, folder)), realpathSync(name))
    const own = way ? listedName(way) : undefined
    return own?.startsWith('attachments/') ? own : undefined
  } catch {
    return undefined
  }
}

/** A name that no file has: nothing is overwritten. */
function freeName({ files, about }: Place, brought: readonly string[], name: string, paper: string): string {
  const stem = [paper, about.replaceAll('/', '_')].filter(Boolean).join('-')
  const wanted = `attachments/${safeFileName(`${stem}${extname(name).toLowerCase()}`)}`
  return portableNames([...files, ...brought, wanted]).at(-1) ?? wanted
}

function bytesOf(name: string): Uint8Array | { readonly wrong: string } {
  try {
    const state = statSync(name)
    if (!state.isFile()) return { wrong: `${name} 不是文件` }
    if (state.size === 0) return { wrong: `${name} 是空文件，请核对是否复制完整` }
    if (state.size > MOST_BYTES)
      return {
        wrong: `${name} 有 ${Math.ceil(state.size / MEBIBYTE)} MiB，超过 ${MOST_BYTES / MEBIBYTE} MiB：请用 ejc evidence add 登记`,
      }
    return readFileSync(name)
  } catch (error) {
    return { wrong: `读不到文件 ${name}：${systemErrorReason(error)}` }
  }
}

/** Where signed papers of the case are taken to. */
export function signedIn(workspace: Workspace, recipient: Recipient, task: Task, width: number): SignedFiles {
  const { repository } = workspace
  const { id, regulation } = recipient
  const { files } = repository.caseExists(id) ? repository.readCase(id) : { files: [] }
  const recorded = task.correction?.recorded
  const own = recorded?.id ?? task.defaults.id
  const about = typeof own === 'string' ? own : (task.subject ?? '')
  const folder = `cases/${id}`
  const named = (task.about ?? '').replace(/（[^（）]*）$/u, '')
  const evidence = newEvidence(workspace, recipient, named)
  return signedFiles({ root: repository.root, folder, files, about, regulation, width, recorded }, evidence)
}
