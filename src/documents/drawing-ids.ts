import { attributeOf, elementsBelow, elementsOf, type XmlElement } from './xml.ts'

const drawings = new Set(['wp:inline', 'wp:anchor'])
const numbered = new Set(['wp:docPr', 'wps:cNvPr', 'wpg:cNvPr'])
/** The ends of a line between two shapes of a drawing, which name them by their ids. */
const joined = new Set(['a:stCxn', 'a:endCxn'])

/**
 * Gives drawings ids of their own where a repeated part has brought them in more than once: Word finds a document
 * unreadable whose drawings share an id, in different parts too.
 */
export const separateDrawings = (roots: readonly XmlElement[]): void => {
  const found = roots.flatMap(drawingsIn).map((drawing) => [...elementsBelow(drawing)])
  const ids = found.map((elements) => new Set(elements.filter(({ name }) => numbered.has(name)).map(idOf)))
  let highest = ids.reduce((most, each) => Math.max(most, ...each), 0)
  const used = new Set<number>()
  for (const [index, elements] of found.entries()) {
    const renewed = new Map<number, number>()
    for (const id of ids[index] ?? []) {
      if (used.has(id)) {
        highest += 1
        renewed.set(id, highest)
      }
      used.add(renewed.get(id) ?? id)
    }
    if (renewed.size > 0) renumber(elements, renewed)
  }
}

/** The drawings of a part, but for those within another. */
const drawingsIn = (element: XmlElement): XmlElement[] =>
  elementsOf(element).flatMap((child) => (drawings.has(child.name) ? [child] : drawingsIn(child)))

/** 0, which no drawing has, stands for none. */
const idOf = (element: XmlElement): number => Number(attributeOf(element, 'id')) || 0

const renumber = (elements: readonly XmlElement[], renewed: ReadonlyMap<number, number>): void => {
  for (const element of elements) {
    const id = numbered.has(element.name) || joined.has(element.name) ? renewed.get(idOf(element)) : undefined
    if (id !== undefined)
      element.attributes = element.attributes.replace(/(\sid\s*=\s*)(?:"[^"]*"|'[^']*')/u, `$1"${id}"`)
  }
}
