import { chineseDate, type IsoDate } from '../calendar/dates.ts'
import type { Approval, Obligor, Signature } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { identityText } from '../facts/identity.ts'
import { obligorOf } from '../facts/queries.ts'
import { approvalRoles } from '../facts/subjects.ts'
import type { Party } from '../facts/successor.ts'
import type { Matter } from '../regulation/cite.ts'
import type { CaseView } from '../view.ts'
import type { collectFields } from './define.ts'

/** Collects the facts that a form lacks. */
export type FieldCollector = ReturnType<typeof collectFields>

/** A line to write on, for a value inside a longer text; only drafts print it. */
export const blankLine = '＿＿＿＿＿＿＿＿'

/** What a table says where a row does not apply, so that nobody writes into it later. */
export const notApplicable = '／'

/** `2026-03-02` → 2026年3月2日; empty where the day is not known: the paper leaves room for it. */
export function dateOrBlank(date: IsoDate | undefined): string {
  return date === undefined ? '' : chineseDate(date)
}

/** `2026-07-20 09:30` → 2026年7月20日9时30分. */
export function chineseDateTime(at: string): string {
  const [date = '', time = ''] = at.split(' ')
  const [hour = '', minute = ''] = time.split(':')
  if (!hour) return chineseDate(date)
  return `${chineseDate(date)}${Number(hour)}时${Number(minute) ? `${minute}分` : ''}`
}

/** When damage happened, one day or from one to another: 2025年3月1日至2025年3月4日. */
export function damageDays({ occurredFrom, occurredTo }: CaseView['facts']['case']['damage']): string {
  return [...new Set([occurredFrom, occurredTo])].map(dateOrBlank).filter(Boolean).join('至')
}

/** Names one after another: 覃某、李某. */
export function joinedNames(names: readonly (string | undefined)[] | undefined): string {
  return (names ?? []).filter(Boolean).join('、')
}

/**
 * A text as a sentence: it ends with one full stop, or as it ends already, with its question, its colon or the stop
 * inside its quotation marks or brackets; an empty text stays empty.
 */
export function asSentence(text: string | undefined): string {
  const bare = withoutStop(text ?? '')
  return bare === '' || isEnded(bare) ? bare : `${bare}。`
}

