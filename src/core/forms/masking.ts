import { maskIdentifier } from '../facts/identifiers.ts'
import { personalNumbersOf } from '../facts/identity.ts'
import { withSuccessors } from '../facts/successor.ts'
import { foldText } from '../folding.ts'
import { exactPattern } from '../pattern.ts'
import type { CaseView } from '../view.ts'
import type { FieldValue } from './define.ts'

/** Surnames of two characters: all others have one. */
const compoundSurnames =
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 百里 呼延 东郭 南门'.split(
    ' ',
  )

/** Marks for several 赔偿义务人 of one surname: 韦某甲、韦某乙. */
const marks = [...'甲乙丙丁戊己庚辛壬癸']

/** An id number, a mobile or a fixed-line number, or that of an account, standing by itself, in half or full width, with or without spaces. */
const digit = '[\\d０-９]'
const gap = '[ \\-－—]?'
const personalNumbers = new RegExp(
  [
    `(?<!${digit})(?:${digit}{6}${gap}${digit}{8}${gap}${digit}{3}[\\dXx０-９Ｘｘ]|${digit}{15})(?!${digit})`,
    `(?<!${digit})[1１][3-9３-９]${digit}${gap}${digit}{4}${gap}${digit}{4}(?!${digit})`,
    `(?<!${digit})[0０]${digit}{2,3}${gap}${digit}{7,8}(?!${digit})`,
    `(?<!${digit})${digit}{16,21}(?!${digit})`,
    `(?<!${digit})${digit}{4}(?:${gap}${digit}{4}){3,4}(?:${gap}${digit}{1,3})?(?!${digit})`,
  ].join('|'),
  'gu',
)

const numberRemoved = '（略）'
const placeRemoved = '某地'

/** The keys under which documents name natural persons, as texts, lists of texts, or objects with a `name`. */
const personKeys = new Set([
  ...['officers', 'investigators', 'panel', 'chair', 'recorder', 'recipient', 'collectedBy', 'experts'],
  ...[
    'handlers',
    'approvals',
    'approvedBy',
    'representative',
    'reporter',
    'signatories',
    'contacts',
    'agents',
  ],
  ...['guests', 'observers', 'by', 'determinedBy', 'consentedBy'],
  ...['payer', 'administrator', 'coSignatories'],
])

/** The form of a person's name: the same keys hold the names of bodies as well. */
const personName = /^(?:\p{Script=Han}[\s\u3000]*){2,4}$|^\p{Script=Han}+(?:[·•・‧∙．.]\p{Script=Han}+)+$/u
const bodyName =
  /(?:局|院|厅|队|司|中心|会|政府|部|站|所|办|村|厂|矿|店|场|行|社|校|大学|公安|机关|科|处|室|权利人|业主)$/u

/** Surname and 某, as a publication names a natural person: 韦大明 → 韦某. */
export function maskedName(name: string): string {
  const compound = compoundSurnames.find((surname) => name.startsWith(surname) && name !== surname)
  return `${compound ?? [...name].at(0) ?? ''}某`
}

/**
 * Makes the function that masks personal data in a text for publication: natural persons become surname and 某; their
 * addresses, numbers of identity, telephones, banks, mail and chats are removed.
 */
export function maskOf(view: CaseView): (text: string) => string {
  const { facts, config } = view
  const persons = new Map(namesIn([facts.documents, config]).map((name) => [name, maskedName(name)]))
  const individuals = withSuccessors(facts.obligors).filter(({ kind }) => kind === 'individual')
  for (const [name, masked] of distinctlyMasked(individuals.map(({ name }) => name)))
    persons.set(name, masked)
  const places = [...individuals.map(({ address }) => address), facts.case.clue.reporter?.contact]
  const numbers = individuals.flatMap(personalNumbersOf)
  const masks = new Map<string, string>([
    ...places.map((place) => [place ?? '', placeRemoved] as const),
    ...numbers.map((number) => [number, numberRemoved] as const),
    ...persons,
  ])
  return masker(masks, placesNamedIn(view))
}

/**
 * Masks a text by what is to be masked and what stands for it. Names are compared as a reader compares them, since a text
 * that was pasted may hold other dots, blanks, widths or characters of the same look: the longest first, all in one pass, so
 * that a masked name is not masked again.
 */
