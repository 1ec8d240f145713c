import { type ExecFileException, execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve, win32 } from 'node:path'
import { removeFolder } from '../repository/durable.ts'
import { scratchFolder } from '../repository/scratch.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** PowerShell of Windows itself; undefined on other systems. */
export function findPowerShell(
  env: Environment = process.env,
  exists: (path: string) => boolean = existsSync,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  if (platform !== 'win32') return undefined
  const windows = env.SystemRoot ?? env.windir ?? 'C:\\Windows'
  const program = win32.join(windows, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe')
  return exists(program) ? program : undefined
}

/** The variable that names the file with the papers and their PDFs, as JSON. */
const LIST = 'EJC_PDF_LIST'
/**
 * The variable that names the file into which the script notes the process of the Word or WPS that it has started, and how
 * many papers of others are open in it; 0 as the process where it can't tell which one it has started.
 */
const STARTED = 'EJC_PDF_STARTED'
/** The exit code for: neither Word nor WPS is installed. */
const NONE = 3

/**
 * Lets Word, else WPS, save each paper as PDF by their own automation. Papers are opened for reading, without macros.
 * A window of WPS may be that in which the officer works: it is left as it is, and closed only where nothing is open.
 * Windows may open a paper of the officer in the hidden window of Word meanwhile: then it is shown to him. The script notes
 * before each work that may hang whether there is such a paper: nobody can ask Word once it hangs.
 */
const script = `
$ErrorActionPreference = 'Stop'
$files = Get-Content -LiteralPath $env:${LIST} -Raw -Encoding UTF8 | ConvertFrom-Json
$app = $null
$programs = 'WINWORD', 'wps'
$before = @(Get-Process -Name $programs -ErrorAction SilentlyContinue | ForEach-Object { $_.Id })
foreach ($id in 'Word.Application', 'KWPS.Application', 'WPS.Application') {
  try { $app = New-Object -ComObject $id; break } catch { }
}
if ($null -eq $app) { exit ${NONE} }
$started = @(Get-Process -Name $programs -ErrorAction SilentlyContinue | Where-Object { $before -notcontains $_.Id })
$id = if ($started.Count -eq 1) { $started[0].Id } else { 0 }
function Note([int]$own) {
  $others = $app.Documents.Count - $own
  if ($others -gt 0) { $app.Visible = $true }
  Set-Content -LiteralPath $env:${STARTED} -Encoding ASCII -Value "$id $others"
}
$code = 0
try {
  if ($app.Documents.Count -eq 0) { $app.Visible = $false }
  try { $app.DisplayAlerts = 0 } catch { }
  try { $app.AutomationSecurity = 3 } catch { }
  foreach ($file in $files) {
    Note 0
    $document = $app.Documents.Open($file.from, $false, $true, $false)
    Note 1
    try { $document.ExportAsFixedFormat($file.to, 17) }
    finally { $document.Saved = $true; $document.Close() }
  }
} catch {
  [Console]::Error.WriteLine($_.Exception.Message)
  $code = 4
} finally {
  if ($app.Documents.Count -eq 0) { $app.Quit() } else { $app.Visible = $true }
}
exit $code
`

/** A paper and the PDF to be made of it. */
export interface WordPaper {
  readonly from: string
  readonly to: string
}

/**
 * What became of a conversion: whether it was done, or no program for it is installed; `left` where the program hangs, and
 * goes on because papers of others may be open in it.
 */
export type WordOutcome = 'done' | 'failed' | 'none' | 'left'

/**
 * Converts papers by Word or WPS, started by PowerShell. Whether each PDF is there is for the caller to see. Where they
 * hang, for example in a question that nobody sees, PowerShell is ended, and the program that it has started too, unless
 * papers of others may be open in it.
 * @param timeout in milliseconds
 */
export async function convertByWord(
  papers: readonly WordPaper[],
  powershell: string,
  timeout: number,
): Promise<WordOutcome> {
  const folder = scratchFolder()
  try {
    const list = join(folder, 'papers.json')
    const started = join(folder, 'started.txt')
    const paths = papers.map(({ from, to }) => ({ from: resolve(from), to: resolve(to) }))
    writeFileSync(list, JSON.stringify(paths))
    // In this form no quote of the script can be taken for one of the command line.
    const encoded = Buffer.from(script, 'utf16le').toString('base64')
    const call = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-EncodedCommand', encoded]
    const error = await new Promise<ExecFileException | null>((done) => {
      const env = { ...process.env, [LIST]: list, [STARTED]: started }
      execFile(powershell, call, { timeout, windowsHide: true, env }, (failure) => done(failure))
    })
    if (error?.killed) return endStarted(started) ? 'failed' : 'left'
    if (error === null) return 'done'
    return error.code === NONE || error.code === 'ENOENT' ? 'none' : 'failed'
  } finally {
    removeFolder(folder)
  }
}

/**
 * Ends the program that the script has started: it is no child of PowerShell, and would go on without a window. False where
 * the script has not noted that no paper but its own is open in it: then it goes on.
 */
function endStarted(file: string): boolean {
  const noted = existsSync(file) ? readFileSync(file, 'latin1') : ''
  const [, id = '0', others] = /^(\d+) (\d+)\s*$/u.exec(noted) ?? []
  if (Number(id) === 0 || others !== '0') return false
  try {
    process.kill(Number(id))
  } catch {
    // It has ended by itself.
  }
  return true
}
