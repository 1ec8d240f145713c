/** The words of a call as a shell would part them; quotes of either kind keep spaces together. */
export function wordsOf(call: string): string[] {
  const words = call.trim().match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/gu) ?? []
  return words.map((word) => word.replace(/'([^']*)'|"([^"]*)"/gu, '$1$2'))
}
