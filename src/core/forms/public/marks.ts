import { foldText } from '../../folding.ts'
import type { CaseView } from '../../view.ts'
import type { FieldValue } from '../define.ts'
import { type Suspect, suspectsOf } from './suspects.ts'

const OPENING = '〔姓名待核：'
const CLOSING = '〕'
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}]+/gu
const mark = /〔姓名待核：([^〔〕]*)〕/gu

type MarkedCase = Pick<CaseView, 'facts'>

/**
 * Makes the function that marks what might be the name of a person and is not on file, so that nobody overlooks it:
 * 〔姓名待核：张三〕. The names of bodies on file and what an officer has said may stand are not marked.
 */
export function markerOf(view: MarkedCase): (text: string) => string {
  const openIn = openSuspects(view)
  return (text) => {
    const open = openIn(text)
    const parts = open.map(({ from, to }, index) => {
      const before = text.slice(open[index - 1]?.to ?? 0, from)
      return `${before}${OPENING}${plain(text.slice(from, to))}${CLOSING}`
    })
    return `${parts.join('')}${text.slice(open.at(-1)?.to ?? 0)}`
  }
}

/** Makes the function that names what `markerOf` would mark, in a text that somebody has edited. */
export function unmarkedNamesOf(view: MarkedCase): (text: string) => string[] {
  const openIn = openSuspects(view)
  return (text) => {
    const unmarked = text.replace(mark, '某')
    return [...new Set(openIn(unmarked).map(({ from, to }) => plain(unmarked.slice(from, to))))]
  }
}

function openSuspects({ facts }: MarkedCase): (text: string) => readonly Suspect[] {
  const namesOf = (isPerson: boolean): string[] =>
    facts.obligors.filter(({ kind }) => (kind === 'individual') === isPerson).map(({ name }) => name)
  const fold = (words: readonly string[]): string[] => words.map((word) => foldText(word).folded)
  const [bodies, kept] = [fold(namesOf(false)), fold(facts.supervision.publicNames?.keep ?? [])]
  const persons = fold(namesOf(true))
  const suspectsIn = suspectsOf(namesOf(true))
  const isOpen = ({ folded }: Suspect): boolean => {
    // 国强签字 is said of 张国强, also where 国强公司 is on file.
    const standing = persons.some((name) => name.endsWith(folded)) ? kept : [...kept, ...bodies]
    return !standing.some((word) => word.includes(folded))
  }
  return (text) => suspectsIn(text).filter(isOpen)
}

const plain = (name: string): string => name.normalize('NFKC').replace(UNSEEN, '')

/** The names that are still to be decided in a text. */
export function markedIn(text: string): string[] {
  return [...text.matchAll(mark)].map(([, name = '']) => name)
}

/** The names that are still to be decided in the fields of a form, each once. */
export function markedInFields(fields: Readonly<Record<string, FieldValue>>): string[] {
  return [...new Set(markedIn(JSON.stringify(fields)))]
}
