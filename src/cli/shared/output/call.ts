import { shellWord } from '../../../repository/shell-word.ts'

/** A word that no shell changes. */
const PLAIN_WORD = /^[\p{L}\p{N}_./:=@%+,-]+$/u

/** Characters that a Unix shell reads even inside double quotes. */
const READ_INSIDE = /["$`\\!]/

/** A call of ejc to be copied: the words quoted where a shell needs it, starting from the folder that `-C` names. */
export function ejcCall(
  repo: string | undefined,
  words: readonly (string | null)[],
  platform: NodeJS.Platform = process.platform,
): string {
  const from = repo === undefined ? [] : ['-C', repo]
  const given = [...from, ...words].filter((word) => word !== null && word !== '')
  return ['ejc', ...given.map((word) => quotedWord(String(word), platform))].join(' ')
}

function quotedWord(word: string, platform: NodeJS.Platform): string {
  if (platform === 'win32') return quotedOnWindows(word)
  if (PLAIN_WORD.test(word)) return word
  return !READ_INSIDE.test(word) ? `"${word}"` : shellWord(word)
}

/** A word that neither cmd nor PowerShell changes: a comma makes a list there, @ at the beginning names a variable. */
const PLAIN_ON_WINDOWS = /^(?!@)[\p{L}\p{N}_./:=@+\\-]+$/u

/** What PowerShell reads inside double quotes; README and docs/windows.md go by PowerShell. */
const READ_BY_POWERSHELL = /[$`]/

/**
 * A word for cmd and PowerShell, in double quotes, which both know; only a word that PowerShell would change in them
 * stands in single ones. A backslash at the end would take away the closing quote.
 */
function quotedOnWindows(word: string): string {
  if (PLAIN_ON_WINDOWS.test(word)) return word
  if (READ_BY_POWERSHELL.test(word)) return `'${word.replaceAll("'", "''")}'`
  return `"${word.replaceAll('"', '\\"').replace(/\\$/, '\\\\')}"`
}
