import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import type { Writable } from 'node:stream'
import { CORE_SCHEMA, dump } from 'js-yaml'
import type { ConfigDocument } from '../src/core/facts/documents.ts'
import { documentsOf, evidence } from './documents.ts'
import { storyOfCase } from './timeline.ts'

/** The day on which the generated cases stand as they do. */
export const benchToday = '2026-11-24'

/** What a case weighs in all, in bytes: eight documents of about 1.2 KB, the others small. */
const caseWeight = 10_500
const pieceWeight = 180
const fewestPieces = 9

const config: ConfigDocument = {
  schema: 1,
  region: { code: '450100', name: '南宁市' },
  level: 'city',
  regulation: 'guangxi-2025-draft',
  idPrefix: 'NN',
  obligee: '南宁市人民政府',
  unit: {
    name: '南宁市生态环境局',
    creditCode: '114501000000000000',
    representative: { name: '周某', post: '局长' },
    address: '南宁市某区某路 1 号',
    phone: '0771-0000000',
    agents: [{ name: '覃某', unit: '南宁市生态环境局法规科', post: '科员', phone: '0771-0000000' }],
  },
  reformOffice: '南宁市委生态环境保护和督察工作领导小组办公室',
  court: '南宁市中级人民法院',
  remind: { withinDays: 7, monthlyReportDay: 10 },
}

export interface GeneratedRepository {
  readonly folder: string
  readonly cases: number
  readonly documents: number
  /** The size of the documents of all cases, in bytes. */
  readonly bytes: number
}

/**
 * Makes a case repository of so many cases in `folder`, the same for the same number, in one commit. The files go to
 * git as one stream and git writes them out: much faster than adding a hundred thousand files.
 */
export async function generateRepository(
  folder: string,
  cases: number,
  { today = benchToday }: { readonly today?: string } = {},
): Promise<GeneratedRepository> {
  mkdirSync(folder, { recursive: true })
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
  git('init', '--quiet', '--initial-branch=main')
  git('config', 'user.name', '覃某')
  git('config', 'user.email', 'bench@example.invalid')
  const importing = spawn('git', ['fast-import', '--quiet', '--done'], {
    cwd: folder,
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  const written = await streamCases(importing.stdin, cases, today)
  await finished(importing)
  git('reset', '--quiet', '--hard')
  return { folder, cases, ...written }
}

async function streamCases(stream: Writable, cases: number, today: string) {
  let documents = 0
  let bytes = 0
  stream.write(header())
  stream.write(inline('ejc.yaml', yaml(config)))
  stream.write(inline('submissions.yaml', 'submissions: []\n'))
  for (let index = 0; index < cases; index += 1) {
    const { id, texts } = caseTexts(index, today)
    const files = [...texts].map(([name, text]) => inline(`cases/${id}/${name}.yaml`, text))
    documents += texts.size
    bytes += [...texts.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
    if (!stream.write(files.join(''))) await once(stream, 'drain')
  }
  stream.end('done\n')
  return { documents, bytes }
}

/** The texts of a case. Its list of evidence is as long as it must be for every case to weigh about the same. */
function caseTexts(index: number, today: string): { id: string; texts: Map<string, string> } {
  const story = storyOfCase(index, today)
  const texts = new Map(Object.entries(documentsOf(story)).map(([name, data]) => [name, yaml(data)]))
  const weight = [...texts.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const pieces = Math.max(fewestPieces, Math.ceil((caseWeight - weight) / pieceWeight))
  texts.set('evidence', yaml(evidence(story, pieces)))
  return { id: story.id, texts }
}

/** As ejc writes: dates without quotes, long lines whole. */
function yaml(data: unknown): string {
  return dump(data, { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true })
}

function header(): string {
  const message = '起始'
  return [
    'feature done',
    'commit refs/heads/main',
    `committer 覃某 <bench@example.invalid> ${Date.parse(benchToday) / 1000} +0800`,
    `data ${Buffer.byteLength(message)}`,
    message,
    '',
  ].join('\n')
}

/** A file of the commit, in the words of git fast-import. */
function inline(path: string, text: string): string {
  return `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`
}

async function finished(child: ChildProcess): Promise<void> {
  const code = child.exitCode ?? (await once(child, 'exit'))[0]
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`)
}
