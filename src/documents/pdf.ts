import { type ExecFileException, execFile } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import system, { basename, join, type PlatformPath, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { digestOf } from '../repository/digest.ts'
import { removeFile, removeFolder } from '../repository/durable.ts'
import { DocumentError } from './error.ts'

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

const failure = 'LibreOffice 未能转换为 PDF：请在 Word 或 WPS 中打开该文书，另存为 PDF。'

const run = (program: string, args: string[], timeout: number): Promise<ExecFileException | null> =>
  new Promise((done) => {
    execFile(program, args, { timeout, windowsHide: true }, (error) => done(error))
  })

/**
 * How LibreOffice is called to convert files. It has a profile of its own; otherwise an open window of it would take the
 * request and do nothing.
 */
export function conversion(
  profile: string,
  format: 'pdf' | 'docx',
  outDir: string,
  files: readonly string[],
): string[] {
  return [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    ...['--headless', '--convert-to', format, '--outdir', resolve(outDir)],
    ...files.map((file) => resolve(file)),
  ]
}

/** Limits of time. LibreOffice takes seconds to start, and a tenth of a second for a paper. */
const startMs = 120_000
const paperMs = 5_000

/**
 * Converts documents to PDF with one start of LibreOffice.
 * @returns the paths of the PDFs in the order of the files, `outDir/<name>.pdf`
 * @throws DocumentError when LibreOffice is not installed, or has not made each in two minutes and five seconds a file
 */
export const toPdfs = async (
  files: readonly string[],
  outDir: string,
  program: string | undefined = findOffice(),
): Promise<string[]> => {
  const first = basename(files[0] ?? '')
  if (program === undefined) throw new DocumentError(first, [hint])
  const profile = mkdtempSync(join(tmpdir(), 'ejc-pdf-'))
  const targets = files.map((file) => join(resolve(outDir), `${basename(file).replace(/\.[^.]*$/, '')}.pdf`))
  const args = conversion(profile, 'pdf', outDir, files)
  for (const target of targets) removeFile(target)
  try {
    const error = await run(program, args, startMs + paperMs * files.length)
    if (error?.code === 'ENOENT') throw new DocumentError(first, [hint])
    const failed = files.find((_, index) => !existsSync(targets[index] ?? ''))
    if (error !== null || failed !== undefined)
      throw new DocumentError(failed === undefined ? first : basename(failed), [failure])
    return targets
  } finally {
    removeFolder(profile)
  }
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
