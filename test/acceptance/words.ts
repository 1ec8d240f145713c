/** The words of a call as a shell splits them; quotes of either kind keep words with spaces together. */
export function wordsOf(call: string): string[] {
  const words = call.trim().match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/gu) ?? []
  return words.map((word) => word.replace(/'([^']*)'|"([^"]*)"/gu, '$1$2'))
}
