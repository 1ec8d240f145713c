import { openPackage, partText } from '../../src/documents/package.ts'
import {
  attributeOf,
  childrenNamed,
  elementsBelow,
  elementsOf,
  findAll,
  parseXml,
  type XmlElement,
} from '../../src/documents/xml.ts'

/** In which order the properties stand, by ECMA-376 part 1: Word repairs or refuses a file in which they stand otherwise. */
const ORDERS: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  'w:tbl': 'tblPr tblGrid tr',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  'w:lvl': 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
}

/** Header and footer may stand in any order among themselves. */
const SAME: Readonly<Record<string, string>> = { footerReference: 'headerReference' }

/** What Word refuses or repairs in a .docx, in words for a test; empty where there is nothing. */
export function wordFaults(bytes: Uint8Array): string[] {
  const parts = openPackage(bytes, 'paper')
  const trees = new Map(
    [...parts.keys()]
      .filter((path) => /^word\/[^/]+\.xml$/u.test(path))
      .map((path) => [path, parseXml(partText(parts, path), path)]),
  )
  return [
    ...[...trees].flatMap(([path, root]) =>
      [
        ...[...elementsBelow(root)].flatMap((each) => orderFaults(each)),
        ...tableFaults(root),
        ...[...repeated(root, 'w:bookmarkStart', 'w:id'), ...repeated(root, 'wp:docPr', 'id')],
      ].map((fault) => `${path}: ${fault}`),
    ),
    ...unknownNames(trees),
    ...packageFaults(parts),
  ]
}

const local = ({ name }: XmlElement): string => name.replace(/^w:/u, '')

function orderFaults(element: XmlElement): string[] {
  const order = ORDERS[element.name]?.split(' ')
  if (!order) return []
  const places = elementsOf(element).map((child) => {
    const name = local(child)
    return { name, place: order.indexOf(SAME[name] ?? name) }
  })
  return places.flatMap(({ name, place }, index) => {
    if (place < 0) return [`${element.name} holds ${name}`]
    return place < (places[index - 1]?.place ?? 0) ? [`${name} stands too late in ${element.name}`] : []
  })
}

/** Each cell ends with a paragraph, no row has more columns than the grid, two tables never touch. */
function tableFaults(root: XmlElement): string[] {
  const cells = findAll(root, 'w:tc').filter((cell) => elementsOf(cell).at(-1)?.name !== 'w:p')
  const wide = findAll(root, 'w:tbl').flatMap((table) => {
    const columns = findAll(childrenNamed(table, 'w:tblGrid')[0] ?? table, 'w:gridCol').length
    return childrenNamed(table, 'w:tr').filter((row) => spans(row) !== columns)
  })
  const touching = [root, ...elementsBelow(root)].filter((each) =>
    elementsOf(each).some(({ name }, index, all) => name === 'w:tbl' && all[index + 1]?.name === 'w:tbl'),
  )
  return [
    ...cells.map(() => 'a cell does not end with a paragraph'),
    ...wide.map((row) => `a row has ${spans(row)} columns, not those of the grid`),
    ...touching.map(() => 'two tables stand side by side'),
  ]
}

function spans(row: XmlElement): number {
  return childrenNamed(row, 'w:tc').reduce((total, cell) => {
    const span = findAll(childrenNamed(cell, 'w:tcPr')[0] ?? cell, 'w:gridSpan')[0]
    return total + Number((span && attributeOf(span, 'w:val')) ?? 1)
  }, 0)
}

function repeated(root: XmlElement, name: string, key: string): string[] {
  const ids = findAll(root, name).map((each) => attributeOf(each, key))
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${name} ${id} stands twice`)
}

/** Styles and lists that are used and nowhere defined. */
function unknownNames(trees: ReadonlyMap<string, XmlElement>): string[] {
  const defined = (path: string, name: string, key: string): (string | undefined)[] =>
    findAll(trees.get(path) ?? { name: '', attributes: '', children: [] }, name).map((each) =>
      attributeOf(each, key),
    )
  const written = defined('word/styles.xml', 'w:style', 'w:styleId')
  // Word has this one itself, and the library that builds templates rests on it.
  const styles = [...written, 'DefaultParagraphFont']
  const lists = ['0', ...defined('word/numbering.xml', 'w:num', 'w:numId')]
  const used = (names: readonly string[]): (string | undefined)[] =>
    [...trees.values()].flatMap((root) =>
      names.flatMap((name) => findAll(root, name).map((each) => attributeOf(each, 'w:val'))),
    )
  const stylesUsed = used(['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link'])
  return [
    ...written
      .filter((id, index) => written.indexOf(id) !== index)
      .map((id) => `style ${id} is defined twice`),
    ...stylesUsed.filter((id) => !styles.includes(id)).map((id) => `no style ${id}`),
    ...used(['w:numId'])
      .filter((id) => !lists.includes(id))
      .map((id) => `no list ${id}`),
  ]
}

/** Relations to parts that are not there, ids that stand twice or nowhere, and parts without a type. */
function packageFaults(parts: ReadonlyMap<string, Uint8Array>): string[] {
  const types = parseXml(partText(new Map(parts), '[Content_Types].xml'), 'types')
  const typed = [
    ...findAll(types, 'Override').map((each) => attributeOf(each, 'PartName')?.slice(1)),
    ...findAll(types, 'Default').map((each) => `.${attributeOf(each, 'Extension')}`),
  ]
  return [...parts.keys()].flatMap((path) => [
    ...(typed.some((each) => each === path || path.endsWith(each?.startsWith('.') ? each : '\0'))
      ? []
      : [`${path} has no type`]),
    ...(path.endsWith('.rels') ? relationFaults(parts, path) : []),
  ])
}

function relationFaults(parts: ReadonlyMap<string, Uint8Array>, path: string): string[] {
  const text = (name: string): string => partText(new Map(parts), name)
  const relations = findAll(parseXml(text(path), path), 'Relationship')
  const folder = path.replace(/_rels\/[^/]+$/u, '')
  const holder = folder + (path.split('/').at(-1) ?? '').replace(/\.rels$/u, '')
  const ids = relations.map((each) => attributeOf(each, 'Id'))
  const used = [...text(holder).matchAll(/ r:(?:id|embed|link)="([^"]+)"/gu)].map(([, id]) => id)
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}: ${id} stands twice`),
    ...used.filter((id) => !ids.includes(id)).map((id) => `${holder}: no relation ${id}`),
    ...relations
      .filter((each) => attributeOf(each, 'TargetMode') !== 'External')
      .map((each) => attributeOf(each, 'Target') ?? '')
      .map((target) => (target.startsWith('/') ? target.slice(1) : folder + target))
      .filter((target) => !parts.has(target))
      .map((target) => `${path}: no part ${target}`),
  ]
}