function masker(masks: ReadonlyMap<string, string>, words: readonly string[]): (text: string) => string {
  const folded = new Map([...masks].map(([name, mask]) => [foldText(name).folded, mask]))
  folded.delete('')
  const longestFirst = [...folded.keys()].sort((a, b) => b.length - a.length)
  const known = new RegExp(longestFirst.map((name) => namePattern(name, words)).join('|') || '$^', 'gu')
  const mask = (text: string): string => {
    const { folded: plain, starts } = foldText(text)
    let [masked, done] = ['', 0]
    for (const found of plain.matchAll(known)) {
      masked += text.slice(done, starts[found.index]) + (folded.get(found[0]) ?? '')
      done = endOf(starts, found.index + found[0].length)
    }
    return masked + text.slice(done)
  }
  return (text) => withoutNumbers(mask(text))
}

/** Where the character before a place in the folded text ends: blanks behind it stay. */
function endOf(starts: readonly number[], place: number): number {
  const last = starts[place - 1] ?? 0
  const next = starts.slice(place).find((start) => start > last)
  return next ?? last
}

/** A name, unless it is the beginning of a longer word of the case that is no person: 高明 in 高明区. */
function namePattern(name: string, words: readonly string[]): string {
  const longer = words.filter((word) => word.startsWith(name) && word !== name)
  const rest = longer.map((word) => exactPattern(word.slice(name.length)))
  return rest.length ? `${exactPattern(name)}(?!${[...new Set(rest)].join('|')})` : exactPattern(name)
}

/** The places and bodies of a case, folded, each from any of its characters to the next 区, 市, 县 or the like. */
function placesNamedIn({ facts, config }: CaseView): string[] {
  const { damage, jurisdiction } = facts.case
  const texts = [
    damage.location,
    jurisdiction.handlingUnit,
    jurisdiction.obligee,
    config.region.name,
    config.unit?.name,
  ]
  const whole = texts.flatMap((text) => (text ? foldText(text).folded : []))
  return whole.flatMap((text) =>
    [...text.matchAll(/[区县市镇乡]/gu)].flatMap(({ index }) =>
      [...text.slice(0, index)].map((_, from) => text.slice(from, index + 1)),
    ),
  )
}

/** Addresses of electronic mail, and what follows 微信 or QQ as an account. */
const ACCOUNTS =
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|((?:微信|QQ|qq)(?:号|名|昵称|账号)?[:：]?\s?)[A-Za-z0-9_-]{5,20}/gu

function withoutNumbers(text: string): string {
  return text
    .replace(ACCOUNTS, (_, lead?: string) => `${lead ?? ''}${numberRemoved}`)
    .replace(personalNumbers, numberRemoved)
}

/** A text for somebody of the office: names as they are, id and telephone numbers with their ends alone, as in `show`. */
export function withMaskedNumbers(text: string): string {
  return text.replace(personalNumbers, maskIdentifier)
}

/** The masked name of each person; several of one surname get a mark each. */
function distinctlyMasked(names: readonly string[]): [string, string][] {
  const distinct = [...new Set(names)]
  return distinct.map((name) => {
    const alike = distinct.filter((other) => maskedName(other) === maskedName(name))
    const mark = alike.length > 1 ? (marks[alike.indexOf(name)] ?? '') : ''
    return [name, `${maskedName(name)}${mark}`]
  })
}

function namesIn(value: unknown, inPerson = false): string[] {
  if (typeof value === 'string') return inPerson ? namesInText(value) : []
  if (Array.isArray(value)) return value.flatMap((each) => namesIn(each, inPerson))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) =>
    namesIn(child, personKeys.has(key) || (inPerson && key === 'name')),
  )
}

/** The names in a text that may list several: [甲某，乙某]. */
function namesInText(text: string): string[] {
  const parts = text.split(/[，,、；;/[\]【】（）()]+/u).map((part) => part.trim())
  return [text, ...parts].filter(isPerson)
}

const isPerson = (text: string): boolean => personName.test(text) && !bodyName.test(text)

/** Every text of a form, masked. */
export function maskFields(
  fields: Readonly<Record<string, FieldValue>>,
  mask: (text: string) => string,
): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, maskValue(value, mask)]))
}

function maskValue(value: FieldValue, mask: (text: string) => string): FieldValue {
  if (typeof value === 'string') return mask(value)
  if ('paragraphs' in value) return { paragraphs: value.paragraphs.map(mask) }
  if ('block' in value) return value
  const maskRow = (row: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(row).map(([key, text]) => [key, mask(text)]))
  return { rows: value.rows.map(maskRow) }
}
