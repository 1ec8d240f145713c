import { spawnSync } from 'node:child_process'
import { EOL } from 'node:os'
import { withMaskedNumbers } from '../../../core/facts/personal-numbers.ts'
import type { Output } from './output.ts'

/**
 * Options of less: quit where all fits, pass colours on, leave the text on the screen. Its prompt stays its own: many
 * versions garble Chinese there, and names of keys in English tell nobody what they do.
 */
const LESS = '-FRX'
/** What the keys do, above the text. */
const PAGER_KEYS = '（空格翻下页，b 翻上页，/ 查找，q 退出）'

/**
 * Prints data that may be longer than the screen: in a terminal by the user's pager (EJC_PAGER, PAGER, else less where
 * there is one), in pieces that can be searched; everywhere else, or where no pager can be started, as it is.
 */
export function printLong(text: string, out: Output): void {
  const shown = withMaskedNumbers(text)
  const pager = pagerFor(shown)
  if (pager === undefined || !paged(pager, shown)) out.print(shown)
}

/** The call of the pager; undefined where the text fits, there is no terminal, or no pager is wanted. */
function pagerFor(text: string): readonly string[] | undefined {
  const { isTTY, rows = 0 } = process.stdout
  if (!isTTY || !process.stdin.isTTY || text.split('\n').length < rows) return undefined
  const { EJC_PAGER, PAGER } = process.env
  const words = pagerWords(EJC_PAGER ?? PAGER, process.platform)
  return words.length ? words : undefined
}

/**
 * The words of the call of a pager, as set by the user: none where it is empty or `cat`. Windows has no `less` of its
 * own.
 */
export function pagerWords(set: string | undefined, platform: NodeJS.Platform): string[] {
  const words = (set ?? (platform === 'win32' ? '' : 'less')).split(/\s+/).filter((word) => word !== '')
  return isProgram(words[0], 'cat') ? [] : words
}

/** Whether a call is of this program, wherever it lies; on Windows in any capitals and with its extension. */
const isProgram = (call: string | undefined, name: string): boolean =>
  new RegExp(`(?:^|[\\\\/])${name}(?:\\.exe)?$`, 'i').test(call ?? '')

function paged([command = '', ...args]: readonly string[], text: string): boolean {
  const { LESS: own = LESS, LESSCHARSET = 'utf-8' } = process.env
  const keys = isProgram(command, 'less') ? `${PAGER_KEYS}${EOL}` : ''
  // Ctrl-C ends a search in the pager, and not the program that waits for it.
  const ignore = (): void => undefined
  process.on('SIGINT', ignore)
  const { error } = spawnSync(command, args, {
    input: `${keys}${text}${EOL}`,
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { ...process.env, LESS: own, LESSCHARSET },
    windowsHide: true,
  })
  process.off('SIGINT', ignore)
  // A pager that is left before the end does not read on: that is no failure.
  return error === undefined || !('code' in error) || error.code === 'EPIPE'
}
