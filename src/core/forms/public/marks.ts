import { foldText } from '../../folding.ts'
import type { CaseView } from '../../view.ts'
import type { FieldValue } from '../define.ts'
import { type Suspect, suspectsIn } from './suspects.ts'

const OPENING = '〔姓名待核：'
const CLOSING = '〕'
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}]+/gu
const mark = /〔姓名待核：([^〔〕]*)〕/gu

/**
 * Makes the function that marks what might be the name of a person and is not on file, so that nobody overlooks it:
 * 〔姓名待核：张三〕. The names of bodies on file and what an officer has said may stand are not marked.
 */
export function markerOf({ facts }: Pick<CaseView, 'facts'>): (text: string) => string {
  const bodies = facts.obligors.filter(({ kind }) => kind !== 'individual').map(({ name }) => name)
  const words = [...bodies, ...(facts.supervision.publicNames?.keep ?? [])]
  const standing = words.map((word) => foldText(word).folded)
  const isOpen = ({ folded }: Suspect): boolean => !standing.some((word) => word.includes(folded))
  return (text) => {
    const open = suspectsIn(text).filter(isOpen)
    const parts = open.map(({ from, to }, index) => {
      const before = text.slice(open[index - 1]?.to ?? 0, from)
      return `${before}${OPENING}${text.slice(from, to).normalize('NFKC').replace(UNSEEN, '')}${CLOSING}`
    })
    return `${parts.join('')}${text.slice(open.at(-1)?.to ?? 0)}`
  }
}

/** The names that are still to be decided in a text. */
export function markedIn(text: string): string[] {
  return [...text.matchAll(mark)].map(([, name = '']) => name)
}

/** The names that are still to be decided in the fields of a form, each once. */
export function markedInFields(fields: Readonly<Record<string, FieldValue>>): string[] {
  return [...new Set(markedIn(JSON.stringify(fields)))]
}
