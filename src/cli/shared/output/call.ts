/** What no shell takes for anything but itself. */
const PLAIN = /^[\p{L}\p{N}_./:=@%+,-]+$/u

/** What quotation marks alone do not keep a Unix shell from reading. */
const READ_INSIDE = /["$`\\!]/

/** A call of ejc to be copied: the words quoted where a shell needs it, starting from the folder that `-C` names. */
export function callOf(
  repo: string | undefined,
  words: readonly (string | null)[],
  platform: NodeJS.Platform = process.platform,
): string {
  const from = repo === undefined ? [] : ['-C', repo]
  const given = [...from, ...words].filter((word) => word !== null && word !== '')
  return ['ejc', ...given.map((word) => quoted(String(word), platform))].join(' ')
}

function quoted(word: string, platform: NodeJS.Platform): string {
  if (platform === 'win32') return PLAIN.test(word.replaceAll('\\', '/')) ? word : `"${word}"`
  if (PLAIN.test(word)) return word
  return !READ_INSIDE.test(word) ? `"${word}"` : `'${word.replaceAll("'", "'\\''")}'`
}
