import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { removeFolder } from '../repository/durable.ts'
import { scratchFolder } from '../repository/scratch.ts'
import { DocumentError } from './error.ts'
import { conversion, findOffice } from './pdf.ts'

const limitMs = 120_000
const NO_PROGRAM =
  '这种格式要用 LibreOffice 打开，本机没有，内容没有检查：请在 Word 或 WPS 中打开，另存为 .docx，再给出。'
const FAILED = 'LibreOffice 打不开这个文件，内容没有检查：请在 Word 或 WPS 中打开，另存为 .docx，再给出。'

/**
 * The bytes of a text of another format (.odt, .rtf, .doc, .wps) as a Word file, by LibreOffice.
 * @param name of the file; its ending says the format
 * @throws DocumentError where LibreOffice is not installed or can't open the file
 */
export function asWordFile(bytes: Uint8Array, name: string, program = findOffice()): Uint8Array {
  if (program === undefined) throw new DocumentError(name, [NO_PROGRAM])
  const folder = scratchFolder()
  try {
    const file = join(folder, `text${extname(name)}`)
    writeFileSync(file, bytes)
    const out = join(folder, 'out')
    const done = spawnSync(program, conversion(join(folder, 'profile'), 'docx', out, [file]), {
      timeout: limitMs,
      windowsHide: true,
      stdio: 'ignore',
      // It keeps fonts and settings of the desktop beside the profile: they end with it, too.
      env: { ...process.env, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder },
    })
    if (done.error || done.status !== 0) throw new DocumentError(name, [FAILED])
    return new Uint8Array(readFileSync(join(out, 'text.docx')))
  } catch (error) {
    throw error instanceof DocumentError ? error : new DocumentError(name, [FAILED])
  } finally {
    removeFolder(folder)
  }
}
