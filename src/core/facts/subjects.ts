import { chineseDate, isRealDate } from '../calendar/dates.ts'
import type { Regulation } from '../regulation/regulation.ts'
import type { Facts } from './facts.ts'
import { obligorOf, roundOf } from './queries.ts'

type Labels = Pick<Regulation, 'label'>

/** What an address points to, in words: `1/o2` → 第1轮 韦某, `P1` → 款项 P1, `2025-04` → 2025年4月; null → nothing. */
export function subjectLabel(facts: Facts | undefined, subject: string | null, regulation?: Labels): string {
  if (subject === null) return ''
  const [head = '', tail] = subject.split('/')
  if (tail !== undefined) return pairLabel(facts, head, tail, regulation)
  return (
    periodLabel(facts, subject) ??
    (facts && namedLabel(facts, subject)) ??
    regulation?.label('disclosureMatters', subject) ??
    subject
  )
}

/** `1/o2`: a round and an obligor; `1/2`: a round and a meeting; `A1/B1`: an appraisal and an objection to it; `G1/labor`: a mode of an agreement; `agreement/G1`. */
function pairLabel(
  facts: Facts | undefined,
  head: string,
  tail: string,
  regulation: Labels | undefined,
): string {
  const name = facts && obligorOf(facts, tail)?.name
  if (/^\d+$/.test(head) && /^\d+$/.test(tail)) return `第${head}轮 第${tail}次会议`
  if (/^\d+$/.test(head)) return `第${head}轮 ${name ?? tail}`
  const matter = regulation?.label('disclosureMatters', head) ?? head
  if (matter !== head) return `${matter} ${tail}`
  if (facts?.agreements.some(({ id }) => id === head)) {
    return `协议 ${head} ${regulation?.label('substituteModes', tail) ?? tail}`
  }
  return name === undefined ? `${head} 异议 ${tail}` : `${head} ${name}`
}

function periodLabel(facts: Facts | undefined, subject: string): string | undefined {
  const [, year, month, quarter] = /^(\d{4})(?:-(\d{2})|Q(\d))?$/.exec(subject) ?? []
  if (isRealDate(subject)) return chineseDate(subject)
  if (year && month) return `${year}年${Number(month)}月`
  if (year && quarter) return `${year}年第${quarter}季度`
  if (/^\d+$/.test(subject) && (facts ? roundOf(facts, Number(subject)) || !year : !year))
    return `第${subject}轮`
  return year ? `${year}年` : undefined
}

/** Who signs a register, as the forms of the annex call them. */
export const approvalRoles = { 'section-head': '机构负责人', 'department-head': '部门负责人' } as const

/** An id of the case: the obligor's name; for agreements, instalments, projects and suits what kind of thing it is. */
function namedLabel(facts: Facts, id: string): string | undefined {
  if (id === 'section-head' || id === 'department-head') return approvalRoles[id]
  const obligor = obligorOf(facts, id)
  if (obligor) return obligor.name
  const kinds: readonly (readonly [string, readonly { readonly id?: string }[]])[] = [
    ['鉴定评估', facts.appraisals],
    ['异议', facts.appraisals.flatMap(({ objections }) => objections ?? [])],
    ['协议', facts.agreements],
    ['款项', [...facts.agreements, ...facts.court.suits].flatMap(({ payments }) => payments ?? [])],
    ['修复', facts.restoration.projects],
    ['诉讼', facts.court.suits],
    ['支付令', facts.court.paymentOrders],
    ['执行', facts.court.enforcements.map(({ id = '' }) => ({ id }))],
    ['证据', facts.evidence],
  ]
  const kind = kinds.find(([, items]) => items.some((item) => item.id === id))
  return kind && `${kind[0]} ${id}`
}
