import { claimantUnits, unitOnPapers } from '../facts/claimants.ts'
import type { Agreement, Clause as ClauseText } from '../facts/documents.ts'
import { formHeadings, type TermTitle } from '../regulation/agreement-form.ts'
import type { Clause } from '../regulation/pack.ts'
import type { CaseView } from '../view.ts'
import { agreementToBe, knownOfClause } from './agreement-draft.ts'
import { ordinal } from './amounts.ts'
import { partiesAmong, rowsOfKind } from './applicant.ts'
import { collectFields, defineForm } from './define.ts'
import {
  asAgreed,
  blankLine,
  dateOrBlank,
  type FieldCollector,
  identifierOf,
  joinedNames,
  obligorAddress,
  representativeOf,
} from './fields.ts'
import { partyTerms, termBehind, termsExplained } from './party-terms.ts'
import { liabilityTerms, scheduleTerms } from './performance.ts'
import { placesToSign, signingParties } from './signing-parties.ts'

/** [5] 生态环境损害赔偿协议: one for each agreement (`G1`), signed or about to be. */
export const agreement = defineForm({
  id: 'agreement',
  phase: 'agreements',
  signing: /^赔偿权利人或其指定部门、机构/,
  datedOn: ({ agreements }, subject) => agreements.find(({ id }) => id === subject)?.signedOn,
  signedAt: 'agreements.agreements',
  isJoint: true,
  byHand: ['签订时间', '签订地点'],
  subjects: ({ facts }) => facts.agreements.map(({ id }) => id),
  fill: (view, subject) => {
    const collector = collectFields()
    const found = view.facts.agreements.find(({ id }) => id === subject)
    if (!found) collector.need('赔偿协议', undefined, 'agreements.agreements', 'sign')
    // Before there is any, the draft to bring to the talks: what it lacks is no more than the agreement itself.
    const signed = found ?? agreementToBe(view.facts)
    const inClauses = found ? collector : collectFields()
    const claimant = joinedNames(claimantUnits(view.facts))
    const terms = termsOf(view, signed)
    const fields = {
      赔偿权利人: claimant,
      签章权利人: unitOnPapers(view.facts.case.jurisdiction),
      权利人简称: termBehind(terms, claimant),
      ...agreementParties(view, signed, terms, collector),
      签订时间: dateOrBlank(signed.signedOn),
      签订地点: found ? (found.place ?? '') : blankLine,
      ...Object.fromEntries(
        formHeadings.flatMap(({ section, field }) =>
          section === undefined || field === undefined
            ? []
            : [[field, { paragraphs: textOf(view, signed, section, inClauses) }] as const],
        ),
      ),
    }
    return collector.filled(fields)
  },
})

/** The text of a section, behind the last one the places to sign that the form lacks. */
function textOf(view: CaseView, signed: Agreement, section: string, collector: FieldCollector): string[] {
  const signing = section === '四' ? placesToSign(view, signed) : []
  return [...sectionText(view, signed, section, collector), ...signing]
}

/**
 * What the parties agreed on, for an application to the court, under the headings as the agreement itself numbers them:
 * its cross-references stay right.
 */
export function agreementContent(view: CaseView, signed: Agreement, collector: FieldCollector): string[] {
  const explained = termsExplained(termsOf(view, signed), '该协议中')
  return [
    ...(explained ? [explained] : []),
    ...formHeadings.flatMap(({ text, section }) => [
      text,
      ...(section ? sectionText(view, signed, section, collector) : []),
    ]),
  ]
}

/** The words by which the text of an agreement calls its parties. */
function termsOf(view: CaseView, signed: Agreement): ReturnType<typeof partyTerms> {
  const parties = partiesAmong(view, signed.obligors, signed.signedOn)
  return partyTerms(
    signed,
    joinedNames(claimantUnits(view.facts)),
    parties.map(({ name }) => name),
  )
}

