import { chineseDate, isRealDate } from '../calendar/dates.ts'
import type { Regulation } from '../regulation/regulation.ts'
import { labelAt } from '../schema/choices.ts'
import type { Facts } from './facts.ts'
import { obligorOf, roundOf } from './queries.ts'
import { reminderOf } from './reminders.ts'

type Labels = Pick<Regulation, 'label'>

/** What an address points to, in words: `1/o2` → 第1轮 韦某, `P1` → 款项 P1, `2025-04` → 2025年4月; null → nothing. */
export function subjectLabel(facts: Facts | undefined, subject: string | null, regulation?: Labels): string {
  if (subject === null) return ''
  const [head = '', tail, ...more] = subject.split('/')
  if (tail !== undefined && facts && hasDebts(facts, head))
    return debtLabel(facts, head, [tail, ...more], regulation)
  if (tail !== undefined && isRealDate(head)) return [chineseDate(head), tail, ...more].join(' ')
  if (tail !== undefined && isRealDate(tail) && more.length)
    return [pairLabel(facts, head, tail, regulation), namesIn(facts, more.join('/'))].join(' ')
  if (tail !== undefined) return pairLabel(facts, head, tail, regulation)
  return (
    periodLabel(facts, subject) ??
    (facts && namedLabel(facts, subject)) ??
    regulation?.label('disclosureMatters', subject) ??
    subject
  )
}

/**
 * `1/o2`: a round and an obligor; `1/2`: a round and a meeting; `A1/B1`: an appraisal and an objection to it;
 * `agreement/G1`; `property/2026-03-02`: a preservation.
 */
function pairLabel(
  facts: Facts | undefined,
  head: string,
  tail: string,
  regulation: Labels | undefined,
): string {
  const name = facts && obligorOf(facts, tail)?.name
  if (/^\d+$/.test(head) && /^\d+$/.test(tail)) return `第${head}轮 第${tail}次会议`
  if (/^\d+$/.test(head)) return `第${head}轮 ${name ?? tail}`
  if (isRealDate(tail)) return `${preservationKind(head)} ${chineseDate(tail)}`
  const matter = regulation?.label('disclosureMatters', head) ?? head
  const [first, second] = [head, tail].map((id) => (facts && namedLabel(facts, id)) ?? id)
  if (matter !== head) return `${matter} ${isSaidBy(matter, second) ? tail : second}`
  return name === undefined && second === tail ? `${first} 异议 ${tail}` : `${first} ${second}`
}

/** Whether a matter says by itself what kind of thing an id is: 生态环境损害赔偿协议 G1, and not 协议 G1 once more. */
function isSaidBy(matter: string, label = ''): boolean {
  return matter.includes(label.split(' ')[0] ?? label)
}

/** Obligors joined by `+`, by their names. */
function namesIn(facts: Facts | undefined, part: string): string {
  return part
    .split('+')
    .map((id) => (facts && obligorOf(facts, id)?.name) ?? id)
    .join('、')
}

function hasDebts({ agreements, court, restoration }: Facts, head: string): boolean {
  const holders = [...agreements, ...court.suits, ...court.paymentOrders, ...restoration.projects]
  return holders.some(({ id }) => id === head)
}

const debtKinds: Readonly<Record<string, string>> = { money: '付款', work: '修复' }

/**
 * What is owed under an agreement, a judgment or a payment order: `S1/o2/money` → 诉讼 S1 陆某 付款; `G1/labor`: a
 * mode; `G1/W1/2`: a set of terms and its phase; `G1/o1+o2`: the share of some; `R1/2`: a phase of a project.
 */
function debtLabel(
  facts: Facts,
  head: string,
  parts: readonly string[],
  regulation: Labels | undefined,
): string {
  const said = parts.map((part) => {
    const names = part.split('+').map((id) => obligorOf(facts, id)?.name)
    if (names.every((name) => name !== undefined)) return names.join('、')
    if (isRealDate(part)) return chineseDate(part)
    return debtKinds[part] ?? regulation?.label('substituteModes', part) ?? part
  })
  return [namedLabel(facts, head) ?? head, ...said].join(' ')
}

/** The kind of a preservation, as the schema calls it. */
function preservationKind(code: string): string {
  return labelAt('court', ['preservations', 0, 'kind'], code)
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

/**
 * An id of the case in words: for an obligor its name; for agreements, instalments, projects and suits the kind of
 * thing with the id.
 */
function namedLabel(facts: Facts, id: string): string | undefined {
  if (id === 'section-head' || id === 'department-head') return approvalRoles[id]
  const named = obligorOf(facts, id)?.name ?? reminderOf(facts, id)?.title
  if (named !== undefined) return named
  const instalment = instalmentLabel(facts, id)
  if (instalment !== undefined) return instalment
  const kinds: readonly (readonly [string, readonly { readonly id?: string }[]])[] = [
    ['鉴定评估', facts.appraisals],
    ['异议', facts.appraisals.flatMap(({ objections }) => objections ?? [])],
    ['协议', facts.agreements],
    ['付款', facts.payments],
    ['修复', facts.restoration.projects],
    ['诉讼', facts.court.suits],
    ['支付令', facts.court.paymentOrders],
    ['执行', facts.court.enforcements.map(({ id = '' }) => ({ id }))],
    ['证据', facts.evidence],
  ]
  const kind = kinds.find(([, items]) => items.some((item) => item.id === id))
  return kind && `${kind[0]} ${id}`
}

/**
 * An instalment with whoever pays it: 款项 P1 某化工有限公司; all who signed or were judged, where it names nobody. Of one
 * that was amended the last counts.
 */
function instalmentLabel(facts: Facts, id: string): string | undefined {
  const holders = [...facts.agreements, ...facts.court.suits]
  const holder = holders.findLast(({ payments }) => payments?.some((each) => each.id === id))
  const payment = holder?.payments?.find((each) => each.id === id)
  if (!holder || !payment) return undefined
  const payers = payment.obligor === undefined ? holder.obligors : [payment.obligor]
  return ['款项', id, namesIn(facts, payers.join('+'))].filter(Boolean).join(' ')
}
