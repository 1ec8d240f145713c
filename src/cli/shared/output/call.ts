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
  if (platform === 'win32') return PLAIN_WORD.test(word.replaceAll('\\', '/')) ? word : `"${word}"`
  if (PLAIN_WORD.test(word)) return word
  return !READ_INSIDE.test(word) ? `"${word}"` : shellWord(word)
}
