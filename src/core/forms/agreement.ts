import type { Agreement, Clause as ClauseText, Obligor } from '../facts/documents.ts'
import type { Clause } from '../regulation/pack.ts'
import type { CaseView } from '../view.ts'
import { ordinal } from './amounts.ts'
import { collect, defineForm } from './define.ts'
import {
  addressOf,
  blankLine,
  type Collector,
  dateOrBlank,
  identifierOf,
  representativeOf,
  sentence,
} from './fields.ts'
import { liabilityTerms, scheduleTerms } from './performance.ts'

/** The headings of form 5, by the sections under which the clauses of the regulation stand. */
const sections = {
  '一（一）': '事实情况',
  '一（二）': '相关证据',
  '一（三）': '相关法律依据及规定',
  二: '生态环境损害责任认定',
  三: '生态环境损害责任承担、履行方式和期限',
  四: '其他约定',
} as const

/** [5] 生态环境损害赔偿协议: one for each agreement (`G1`), signed or about to be. */
export const agreement = defineForm({
  id: 'agreement',
  phase: 'agreements',
  signing: /^赔偿权利人或其指定部门、机构/,
  datedOn: ({ agreements }, subject) => agreements.find(({ id }) => id === subject)?.signedOn,
  byHand: ['签订时间', '签订地点'],
  subjects: ({ facts }) => facts.agreements.map(({ id }) => id),
  fill: (view, subject) => {
    const collector = collect()
    const signed = view.facts.agreements.find(({ id }) => id === subject)
    if (!signed) collector.need('赔偿协议', undefined, 'agreements.agreements', 'sign')
    const fields = {
      赔偿权利人: view.facts.case.jurisdiction.handlingUnit,
      ...partyFields(view, signed, collector),
      签订时间: dateOrBlank(signed?.signedOn),
      签订地点: signed?.place ?? '',
      ...Object.fromEntries(
        Object.entries(sections).map(([section, field]) => [
          field,
          { paragraphs: signed ? sectionOf(view, signed, section, collector) : [] },
        ]),
      ),
    }
    return collector.filled(fields)
  },
})

/** The headings as the agreement itself numbers them, so that its cross-references stay right where it is quoted. */
const headings: readonly (readonly [string, keyof typeof sections | undefined])[] = [
  ['一、生态环境损害事实、相关证据和法律依据', undefined],
  ['（一）事实情况', '一（一）'],
  ['（二）相关证据', '一（二）'],
  ['（三）相关法律依据及规定', '一（三）'],
  ['二、生态环境损害责任认定', '二'],
  ['三、生态环境损害责任承担、履行方式和期限', '三'],
  ['四、其他约定', '四'],
]

/** What the parties agreed on, heading by heading, as an application to the court retells it. */
export function agreementContent(view: CaseView, signed: Agreement, collector: Collector): string[] {
  return headings.flatMap(([heading, section]) => [
    heading,
    ...(section ? sectionOf(view, signed, section, collector) : []),
  ])
}

/** The obligors of the agreement one by one, organisations and natural persons each by their own rows. */
function partyFields({ facts }: CaseView, signed: Agreement | undefined, collector: Collector) {
  const parties = facts.obligors.filter(({ id }) => signed?.obligors.includes(id))
  const [party] = parties
  if (signed)
    collector.need('赔偿义务人', party?.name, `agreements.agreements[${signed.id}].obligors`, 'sign')
  const rows = (kind: Obligor['kind'], row: (obligor: Obligor) => Record<string, string>) => ({
    rows: parties.filter((obligor) => obligor.kind === kind).map(row),
  })
  return {
    单位: rows('organization', (obligor) => ({
      名称: obligor.name,
      统一社会信用代码: identifierOf(obligor, '单位.统一社会信用代码', collector),
      '法定代表人（负责人）': representativeOf(obligor, '单位.法定代表人（负责人）', collector),
      地址: addressOf(obligor, '单位.地址', collector),
    })),
    自然人: rows('individual', (obligor) => ({
      姓名: obligor.name,
      身份证号码: identifierOf(obligor, '自然人.身份证号码', collector),
      住址: addressOf(obligor, '自然人.住址', collector),
    })),
  }
}

/** One matter under a heading: its title and its paragraphs. */
interface Matter {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** What stands under one heading: its clauses (`agreement-contents`), and under 三 the terms recorded as figures. */
function sectionOf(view: CaseView, signed: Agreement, section: string, collector: Collector): string[] {
  const clauses = view.regulation.clauses.filter(({ formSection }) => formSection === section)
  const matters = clauses.flatMap((clause) => matterOf(view, signed, clause, collector))
  const terms = section === '三' ? liabilityTerms(view, signed, collector) : []
  return numbered([...matters, ...terms], section)
}

function matterOf(view: CaseView, signed: Agreement, clause: Clause, collector: Collector): Matter[] {
  const text = signed.clauses?.[clause.code]
  if (!clause.required && isEmpty(text)) return []
  const path = `agreements.agreements[${signed.id}].clauses.${clause.code}`
  const written = collector.need(clause.title, clauseText(text), path, 'sign')
  const paragraphs = written ? written.split('\n').map(sentence).filter(Boolean) : [blankLine]
  const dates = clause.code === 'restorationSchedule' ? scheduleTerms(view, signed) : []
  return [{ title: clause.title, paragraphs: [...paragraphs, ...dates] }]
}

function isEmpty(text: ClauseText | undefined): boolean {
  return text === undefined || text === null || (typeof text === 'string' && text.trim() === '')
}

/** A clause as it stands in the agreement, or why the case has none. */
function clauseText(text: ClauseText | undefined): string | undefined {
  if (text === undefined || text === null) return undefined
  return typeof text === 'string' ? text.trim() : `本案不涉及：${text.notApplicable}`
}

/**
 * Matters one after another, each introduced by its title: （一）… under a heading of the first rank, 1．… under one
 * of the second. A matter that has a heading of the form to itself needs neither title nor number.
 */
function numbered(matters: readonly Matter[], section: string): string[] {
  if (matters.length <= 1 && section !== '四') return matters.flatMap(({ paragraphs }) => paragraphs)
  const number = (index: number) => (section.includes('（') ? `${index + 1}．` : `（${ordinal(index)}）`)
  return matters.flatMap(({ title, paragraphs: [first = '', ...others] }, index) => [
    `${number(index)}${title}：${first}`,
    ...others,
  ])
}
