import { type ExecFileException, execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import system, { basename, join, type PlatformPath, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { digestOf } from '../repository/digest.ts'
import { removeFile, removeFolder } from '../repository/durable.ts'
import { scratchFolder } from '../repository/scratch.ts'
import { DocumentError } from './error.ts'
import { officeCopy } from './office-copy.ts'
import { convertByWord, findPowerShell } from './word-pdf.ts'

const names = ['soffice', 'libreoffice']

type Environment = Readonly<Record<string, string | undefined>>

/** Where to look for LibreOffice: on the PATH first, then where its installers for Windows and macOS put it. */
function officePlaces(env: Environment, paths: PlatformPath = system): string[] {
  const isWindows = paths.sep === '\\'
  const folders = (env.PATH ?? '').split(paths.delimiter).filter((folder) => folder !== '')
  const onPath = folders.flatMap((folder) => names.map((name) => paths.join(folder, name)))
  if (!isWindows) return [...onPath, '/Applications/LibreOffice.app/Contents/MacOS/soffice']
  const installed = [
    env.ProgramFiles ?? 'C:\\Program Files',
    env['ProgramFiles(x86)'] ?? 'C:\\Program Files (x86)',
  ]
  const programs = installed.map((folder) => paths.join(folder, 'LibreOffice', 'program', 'soffice'))
  return [...onPath, ...programs].map((program) => `${program}.exe`)
}

/** The path of LibreOffice, found without starting it; undefined where it is not installed. */
export function findOffice(
  env: Environment = process.env,
  exists: (path: string) => boolean = existsSync,
  paths: PlatformPath = system,
): string | undefined {
  return officePlaces(env, paths).find(exists)
}

const hint = '未找到 LibreOffice（soffice）。请安装 LibreOffice，或在 Word、WPS 中打开文书后另存为 PDF。'

const noProgram =
  '未找到 LibreOffice（soffice），也没有能够调用的 Word、WPS。请安装其中之一，或者在别的电脑上另存为 PDF。'

const wordFailure =
  'Word、WPS 未能转换为 PDF（这一途径还没有在真机上试过）：请打开该文书，另存为 PDF，或者安装 LibreOffice。'

const wordLeft =
  'Word、WPS 没有在限定的时间内转换为 PDF。里面可能还开着您的文书，所以没有结束它：请先保存、关闭 Word 和 WPS（看不到窗口的，确认没有未保存的文书后在任务管理器里结束 WINWORD 或者 wps），再打开该文书，另存为 PDF。'

const failure = 'LibreOffice 未能转换为 PDF：请在 Word 或 WPS 中打开该文书，另存为 PDF。'

const run = (program: string, args: string[], timeout: number): Promise<ExecFileException | null> =>
  new Promise((done) => {
    execFile(program, args, { timeout, windowsHide: true }, (error) => done(error))
  })

/** What LibreOffice makes of files: for work a PDF or a .docx, for the archive a PDF/A-2b. */
export type Conversion = 'pdf' | 'docx' | 'archival'

/** LibreOffice takes these words letter for letter: of any others it silently makes a plain PDF. */
const targets: Readonly<Record<Conversion, string>> = {
  pdf: 'pdf',
  docx: 'docx',
  archival: 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}',
}

/**
 * How LibreOffice is called to convert files. It has a profile of its own; otherwise an open window of it would take the
 * request and do nothing.
 */
export function conversion(
  profile: string,
  format: Conversion,
  outDir: string,
  files: readonly string[],
): string[] {
  return [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    ...['--headless', '--convert-to', targets[format], '--outdir', resolve(outDir)],
    ...files.map((file) => resolve(file)),
  ]
}

/** Limits of time. LibreOffice takes seconds to start, and a tenth of a second for a paper. */
const startMs = 120_000
const paperMs = 5_000

/** The programs that make PDFs; undefined where there is none. */
export interface PdfPrograms {
  readonly office?: string | undefined
  /** For Word and WPS on Windows, where there is no LibreOffice. */
  readonly powershell?: string | undefined
}

/** The programs on this machine, found without starting them. */
const pdfPrograms = (): PdfPrograms => ({ office: findOffice(), powershell: findPowerShell() })

/** What to say of PDFs that Word or WPS makes: nobody has tried it where these are installed. Undefined elsewhere. */
export function untriedPdfs({ office, powershell }: PdfPrograms = pdfPrograms()): string | undefined {
  if (office !== undefined || powershell === undefined) return undefined
  return '本机没有 LibreOffice，PDF 由 Word 或 WPS 转换。这一途径还没有在真机上试过：请打开 PDF，与文书核对。'
}

/**
 * Converts documents to PDF with one start of LibreOffice; on Windows without it, of Word or WPS.
 * @returns the paths of the PDFs in the order of the files, `outDir/<name>.pdf`
 * @throws DocumentError when no program is installed, or it has not made each in two minutes and five seconds a file
 */
export const toPdfs = async (
  files: readonly string[],
  outDir: string,
  programs: PdfPrograms = pdfPrograms(),
): Promise<string[]> => {
  const { office, powershell } = programs
  if (office === undefined && powershell !== undefined) return byWord(files, outDir, powershell)
  const { made, error } = await convertFiles('pdf', files, outDir, office)
  const failed = files.find((file) => !made.has(file))
  if (error !== null || failed !== undefined)
    throw new DocumentError(basename(failed ?? files[0] ?? ''), [failure])
  return files.flatMap((file) => made.get(file) ?? [])
}

/** Where the PDF of a file is made. */
const pdfOf = (file: string, outDir: string): string =>
  join(resolve(outDir), `${basename(file).replace(/\.[^.]*$/, '')}.pdf`)

/**
 * Converts documents with one start of LibreOffice.
 * @returns the PDF of each file that was made, by the file, and what the program ended with
 * @throws DocumentError when LibreOffice is not installed
 */
export const convertFiles = async (
  format: 'pdf' | 'archival',
  files: readonly string[],
  outDir: string,
  program: string | undefined,
): Promise<{ readonly made: ReadonlyMap<string, string>; readonly error: ExecFileException | null }> => {
  const first = basename(files[0] ?? '')
  if (program === undefined) throw new DocumentError(first, [hint])
  const profile = scratchFolder()
  const wanted = files.map((file) => [file, pdfOf(file, outDir)] as const)
  for (const [, target] of wanted) removeFile(target)
  try {
    const sources = files.map((file) => (existsSync(file) ? officeCopy(file, profile) : file))
    const args = conversion(profile, format, outDir, sources)
    const error = await run(program, args, startMs + paperMs * files.length)
    if (error?.code === 'ENOENT') throw new DocumentError(first, [hint])
    return { made: new Map(wanted.filter(([, target]) => existsSync(target))), error }
  } finally {
    removeFolder(profile)
  }
}

/** The PDFs by Word or WPS. Throws DocumentError where there is none of them, or one is not made. */
async function byWord(files: readonly string[], outDir: string, powershell: string): Promise<string[]> {
  const papers = files.map((from) => ({ from, to: pdfOf(from, outDir) }))
  for (const { to } of papers) removeFile(to)
  const outcome = await convertByWord(papers, powershell, startMs + paperMs * files.length)
  const first = basename(files[0] ?? '')
  if (outcome === 'none') throw new DocumentError(first, [noProgram])
  const missing = papers.find(({ to }) => !existsSync(to))
  if (outcome === 'left') throw new DocumentError(basename((missing ?? papers[0])?.from ?? ''), [wordLeft])
  if (missing) throw new DocumentError(basename(missing.from), [wordFailure])
  if (outcome === 'failed') throw new DocumentError(first, [wordFailure])
  return papers.map(({ to }) => to)
}

// A PDF may have a comment after its end. A program that edits or signs it, or a scan, does not keep it as the last
// line.
const seal = (digest: string): string => `%ejc sha256:${digest}\n`

/** A PDF with the digest of its own bytes at its end, by which `isSealed` recognises it. */
export const sealed = (pdf: Uint8Array): Uint8Array => Buffer.concat([pdf, Buffer.from(seal(digestOf(pdf)))])

/** Whether a PDF is still as ejc wrote it: not edited, signed or replaced by a scan. */
export const isSealed = (pdf: Uint8Array): boolean => {
  const at = pdf.length - seal(digestOf('')).length
  if (at < 0) return false
  const [content, end] = [pdf.subarray(0, at), pdf.subarray(at)]
  return Buffer.from(seal(digestOf(content))).equals(end)
}
