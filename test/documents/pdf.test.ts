import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix, win32 } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { findOffice, isSealed, sealed, toPdfs, untriedPdfs } from '../../src/documents/pdf.ts'
import { convertByWord, findPowerShell } from '../../src/documents/word-pdf.ts'
import { isProcessRunning } from '../../src/repository/process.ts'
import { docx, p } from './sample.ts'

const scratch = mkdtempSync(join(tmpdir(), 'ejc-pdf-test-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const file = join(scratch, '磋商告知书.docx')
writeFileSync(file, docx(p('甲')))

const hasOffice = findOffice() !== undefined
if (!hasOffice) console.log('LibreOffice is absent: the conversion itself is skipped')

const windows = { PATH: 'C:\\Windows;;D:\\工具\\LibreOffice\\program', ProgramFiles: 'C:\\Program Files' }
const macos = '/Applications/LibreOffice.app/Contents/MacOS/soffice'

test.each([
  [
    'where its installer for Windows puts it',
    windows,
    'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
    win32,
  ],
  ['the 32 bits', windows, 'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe', win32],
  ['on another drive', { ProgramFiles: 'E:\\程序' }, 'E:\\程序\\LibreOffice\\program\\soffice.exe', win32],
  ['on the PATH of Windows', windows, 'D:\\工具\\LibreOffice\\program\\soffice.exe', win32],
  ['where its installer for macOS puts it', { PATH: '/usr/bin' }, macos, posix],
  ['under its other name', { PATH: '/opt/bin:/usr/bin' }, '/usr/bin/libreoffice', posix],
])('LibreOffice is found %s', (_where, env, program, paths) => {
  expect(findOffice(env, (path) => path === program, paths)).toBe(program)
  expect(findOffice(env, () => false, paths)).toBeUndefined()
})

test('what has the name and is no program of Windows is passed over', () => {
  expect(findOffice(windows, (path) => path.endsWith('soffice'), win32)).toBeUndefined()
})

test('without LibreOffice, the message says what to install or do instead', async () => {
  await expect(toPdfs([file], scratch, { office: 'ejc-no-such-program' })).rejects.toThrow(
    '请安装 LibreOffice',
  )
})

test('a conversion that fails is told, not passed over', async () => {
  await expect(toPdfs([file], scratch, { office: 'false' })).rejects.toThrow('未能转换')
  await expect(toPdfs([file], scratch, { office: 'true' })).rejects.toThrow('未能转换')
})

describe('on Windows without LibreOffice', () => {
  /** Stands for PowerShell: notes how it was called, and does what the script says, or ends with a code. */
  const powershell = (end: string): string => {
    const program = join(scratch, `powershell-${randomUUID()}`)
    const lines = [
      `#!${process.execPath}`,
      "const { readFileSync, writeFileSync } = require('node:fs')",
      `writeFileSync(${JSON.stringify(`${program}.txt`)}, Buffer.from(process.argv.at(-1), 'base64').toString('utf16le'))`,
      "const papers = JSON.parse(readFileSync(process.env.EJC_PDF_LIST, 'utf8'))",
      end,
    ]
    writeFileSync(program, lines.join('\n'), { mode: 0o755 })
    return program
  }
  const works = "for (const { from, to } of papers) writeFileSync(to, '%PDF-' + from)"

  test('PowerShell is found where Windows has it, and nowhere else', () => {
    const program = 'D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe'
    const exists = (path: string): boolean => path === program
    expect(findPowerShell({ SystemRoot: 'D:\\Windows' }, exists, 'win32')).toBe(program)
    expect(findPowerShell({}, exists, 'win32')).toBeUndefined()
    expect(findPowerShell({ SystemRoot: 'D:\\Windows' }, exists, 'linux')).toBeUndefined()
  })

  test('Word or WPS makes the PDFs, by whole paths, and it is said that nobody has tried it', async () => {
    const program = powershell(works)
    const second = join(scratch, '送达 回证.docx')
    writeFileSync(second, docx(p('乙')))
    const pdfs = await toPdfs([file, second], scratch, { powershell: program })
    expect(pdfs).toEqual(['磋商告知书.pdf', '送达 回证.pdf'].map((name) => join(scratch, name)))
    expect(readFileSync(pdfs[1] ?? '', 'utf8')).toBe(`%PDF-${second}`)
    const script = readFileSync(`${program}.txt`, 'utf8')
    for (const id of ['Word.Application', 'KWPS.Application']) expect(script).toContain(id)
    expect(untriedPdfs({ powershell: program })).toContain('还没有在真机上试过')
    expect(untriedPdfs({ office: 'soffice', powershell: program })).toBeUndefined()
    expect(untriedPdfs({})).toBeUndefined()
  })

  /** Stands for a Word that hangs in a question, with what the script has noted of it. */
  const hanging = (noted: string): string => {
    const word = `require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { detached: true, stdio: 'ignore' })`
    return powershell(
      `const { pid } = ${word}
      const noted = ${JSON.stringify(noted)}.replace('PID', String(pid))
      if (noted) writeFileSync(process.env.EJC_PDF_STARTED, noted)
      writeFileSync(${JSON.stringify(join(scratch, 'word.txt'))}, String(pid))
      setTimeout(() => {}, 60000)`,
    )
  }
  const papers = [{ from: file, to: join(scratch, '悬着.pdf') }]
  const wordStarted = (): number => Number(readFileSync(join(scratch, 'word.txt'), 'utf8'))

  test('a Word that hangs without a paper of others is ended with PowerShell, and nothing of it goes on', async () => {
    expect(await convertByWord(papers, hanging('PID 0\r\n'), 3_000)).toBe('failed')
    await expect.poll(() => isProcessRunning(wordStarted())).toBe(false)
  })

  test.each([
    ['in which the officer has opened a paper', 'PID 1\r\n'],
    ['that may not be the one that the script has started', '0 0\r\n'],
    ['of which the script has not told what is open in it', 'PID\r\n'],
    ['of which the script has told nothing', ''],
  ])('a Word that hangs is left as it is %s', async (_which, noted) => {
    expect(await convertByWord(papers, hanging(noted), 3_000)).toBe('left')
    expect(isProcessRunning(wordStarted())).toBe(true)
    process.kill(wordStarted())
  })

  test('the script notes what is open before each work that may hang, and closes only a Word without papers', async () => {
    const program = powershell(works)
    await toPdfs([file], scratch, { powershell: program })
    const lines = readFileSync(`${program}.txt`, 'utf8').split('\n')
    const mayHang = lines.flatMap((line, index) =>
      /\.(?:Open|ExportAsFixedFormat)\(/u.test(line) ? [lines[index - 1]?.trim()] : [],
    )
    // Of its own papers none is open before it opens one, and one afterwards.
    expect(mayHang).toEqual(['Note 0', 'Note 1'])
    const closing = lines.filter((line) => line.includes('.Quit('))
    expect(closing).toHaveLength(1)
    expect(closing[0]).toMatch(/^\s*if \(\$app\.Documents\.Count -eq 0\) \{ \$app\.Quit\(\) \}/u)
  })

  test.each([
    ['neither is installed', 'process.exit(3)', '也没有能够调用的 Word、WPS'],
    ['it fails', 'process.exit(4)', '未能转换'],
    ['it says nothing and does nothing', '', '未能转换'],
  ])('it is told where %s', async (_what, end, said) => {
    await expect(toPdfs([file], scratch, { powershell: powershell(end) })).rejects.toThrow(said)
  })
})

test.skipIf(!hasOffice)(
  'with LibreOffice, a PDF of the same name is made of each file, in one start of it',
  { timeout: 120_000 },
  async () => {
    const second = join(scratch, '送达回证.docx')
    writeFileSync(second, docx(p('乙')))
    const pdfs = await toPdfs([file, second], scratch)
    expect(pdfs).toEqual(['磋商告知书.pdf', '送达回证.pdf'].map((name) => join(scratch, name)))
    for (const pdf of pdfs) expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  },
)

test('a PDF that ejc wrote is known again, until somebody edits it', () => {
  const pdf = Buffer.from('%PDF-1.7\n…\n%%EOF\n')
  expect(isSealed(sealed(pdf))).toBe(true)
  for (const other of [pdf, sealed(pdf).subarray(0, -1), Buffer.concat([sealed(pdf), pdf]), Buffer.alloc(0)])
    expect(isSealed(other)).toBe(false)
  const changed = Buffer.from(sealed(pdf))
  changed[6] = 0x36
  expect(isSealed(changed)).toBe(false)
})
