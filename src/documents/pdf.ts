import { type ExecFileException, execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, isAbsolute, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DocumentError } from './error.ts'

const longest = 120_000
/** Its installers for Windows and macOS put it where no PATH leads. */
const usualPrograms = [
  'soffice',
  'libreoffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
]
/** Where LibreOffice is, without starting it; undefined where it is not installed. */
export function findOffice(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const names = usualPrograms.flatMap((name) =>
    isAbsolute(name) ? name : folders.flatMap((folder) => [join(folder, name), join(folder, `${name}.exe`)]),
  )
  return names.find((name) => existsSync(name))
}

const hint = '未找到 LibreOffice（soffice）。请安装 LibreOffice，或在 Word、WPS 中打开文书后另存为 PDF。'

const run = (program: string, args: string[]): Promise<ExecFileException | null> =>
  new Promise((done) => {
    execFile(program, args, { timeout: longest }, (error) => done(error))
  })

/**
 * Converts a document to PDF with LibreOffice.
 * @returns the path of the PDF, `outDir/<name>.pdf`
 * @throws DocumentError when LibreOffice is not installed, or does not finish in two minutes
 */
export const toPdf = async (
  file: string,
  outDir: string,
  programs: readonly string[] = usualPrograms,
): Promise<string> => {
  // A profile of its own: an open LibreOffice window would otherwise swallow the request.
  const profile = mkdtempSync(join(tmpdir(), 'ejc-pdf-'))
  const target = join(resolve(outDir), `${basename(file).replace(/\.[^.]*$/, '')}.pdf`)
  const convert = ['--headless', '--convert-to', 'pdf', '--outdir', resolve(outDir), resolve(file)]
  rmSync(target, { force: true })
  try {
    for (const program of programs) {
      const error = await run(program, [`-env:UserInstallation=${pathToFileURL(profile).href}`, ...convert])
      if (error?.code === 'ENOENT') continue
      if (error !== null || !existsSync(target))
        throw new DocumentError(basename(file), [
          'LibreOffice 未能转换为 PDF：请在 Word 或 WPS 中打开该文书，另存为 PDF。',
        ])
      return target
    }
    throw new DocumentError(basename(file), [hint])
  } finally {
    // Windows lets go of the files of a program that has just ended only after a while.
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}
