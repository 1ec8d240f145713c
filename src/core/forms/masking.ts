import { maskIdentifier } from '../facts/identifiers.ts'
import { personalNumbersOf } from '../facts/identity.ts'
import { withSuccessors } from '../facts/successor.ts'
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

/** An id number, a mobile or a fixed-line number standing by itself, in half or full width, with or without spaces. */
const digit = '[\\d０-９]'
const gap = '[ \\-－—]?'
const personalNumbers = new RegExp(
  [
    `(?<!${digit})(?:${digit}{6}${gap}${digit}{8}${gap}${digit}{3}[\\dXx０-９Ｘｘ]|${digit}{15})(?!${digit})`,
    `(?<!${digit})[1１][3-9３-９]${digit}${gap}${digit}{4}${gap}${digit}{4}(?!${digit})`,
    `(?<!${digit})[0０]${digit}{2,3}${gap}${digit}{7,8}(?!${digit})`,
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
const personName = /^(?:\p{Script=Han}{2,4}|\p{Script=Han}+(?:·\p{Script=Han}+)+)$/u
const bodyName =
  /(?:局|院|厅|队|司|中心|会|政府|部|站|所|办|村|厂|矿|店|场|行|社|校|大学|公安|机关|科|处|室|权利人|业主)$/u

/** Surname and 某, as a publication names a natural person: 韦大明 → 韦某. */
export function maskedName(name: string): string {
  const compound = compoundSurnames.find((surname) => name.startsWith(surname) && name !== surname)
  return `${compound ?? [...name].at(0) ?? ''}某`
}

/**
 * Makes the function that masks personal data in a text for publication: natural persons become surname and 某; their
 * addresses, id numbers and telephone numbers are removed. Longer names go first, so that no part of a name is left.
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
  masks.delete('')
  const longestFirst = [...masks.keys()].sort((a, b) => b.length - a.length)
  const known = new RegExp(longestFirst.map(exactPattern).join('|') || '$^', 'gu')
  // All names in one pass, so that a masked name is not masked again.
  return (text) =>
    text.replace(known, (found) => masks.get(found) ?? found).replace(personalNumbers, numberRemoved)
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
  if (typeof value === 'string') return inPerson && isPerson(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap((each) => namesIn(each, inPerson))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) =>
    namesIn(child, personKeys.has(key) || (inPerson && key === 'name')),
  )
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
