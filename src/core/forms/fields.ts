import { chineseDate, type IsoDate } from '../calendar/dates.ts'
import type { Approval, Obligor, Signature } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { approvalRoles } from '../facts/subjects.ts'
import type { Matter } from '../regulation/cite.ts'
import type { CaseView } from '../view.ts'
import type { collect } from './define.ts'

/** What collects the facts that a form lacks. */
export type Collector = ReturnType<typeof collect>

/** A line to write on, for a value inside a longer text; only a draft ever prints it. */
export const blankLine = '＿＿＿＿＿＿＿＿'

/** What a table says where a row does not apply, so that nothing is written into it later. */
export const notApplicable = '／'

/** `2026-03-02` → 2026年3月2日; nothing where the day is not known: the paper leaves room for it. */
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

/** Names one after another: 覃某、李某. */
export function listed(names: readonly (string | undefined)[] | undefined): string {
  return (names ?? []).filter(Boolean).join('、')
}

/** A text as a sentence: it ends with one full stop, or as it asks or calls; an empty one stays empty. */
export function sentence(text: string | undefined): string {
  const bare = (text ?? '').trim().replace(/[。；;.，,、]+$/u, '')
  return bare === '' || /[！？!?]$/u.test(bare) ? bare : `${bare}。`
}

/** Sentences that are there, in one paragraph. */
export function sentences(...texts: readonly (string | undefined)[]): string {
  return texts.map(sentence).join('')
}

/** The parts that are there. */
export function present(...parts: readonly (string | undefined)[]): string[] {
  return parts.filter((part): part is string => part !== undefined && part !== '')
}

/** 「损害范围：受损土壤约 1200 立方米。」, or nothing where there is no value. */
export function labelled(label: string, value: string | undefined): string {
  return value?.trim() ? sentence(`${label}：${value.trim()}`) : ''
}

/** The address of an obligor in the facts: case.obligors[o1].address. */
function obligorPath(obligor: Obligor, key: keyof Obligor): string {
  return `case.obligors[${obligor.id}].${key}`
}

/** The identifier of an obligor, whole: 统一社会信用代码, of a natural person 公民身份号码. */
export function identifierOf(obligor: Obligor, field: string, { need }: Collector): string {
  const key = obligor.kind === 'individual' ? 'idNumber' : 'creditCode'
  return need(field, obligor[key], obligorPath(obligor, key), 'amend-obligors')
}

/** The head of an organisation, whom papers of form must name. */
export function representativeOf(obligor: Obligor, field: string, { need }: Collector): string {
  return need(
    field,
    obligor.representative?.name,
    `${obligorPath(obligor, 'representative')}.name`,
    'amend-obligors',
  )
}

/** The address of an obligor; one that is missing is noted for the field. */
export function addressOf(obligor: Obligor, field: string, { need }: Collector): string {
  return need(field, obligor.address, obligorPath(obligor, 'address'), 'amend-obligors')
}

/** The names of obligors by their ids. */
export function namesOf(facts: Facts, ids: readonly string[]): string {
  return listed(ids.map((id) => facts.obligors.find((obligor) => obligor.id === id)?.name ?? id))
}

/** What whoever handled the case writes when signing. */
export const handlerNames = ['经办人', '经办日期']

/** Who handled it and when; a paper that is still to be signed leaves both open. */
export function handlerFields(signatures: readonly Signature[] | undefined): Record<string, string> {
  const days = (signatures ?? []).flatMap(({ date }) => date ?? []).sort()
  return {
    经办人: listed((signatures ?? []).map(({ name }) => name)),
    经办日期: dateOrBlank(days.at(-1)),
  }
}

/** What the two who decide write on the registers. */
export const opinionNames = Object.values(approvalRoles).flatMap((title) => [
  `${title}意见`,
  `${title}签字`,
  `${title}签字日期`,
])

/** The two opinions of the registers, 机构负责人 and 部门负责人; open where the opinion is still to be written. */
export function opinionFields(approvals: readonly Approval[] | undefined): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [role, title] of Object.entries(approvalRoles)) {
    const approval = approvals?.find((each) => each.role === role)
    fields[`${title}意见`] = sentence(approval?.opinion)
    fields[`${title}签字`] = approval?.name ?? ''
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
  // A matter that the text leaves to a law stands in that law, not in the text.
  return `《${regulation.title}》${/^[第附]/u.test(article) ? article : ''}`
}
