import { childNamed } from './word-styles.ts'
import { elementsOf, type XmlElement, type XmlNode } from './xml.ts'

/** What a tracked change leaves behind once it is accepted: nothing of the first, what stands inside of the second. */
const gone = /^w:(?:del|moveFrom|\w+Change|(?:moveFrom|moveTo)Range(?:Start|End)|cell(?:Ins|Del|Merge))$/u
const kept = new Set(['w:ins', 'w:moveTo'])

/** Accepts all tracked changes of a part, as Word does it: what was struck out is gone, what was put in stays. */
export function acceptChanges(root: XmlElement): void {
  const children: XmlNode[] = []
  let running: XmlElement | undefined
  for (const child of root.children.flatMap(acceptedOf)) {
    if (typeof child === 'string' || child.name !== 'w:p') {
      children.push(child)
      continue
    }
    const endsNowhere = isMarkGone(child)
    acceptChanges(child)
    const paragraph = running ? joined(running, child) : child
    running = endsNowhere ? paragraph : undefined
    if (!running) children.push(paragraph)
  }
  root.children = running ? [...children, running] : children
}

/** What stands in the place of a node; paragraphs are looked at with those beside them. */
function acceptedOf(node: XmlNode): XmlNode[] {
  if (typeof node === 'string') return [node]
  if (gone.test(node.name) || isDeletedRow(node)) return []
  if (kept.has(node.name)) return node.children.flatMap(acceptedOf)
  if (node.name !== 'w:p') acceptChanges(node)
  return [node]
}

function isDeletedRow(element: XmlElement): boolean {
  return element.name === 'w:tr' && childNamed(childNamed(element, 'w:trPr'), 'w:del') !== undefined
}

/** Whether the end of a paragraph was struck out, so that it runs on into the next one. */
function isMarkGone(paragraph: XmlElement): boolean {
  const mark = childNamed(childNamed(paragraph, 'w:pPr'), 'w:rPr')
  return ['w:del', 'w:moveFrom'].some((name) => childNamed(mark, name) !== undefined)
}

/** Two paragraphs in one, which looks like the second: the end of a paragraph holds its properties. */
function joined(first: XmlElement, second: XmlElement): XmlElement {
  const properties = elementsOf(second).filter(({ name }) => name === 'w:pPr')
  const textOf = ({ children }: XmlElement): XmlNode[] =>
    children.filter((child) => typeof child === 'string' || child.name !== 'w:pPr')
  return { ...second, children: [...properties, ...textOf(first), ...textOf(second)] }
}
