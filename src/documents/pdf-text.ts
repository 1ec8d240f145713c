import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { removeFolder } from '../repository/durable.ts'
import { scratchFolder } from '../repository/scratch.ts'
import { DocumentError } from './error.ts'

const limitMs = 60_000
const mostText = 64 * 1024 * 1024

const NO_PROGRAM =
  '读 PDF 的文字要用 pdftotext（poppler），本机没有：请安装 poppler-utils，或者给出 Word 文件（.docx），或者在 Word、WPS 中把文字复制到 .txt 文件。'
const LOCKED = '有打开密码，读不出来：请先取消密码，或者给出 Word 文件（.docx）。'
const BROKEN = '不是完好的 PDF，读不出来：请重新导出，或者给出 Word 文件（.docx）。'

/**
 * The text of each page of a PDF, laid out as it is printed.
 * @throws DocumentError where `pdftotext` is not installed, or can't read the file
 */
export function pdfPageTexts(bytes: Uint8Array, name: string): string[] {
  const folder = scratchFolder()
  try {
    const file = join(folder, 'text.pdf')
    writeFileSync(file, bytes)
    const done = spawnSync('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-'], {
      encoding: 'utf8',
      timeout: limitMs,
      maxBuffer: mostText,
      windowsHide: true,
    })
    if (done.error) throw new DocumentError(name, [isAbsent(done.error) ? NO_PROGRAM : BROKEN])
    if (done.status !== 0) throw new DocumentError(name, [/password/iu.test(done.stderr) ? LOCKED : BROKEN])
    return done.stdout.replace(/\f$/u, '').split('\f')
  } finally {
    removeFolder(folder)
  }
}

function isAbsent(error: Error): boolean {
  return 'code' in error && error.code === 'ENOENT'
}