/** Whether a text needs no full stop: after 「…责任。”」 or 「违约金：」 there would be one too many. */
function isEnded(text: string): boolean {
  return /[！？!?：:…]$|[。！？!?…][”’"」』）)》〉】\]]+$/u.test(text)
}

/** The office's own text of several lines, each a paragraph, as it was written; a mark that was typed twice stands once. */
export function asWritten(text: string | undefined): string[] {
  return asAgreed(text?.replace(/([。，；、])\1+/gu, '$1'))
}

/**
 * What the parties agreed, in several lines, each a paragraph, to the letter: its lists, quotations, brackets and marks
 * are nobody's to change. One line that ends in no mark at all is closed by a full stop.
 */
export function asAgreed(text: string | undefined): string[] {
  const lines = (text ?? '').split(/\r\n|\r|\n/u).flatMap((line) => line.trim() || [])
  const [only = '', ...others] = lines
  if (others.length || only === '') return lines
  return [/[。；;.，,、]$/u.test(only) ? only : asSentence(only)]
}

/** What is asked for, an item a line: each that ends in no mark at all is closed, the last by a full stop. */
export function asItems(text: string | undefined): string[] {
  return asWritten(text).map((line, index, { length }) => {
    const isClosed = /[。；;.，,、]$/u.test(line) || isEnded(line)
    return isClosed ? line : `${line}${index < length - 1 ? '；' : '。'}`
  })
}

/** The texts that are not empty, with commas between them; none keeps a stop of its own before the comma. */
export function inClauses(...texts: readonly (string | undefined)[]): string {
  return withoutStops(texts).join('，')
}

/** A sentence that lists several texts, with semicolons between them; empty where there are none. */
export function asList(texts: readonly (string | undefined)[]): string {
  return asSentence(withoutStops(texts).join('；'))
}

function withoutStops(texts: readonly (string | undefined)[]): string[] {
  return presentParts(...texts)
    .map((text) => withoutStop(text))
    .filter(Boolean)
}

/** A text that goes into a longer sentence, without the stop at its end. */
function withoutStop(text: string): string {
  return text.trim().replace(/[。；;.，,、]+$/u, '')
}

/** The texts that are not empty, as sentences of one paragraph. */
export function inSentences(...texts: readonly (string | undefined)[]): string {
  return texts.map(asSentence).join('')
}

/** Whether a text says a part of it in the same words, whatever the blanks and the stop behind them. */
export function holdsText(text: string, part: string): boolean {
  const bare = (words: string): string => words.replaceAll(/\s/gu, '').replace(/[。；;.]$/u, '')
  return part !== '' && bare(text).includes(bare(part))
}

/** The parts that are not empty. */
export function presentParts(...parts: readonly (string | undefined)[]): string[] {
  return parts.filter((part): part is string => part !== undefined && part !== '')
}

/** 「损害范围：受损土壤约 1200 立方米。」, or nothing where there is no value; 「因果关系成立。」 needs no label before it. */
export function labelled(label: string, value: string | undefined): string {
  const text = value?.trim() ?? ''
  if (text === '') return ''
  return asSentence(text.startsWith(label) ? text : `${label}：${text}`)
}

/** The address of an obligor in the facts: case.obligors[o1].address. */
function obligorPath({ id, path = `case.obligors[${id}]` }: Party, key: keyof Obligor): string {
  return `${path}.${key}`
}

/**
 * The identifier of an obligor, whole: 统一社会信用代码, of a natural person 公民身份号码 or another paper with its
 * kind.
 */
export function identifierOf(obligor: Party, field: string, { need }: FieldCollector): string {
  const { kind, identity } = obligor
  const key = kind === 'individual' ? 'idNumber' : 'creditCode'
  const other = kind === 'individual' && identity ? identityText(identity) : undefined
  return need(field, obligor[key] ?? other, obligorPath(obligor, key), 'amend-obligors')
}

/** The head of an organisation, whom formal papers must name. */
export function representativeOf(obligor: Party, field: string, { need }: FieldCollector): string {
  return need(
    field,
    obligor.representative?.name,
    `${obligorPath(obligor, 'representative')}.name`,
    'amend-obligors',
  )
}

/** The address of an obligor; notes for the field if it is missing. */
export function obligorAddress(obligor: Party, field: string, { need }: FieldCollector): string {
  return need(field, obligor.address, obligorPath(obligor, 'address'), 'amend-obligors')
}

/** The names of obligors by their ids, each once; the number of one of whom nothing is on record is nobody's name. */
export function obligorNames(facts: Facts, ids: readonly string[]): string {
  return joinedNames([...new Set(ids)].map((id) => obligorOf(facts, id)?.name))
}

/** What the damage is called before 生态环境损害赔偿, without saying these words twice. */
export function damageName({ case: about }: Facts): string | undefined {
  return about.cause?.replace(/(?:造成)?(?:生态环境)?损害(?:赔偿)?(?:纠纷)?$/u, '') || about.cause
}

/** The fields that the officer who handled the case fills when signing. */
export const handlerNames = ['经办人', '经办日期']

/** The officer who handled it and the day; a paper that is not signed yet leaves both open. */
export function handlerFields(signatures: readonly Signature[] | undefined): Record<string, string> {
  const days = (signatures ?? []).flatMap(({ date }) => date ?? []).sort()
  return {
    经办人: joinedNames((signatures ?? []).map(({ name }) => name)),
    经办日期: dateOrBlank(days.at(-1)),
  }
}

/** The fields that the two heads fill on the registers. */
export const opinionNames = Object.values(approvalRoles).flatMap((title) => [
  `${title}意见`,
  `${title}签字`,
  `${title}签字日期`,
])

/**
 * The two opinions of the registers, 机构负责人 and 部门负责人, and their days; open where the opinion is not written yet.
 * The annex says 签字: a name in print would look like a signature, so its place is always left to the hand.
 */
export function opinionFields(approvals: readonly Approval[] | undefined): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [role, title] of Object.entries(approvalRoles)) {
    const approval = approvals?.find((each) => each.role === role)
    fields[`${title}意见`] = asSentence(approval?.opinion)
    fields[`${title}签字`] = ''
    fields[`${title}签字日期`] = dateOrBlank(approval?.date)
  }
  return fields
}

/**
 * The local text that a paper may rely on: once it is in force, the 细则 with its article on the matter, if it has one;
 * while it is a draft, the basis that the office has set (config.localBasis), which has no such article; undefined
 * where neither is there.
 */
export function localBasis({ regulation, config }: CaseView, matter?: Matter): string | undefined {
  if (regulation.status === 'draft') return config.localBasis
  const article = matter && regulation.has(matter) ? regulation.articleOf(matter) : ''
  // Where the text leaves a matter to a law, the law is cited, not the text.
  return `《${regulation.title}》${/^[第附]/u.test(article) ? article : ''}`
}
