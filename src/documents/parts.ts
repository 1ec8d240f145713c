import { strToU8 } from 'fflate'
import { type Package, partText } from './package.ts'
import { escapeXml } from './xml.ts'

const insertBefore = (parts: Package, path: string, end: string, xml: string): void => {
  const text = partText(parts, path)
  const at = text.lastIndexOf(end)
  // A part without children may be written as one empty tag.
  const whole = at >= 0 ? text : text.replace(/\/>\s*$/, `>${end}`)
  const index = whole.lastIndexOf(end)
  parts.set(path, strToU8(whole.slice(0, index) + xml + whole.slice(index)))
}

/** Declares the content type of a part added to a package. */
export const addOverride = (parts: Package, partName: string, contentType: string): void =>
  insertBefore(
    parts,
    '[Content_Types].xml',
    '</Types>',
    `<Override PartName="${partName}" ContentType="${contentType}"/>`,
  )

/** Adds a relationship and returns its new id. */
export const addRelationship = (parts: Package, path: string, type: string, target: string): string => {
  const text = partText(parts, path)
  let number = 1
  while (text.includes(`"rIdEjc${number}"`)) number += 1
  const id = `rIdEjc${number}`
  insertBefore(
    parts,
    path,
    '</Relationships>',
    `<Relationship Id="${id}" Type="${type}" Target="${escapeXml(target)}"/>`,
  )
  return id
}
