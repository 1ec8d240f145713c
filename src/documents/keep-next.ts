import { attributeOf, childrenNamed, type XmlElement } from './xml.ts'

const isMark = (child: XmlElement | string): boolean =>
  typeof child !== 'string' && child.name === 'w:keepNext'

/** Whether a paragraph itself, not its style, says that it stays on one page with the next. */
export const isKeptWithNext = (paragraph: XmlElement): boolean =>
  childrenNamed(paragraph, 'w:pPr')
    .flatMap((properties) => childrenNamed(properties, 'w:keepNext'))
    .some((each) => !/^(?:0|false|off)$/.test(attributeOf(each, 'w:val') ?? ''))

/** Lets a paragraph stay on one page with the next, or no longer. */
export const keepWithNext = (paragraph: XmlElement, keep: boolean): void => {
  const [properties] = childrenNamed(paragraph, 'w:pPr')
  if (properties) mark(properties, keep)
  else if (keep) {
    const made: XmlElement = { name: 'w:pPr', attributes: '', children: [] }
    mark(made, keep)
    paragraph.children.unshift(made)
  }
}

/** The schema puts the mark behind the style. */
const mark = (properties: XmlElement, keep: boolean): void => {
  const others = properties.children.filter((child) => !isMark(child))
  const style = others.findIndex((child) => typeof child !== 'string' && child.name === 'w:pStyle')
  const made: XmlElement = { name: 'w:keepNext', attributes: '', children: [] }
  properties.children = keep ? others.toSpliced(style + 1, 0, made) : others
}