/** The obligors of the agreement, with separate rows for organisations and natural persons. */
function agreementParties(
  view: CaseView,
  signed: Agreement,
  terms: ReturnType<typeof partyTerms>,
  collector: FieldCollector,
) {
  const parties = partiesAmong(view, signed.obligors, signed.signedOn)
  const [party] = parties
  if (signed.id)
    collector.need('赔偿义务人', party?.name, `agreements.agreements[${signed.id}].obligors`, 'sign')
  return {
    单位: rowsOfKind(parties, 'organization', (obligor) => ({
      名称: obligor.name,
      简称: termBehind(terms, obligor.name),
      统一社会信用代码: identifierOf(obligor, '单位.统一社会信用代码', collector),
      '法定代表人（负责人）': representativeOf(obligor, '单位.法定代表人（负责人）', collector),
      地址: obligorAddress(obligor, '单位.地址', collector),
    })),
    自然人: rowsOfKind(parties, 'individual', (obligor) => ({
      姓名: obligor.name,
      简称: termBehind(terms, obligor.name),
      身份证号码: identifierOf(obligor, '自然人.身份证号码', collector),
      住址: obligorAddress(obligor, '自然人.住址', collector),
    })),
  }
}

/** One clause under a heading: its title and its paragraphs. */
interface ClauseParagraphs {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/**
 * The text under one heading: its clauses (`agreement-contents`), and under 三 the terms that are recorded as figures.
 */
function sectionText(
  view: CaseView,
  signed: Agreement,
  section: string,
  collector: FieldCollector,
): string[] {
  const clauses = view.regulation.clauses.filter(({ formSection }) => formSection === section)
  const matters = clauses.flatMap((clause) => clauseParagraphs(view, signed, clause, collector))
  const terms = section === '三' ? liabilityTerms(view, signed, collector) : []
  const signing = section === '四' ? signingParties(view, signed) : []
  const title: TermTitle = '签署各方'
  const parties = signing.length ? [{ title, paragraphs: signing }] : []
  return numberedClauses([...matters, ...terms, ...parties], section)
}

function clauseParagraphs(
  view: CaseView,
  signed: Agreement,
  clause: Clause,
  collector: FieldCollector,
): ClauseParagraphs[] {
  const text = signed.clauses?.[clause.code]
  if (!clause.required && isEmpty(text)) return []
  const path = `agreements.agreements[${signed.id}].clauses.${clause.code}`
  const written = collector.need(clause.title, clauseText(text), path, 'sign')
  const known = written || signed.signedOn ? asAgreed(written) : knownOfClause(view, clause.code)
  const paragraphs = known.length ? known : [blankLine]
  const dates = clause.code === 'restorationSchedule' ? scheduleTerms(view, signed) : []
  // The text of a Word file that ejc printed holds them already.
  const added = dates.filter((line) => !paragraphs.includes(line))
  return [{ title: clause.title, paragraphs: [...paragraphs, ...added] }]
}

function isEmpty(text: ClauseText | undefined): boolean {
  return text === undefined || text === null || (typeof text === 'string' && text.trim() === '')
}

/** The text of a clause in the agreement, or why the case has none. */
function clauseText(text: ClauseText | undefined): string | undefined {
  if (text === undefined || text === null) return undefined
  return typeof text === 'string' ? text.trim() : `本案不涉及：${text.notApplicable}`
}

/**
 * Clauses in order, each with its number and title: （一）… under a heading of the first rank, 1．… under one of the
 * second. A clause that is alone under a heading of the form needs neither.
 */
function numberedClauses(matters: readonly ClauseParagraphs[], section: string): string[] {
  if (matters.length <= 1 && section !== '四') return matters.flatMap(({ paragraphs }) => paragraphs)
  const number = (index: number) => (section.includes('（') ? `${index + 1}．` : `（${ordinal(index)}）`)
  return matters.flatMap(({ title, paragraphs: [first = '', ...others] }, index) => [
    `${number(index)}${title}：${first}`,
    ...others,
  ])
}
