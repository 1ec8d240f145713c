import { type ExecFileException, execFile } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import system, { basename, join, type PlatformPath, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { removeFile, removeFolder } from '../repository/durable.ts'
import { DocumentError } from './error.ts'

const longest = 120_000
const names = ['soffice', 'libreoffice']

type Environment = Readonly<Record<string, string | undefined>>

/** Where LibreOffice may be: on the PATH first, then where its installers for Windows and macOS put it. */
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

/** Where LibreOffice is, without starting it; undefined where it is not installed. */
export function findOffice(
  env: Environment = process.env,
  exists: (path: string) => boolean = existsSync,
  paths: PlatformPath = system,
): string | undefined {
  return officePlaces(env, paths).find(exists)
}

const hint = '未找到 LibreOffice（soffice）。请安装 LibreOffice，或在 Word、WPS 中打开文书后另存为 PDF。'

const run = (program: string, args: string[]): Promise<ExecFileException | null> =>
  new Promise((done) => {
    execFile(program, args, { timeout: longest, windowsHide: true }, (error) => done(error))
  })

/**
 * Converts a document to PDF with LibreOffice.
 * @returns the path of the PDF, `outDir/<name>.pdf`
 * @throws DocumentError when LibreOffice is not installed, or does not finish in two minutes
 */
export const toPdf = async (
  file: string,
  outDir: string,
  program: string | undefined = findOffice(),
): Promise<string> => {
  if (program === undefined) throw new DocumentError(basename(file), [hint])
  // A profile of its own: an open LibreOffice window would otherwise swallow the request.
  const profile = mkdtempSync(join(tmpdir(), 'ejc-pdf-'))
  const target = join(resolve(outDir), `${basename(file).replace(/\.[^.]*$/, '')}.pdf`)
  const convert = ['--headless', '--convert-to', 'pdf', '--outdir', resolve(outDir), resolve(file)]
  removeFile(target)
  try {
    const error = await run(program, [`-env:UserInstallation=${pathToFileURL(profile).href}`, ...convert])
    if (error?.code === 'ENOENT') throw new DocumentError(basename(file), [hint])
    if (error !== null || !existsSync(target))
      throw new DocumentError(basename(file), [
        'LibreOffice 未能转换为 PDF：请在 Word 或 WPS 中打开该文书，另存为 PDF。',
      ])
    return target
  } finally {
    removeFolder(profile)
  }
}
