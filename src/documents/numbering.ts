import { ordinal } from '../core/forms/amounts.ts'
import { type Package, partText } from './package.ts'
import { childNamed, childValue, type ListPlace } from './word-styles.ts'
import { attributeOf, elementsOf, parseXml, type XmlElement } from './xml.ts'

interface Level {
  readonly format: string
  /** The format of the number: `第%1条`, `%1.%2`. */
  readonly text: string
  readonly start: number
}

interface List {
  /** Lists with the same definition continue one count. */
  readonly counts: string
  readonly levels: ReadonlyMap<number, Level>
}

/** Word has nine levels, and counts no further than this; a format of a number has a few characters. */
const mostLevels = 9
const highestStart = 32_767
const longestText = 60

const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']
const letterOf = (count: number): string => String.fromCharCode('a'.charCodeAt(0) + ((count - 1) % 26))
const romanOf = (count: number): string => roman[count - 1] ?? String(count)

const numberFormats: Readonly<Record<string, (count: number) => string>> = {
  bullet: () => '',
  none: () => '',
  lowerLetter: letterOf,
  upperLetter: (count) => letterOf(count).toUpperCase(),
  lowerRoman: romanOf,
  upperRoman: (count) => romanOf(count).toUpperCase(),
}

const formattedNumber = (format: string, count: number): string => {
  if (/chinese|japaneseCounting|ideograph|taiwanese/i.test(format)) return ordinal(count - 1)
  return numberFormats[format]?.(count) ?? String(count)
}

const levelsIn = (element: XmlElement | undefined): Map<number, Level> =>
  new Map(
    (element ? elementsOf(element) : [])
      .filter(({ name }) => name === 'w:lvl')
      .map((level): [number, Level] => [
        Number(attributeOf(level, 'w:ilvl')),
        {
          format: childValue(level, 'w:numFmt') ?? 'decimal',
          text: (childValue(level, 'w:lvlText') ?? '').slice(0, longestText),
          start: startOf(childValue(level, 'w:start')),
        },
      ])
      .filter(([index]) => Number.isInteger(index) && index >= 0 && index < mostLevels),
  )

const startOf = (value: string | undefined): number => {
  const start = Number(value ?? 1)
  return Number.isInteger(start) && start >= 0 && start <= highestStart ? start : 1
}

/** A list; its own levels and start numbers override those of its definition. */
const listOf = (list: XmlElement, definitions: ReadonlyMap<string, ReadonlyMap<number, Level>>): List => {
  const definition = childValue(list, 'w:abstractNumId') ?? ''
  const overrides = elementsOf(list).filter(({ name }) => name === 'w:lvlOverride')
  const levels = new Map(definitions.get(definition))
  for (const override of overrides) {
    const index = Number(attributeOf(override, 'w:ilvl'))
    const own = levelsIn(override).get(index) ?? levels.get(index)
    const start = childValue(override, 'w:startOverride')
    if (own) levels.set(index, start === undefined ? own : { ...own, start: startOf(start) })
  }
  const restarts = overrides.some((override) => childNamed(override, 'w:startOverride'))
  return { counts: restarts ? `list ${attributeOf(list, 'w:numId')}` : definition, levels }
}

const listsIn = (parts: Package, subject: string): Map<string, List> => {
  const root = elementsOf(parseXml(partText(parts, 'word/numbering.xml'), subject))[0]
  const children = root ? elementsOf(root) : []
  const definitions = new Map(
    children
      .filter(({ name }) => name === 'w:abstractNum')
      .map((each) => [attributeOf(each, 'w:abstractNumId') ?? '', levelsIn(each)]),
  )
  return new Map(
    children
      .filter(({ name }) => name === 'w:num')
      .map((each) => [attributeOf(each, 'w:numId') ?? '', listOf(each, definitions)]),
  )
}

/** Counts the numbers that Word puts before paragraphs. Call it once for each numbered paragraph, in reading order. */
export const readNumbering = (parts: Package, subject: string): ((place: ListPlace) => string) => {
  const lists = listsIn(parts, subject)
  const counters = new Map<string, number[]>()
  return ({ list: id, level: index = 0 }) => {
    const list = id === undefined ? undefined : lists.get(id)
    const level = list?.levels.get(index)
    if (!list || !level) return ''
    const counts = (counters.get(list.counts) ?? []).slice(0, index + 1)
    const firstOf = (at: number): number => list.levels.get(at)?.start ?? 1
    for (let above = 0; above < index; above += 1) counts[above] ??= firstOf(above)
    counts[index] = (counts[index] ?? level.start - 1) + 1
    counters.set(list.counts, counts)
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      return formattedNumber(list.levels.get(at)?.format ?? 'decimal', counts[at] ?? firstOf(at))
    })
  }
}
