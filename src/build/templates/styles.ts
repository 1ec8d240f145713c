import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx'
import { faceSubstitutes } from '../../documents/faces.ts'

/** The line pitch of GB/T 9704-2012: 28.95 pt, in twentieths of a point. */
export const linePitch = 579

const latin = 'Times New Roman'
const face = (eastAsia: string) => ({ ascii: latin, hAnsi: latin, cs: latin, eastAsia })

/** The faces of GB/T 9704-2012; `fontTable` names what stands in for each where it is not installed. */
const faces = {
  body: face('仿宋_GB2312'),
  title: face('方正小标宋简体'),
  heading: face('黑体'),
  subheading: face('楷体_GB2312'),
  pageNumber: { ascii: '宋体', hAnsi: '宋体', cs: latin, eastAsia: '宋体' },
}

/**
 * A quarter of a point less after each character, in twentieths of a point: 28 characters of 3号 are 448 pt wide, and the
 * line of GB/T 9704-2012 that holds them is 442 pt.
 */
const squeezed = -5

/** Sizes in half points: 2号 is 22 pt, 3号 16 pt, 4号 14 pt, 小四 12 pt, 五号 10.5 pt. */
const sizes = { cover: 72, title: 44, body: 32, pageNumber: 28, table: 24, note: 21 }

const exact = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 })
const twoCharacters = (size: number) => ({ firstLine: size * 40, firstLineChars: 200 })

/** Lines centred between an indent and the right margin, and kept whole. */
const sealed = (left: number) => ({
  alignment: AlignmentType.CENTER,
  keepLines: true,
  indent: { left, right: 0 },
})

/** Ids of the named styles; their Chinese names are what Word and WPS show. */
export const style = {
  title: 'EjcTitle',
  subtitle: 'EjcSubtitle',
  coverTitle: 'EjcCoverTitle',
  coverLine: 'EjcCoverLine',
  opening: 'EjcOpening',
  heading: 'EjcHeading',
  subheading: 'EjcSubheading',
  body: 'EjcBody',
  signature: 'EjcSignature',
  seal: 'EjcSeal',
  wideSeal: 'EjcWideSeal',
  number: 'EjcNumber',
  label: 'EjcTableLabel',
  labelNote: 'EjcTableLabelNote',
  cell: 'EjcTableText',
  prose: 'EjcTableProse',
  cellSignature: 'EjcTableSignature',
  party: 'EjcParty',
  partyDetail: 'EjcPartyDetail',
  thin: 'EjcThin',
  pageNumber: 'EjcPageNumber',
  hint: 'EjcHint',
} as const

const bodyStyles = [
  {
    id: style.title,
    name: '文书标题',
    run: { font: faces.title, size: sizes.title, characterSpacing: 0 },
    paragraph: {
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { ...exact(660), after: 360 },
    },
  },
  {
    id: style.subtitle,
    name: '副标题',
    run: { font: faces.subheading },
    paragraph: {
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { ...exact(linePitch), after: 290 },
    },
  },
  {
    id: style.coverTitle,
    name: '封面标题',
    run: { font: faces.title, size: sizes.cover, characterSpacing: 0 },
    paragraph: { alignment: AlignmentType.CENTER, spacing: { ...exact(960), before: 1160, after: 1160 } },
  },
  {
    id: style.coverLine,
    name: '封面文字',
    paragraph: { alignment: AlignmentType.LEFT, spacing: { before: 0, after: 120 } },
  },
  { id: style.opening, name: '首部', paragraph: { alignment: AlignmentType.LEFT } },
  {
    id: style.heading,
    name: '一级标题',
    run: { font: faces.heading },
    paragraph: { keepNext: true, indent: twoCharacters(16) },
  },
  {
    id: style.subheading,
    name: '二级标题',
    run: { font: faces.subheading },
    paragraph: { keepNext: true, indent: twoCharacters(16) },
  },
  {
    id: style.body,
    name: '文书正文',
    paragraph: { alignment: AlignmentType.LEFT, indent: twoCharacters(16), widowControl: true },
  },
  {
    id: style.signature,
    name: '签署',
    paragraph: { alignment: AlignmentType.RIGHT, keepLines: true, indent: { right: 640 } },
  },
  // The day, five or six characters wide, ends four characters before the margin; the name stands on its middle.
  { id: style.seal, name: '用印落款', paragraph: sealed(4100) },
  // Words of up to twenty-two characters end two before the margin.
  { id: style.wideSeal, name: '用印落款（长）', paragraph: sealed(1920) },
  {
    id: style.number,
    name: '发文字号',
    paragraph: {
      alignment: AlignmentType.RIGHT,
      keepNext: true,
      spacing: { ...exact(linePitch), after: linePitch },
    },
  },
  { id: style.party, name: '当事人', paragraph: { alignment: AlignmentType.LEFT, keepLines: true } },
  { id: style.partyDetail, name: '当事人信息', paragraph: { keepLines: true, indent: { left: 640 } } },
  { id: style.thin, name: '表后行', run: { size: 2 }, paragraph: { spacing: exact(20) } },
]

