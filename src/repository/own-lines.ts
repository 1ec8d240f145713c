/** What ejc wrote below a commit message: `Ejc-Action: sign` and the like; null where there is no such line. */
export interface OwnLines {
  readonly action: string | null
  readonly caseId: string | null
  readonly subject: string | null
  readonly transaction: string | null
  readonly undoes: string | null
}

const OWN = /^Ejc-(Action|Case|Subject|Tx|Undoes): (.*)$/

/**
 * The lines of ejc in a commit message. They are read from the message itself and not as trailers of git: a hook of the
 * office may add a line below them (审核: 张某) that git takes for no trailer, and then it sees none at all. Of several
 * blocks, as in a message that quotes another, the last counts.
 */
export function ownLines(message: string): OwnLines {
  const lines = message.split('\n').slice(1)
  const last = lines.findLastIndex((line) => OWN.test(line))
  const found = new Map<string, string>()
  for (let at = last; at >= 0; at--) {
    const [, key = '', value = ''] = OWN.exec(lines[at] ?? '') ?? []
    if (key === '' || found.has(key)) break
    found.set(key, value)
  }
  const of = (key: string): string | null => found.get(key)?.trim() || null
  return {
    action: of('Action'),
    caseId: of('Case'),
    subject: of('Subject'),
    transaction: of('Tx'),
    undoes: of('Undoes'),
  }
}

/** What a message says below its title and above the lines of ejc. */
export function noteIn(message: string): string {
  const [, ...below] = message.split('\n')
  return below
    .join('\n')
    .replace(/(?:^|\n)Ejc-Action: [\s\S]*$/, '')
    .trim()
}
