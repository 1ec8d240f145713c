import { actions } from '../../src/core/stages/actions/index.ts'

/**
 * English that officers type: `--set key=value`, the names of actions, addresses (o2, G1), case numbers, the program
 * itself.
 */
const TYPED = [
  /--set \S+?=[^\s，。；（）]*/gu,
  /\b[A-Z]{1,2}-\d{4}-\d{4}\b/gu,
  /\b[A-Za-z]\d+\b/gu,
  /\b(?:ejc|APP|SHA)\b/gu,
]
const actionIds = new Set(actions.map(({ id }) => id))

/** The English words of a text that an officer reads. */
export function englishIn(text: string): string[] {
  const rest = TYPED.reduce((left, typed) => left.replaceAll(typed, ''), text)
  return (rest.match(/[A-Za-z][A-Za-z.\-[\]]*/gu) ?? []).filter((word) => !actionIds.has(word))
}