// 15.5 pt for 12 pt, so that a register of one 赔偿义务人 stands on one page; the cells have margins of their own.
const inTable = { spacing: exact(310) }
const tableStyles = [
  { id: style.label, name: '表格标签', paragraph: { ...inTable, alignment: AlignmentType.CENTER } },
  {
    id: style.labelNote,
    name: '表格标签说明',
    run: { size: sizes.note },
    paragraph: { spacing: exact(270), alignment: AlignmentType.CENTER },
  },
  { id: style.cell, name: '表格文字', paragraph: { ...inTable, alignment: AlignmentType.LEFT } },
  {
    id: style.prose,
    name: '表格正文',
    paragraph: {
      ...inTable,
      alignment: AlignmentType.LEFT,
      indent: twoCharacters(12),
      widowControl: true,
    },
  },
  {
    id: style.cellSignature,
    name: '表格签署',
    paragraph: { ...inTable, alignment: AlignmentType.LEFT, keepLines: true, indent: { left: 3100 } },
  },
].map(({ run, ...entry }) => ({ ...entry, run: { size: sizes.table, ...run, characterSpacing: 0 } }))

/** Every named style of the forms, on top of a Normal of 3号仿宋 at the fixed pitch. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: faces.body,
        size: sizes.body,
        characterSpacing: squeezed,
        language: { value: 'zh-CN', eastAsia: 'zh-CN' },
      },
      paragraph: { spacing: exact(linePitch) },
    },
  },
  paragraphStyles: [
    ...[...bodyStyles, ...tableStyles].map((entry) => ({ basedOn: 'Normal', quickFormat: true, ...entry })),
    {
      id: style.pageNumber,
      name: '页码',
      basedOn: 'Normal',
      run: { font: faces.pageNumber, size: sizes.pageNumber, characterSpacing: 0 },
      paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
    },
  ],
  characterStyles: [
    { id: style.hint, name: '提示', basedOn: 'DefaultParagraphFont', run: { color: '808080' } },
  ],
}

/**
 * Takes titles, low lines and the text of ruled tables off the document grid, which would space a title of two lines
 * like four and 小四 like 3号; docx has no option for it.
 * @param xml `word/styles.xml`
 */
export const offGrid = (xml: string): string =>
  [style.title, style.thin, ...tableStyles.map(({ id }) => id)].reduce((text, id) => {
    const at = text.indexOf('<w:spacing ', text.indexOf(`w:styleId="${id}"`))
    return `${text.slice(0, at)}<w:snapToGrid w:val="0"/>${text.slice(at)}`
  }, xml)

/** `word/fontTable.xml`: each face of the standard with what Word and WPS may take in its place. */
export const fontTable = (): string => {
  const entries = Object.entries(faceSubstitutes).map(
    ([name, alternatives]) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternatives}"/><w:charset w:val="86"/>` +
      '<w:family w:val="auto"/><w:pitch w:val="default"/></w:font>',
  )
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `<w:font w:name="${latin}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>` +
    `${entries.join('')}</w:fonts>`
  )
}
