import type { IsoDate } from '../calendar/dates.ts'
import type { Fact, Obligor, Transfer } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { claimedObligors } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
import { basisOf } from './basis.ts'
import { collectFields, defineForm } from './define.ts'
import {
  asSentence,
  blankLine,
  damageDays,
  type FieldCollector,
  identifierOf,
  inClauses,
  inSentences,
  joinedNames,
  labelled,
  obligorNames,
  presentParts,
} from './fields.ts'
import { accountOf, evidenceTitles, letterFields } from './letter.ts'
import { custodyText, sexAndBirth } from './natural-person.ts'

/** 案件线索移送函: one for each transfer of a suspected crime, named by its day (`2026-03-02`). */
export const transferLetter = defineForm({
  id: 'transfer-letter',
  phase: 'court',
  signing: 'office',
  datedOn: (facts, subject) => transferOf(facts, subject)?.transferredOn,
  subjects: ({ facts }) => facts.court.transfers.map((transfer) => subjectOf(facts, transfer)),
  fill: (view, subject) => {
    const collector = collectFields()
    const { need } = collector
    const { facts } = view
    const transfer = transferOf(facts, subject)
    const path = `court.transfers[${subject ?? ''}]`
    const copied = (transfer?.copiedTo ?? []).map((to) => organOf(view, to) ?? organs[to].general)
    const fields = {
      ...letterFields(view, transfer?.transferredOn, transfer?.document),
      收文机关: need(
        '收文机关',
        transfer && (transfer.organ ?? organOf(view, transfer.to)),
        transfer ? `${path}.organ` : 'court.transfers',
        'transfer',
      ),
      抄送: copied.length ? `抄送：${joinedNames(copied)}` : '',
      依据: basisOf(
        view,
        { local: 'crime-transfer', national: ['crime-report', 'crime-authority'], otherwise: '案件办理情况' },
        collector,
      ),
      涉嫌事项: need('涉嫌事项', transfer && suspicion(facts, transfer), `${path}.matter`, 'transfer'),
      涉嫌人员: { paragraphs: suspects(view, transfer, collector) },
      案情: { paragraphs: suspectedFacts(view, collector) },
      移送材料: asSentence(evidenceTitles(view, supporting(view))) || '以移交清单为准。',
    }
    return collector.filled(fields)
  },
})

function transferOf(facts: Facts, subject: string | null): Transfer | undefined {
  return facts.court.transfers.find((each) => subjectOf(facts, each) === subject)
}

/** Who is suspected of what: nobody has found a crime before a court did. */
function suspicion(facts: Facts, { matter, obligors = [] }: Transfer): string {
  if (!matter) return ''
  const isOfSome = obligors.length > 0 && obligors.length < claimedObligors(facts).length
  const of = /涉嫌|疑似|可能/u.test(matter) ? matter : `涉嫌${matter}`
  return `${isOfSome ? obligorNames(facts, obligors) : ''}${of.replace(/[。；，]+$/u, '')}`
}

/** The day; with the receiving body where several were handed over on one day. */
function subjectOf({ court }: Facts, { to, transferredOn }: Transfer): string {
  const sameDay = court.transfers.filter((each) => each.transferredOn === transferredOn)
  return sameDay.length > 1 ? `${transferredOn}/${to}` : transferredOn
}

/** The names of the bodies: after the name of their place, and in general. */
const organs: Readonly<Record<Transfer['to'], { readonly named?: string; readonly general: string }>> = {
  procuratorate: { named: '人民检察院', general: '同级人民检察院' },
  'public-security': { named: '公安局', general: '公安机关' },
  'supervisory-commission': { named: '监察委员会', general: '监察机关' },
  other: { general: '有侦查、调查职权的机关' },
}

/** The body with the name of this office's region; a letter can go to no other. */
function organOf({ facts, config }: CaseView, to: Transfer['to']): string | undefined {
  const { level } = config
  const named = to === 'public-security' && level === 'region' ? '公安厅' : organs[to].named
  return named && facts.case.jurisdiction.level === level ? `${config.region.name}${named}` : undefined
}

function suspects(view: CaseView, transfer: Transfer | undefined, collector: FieldCollector): string[] {
  const { facts } = view
  const named = transfer?.obligors
    ? facts.obligors.filter(({ id }) => transfer.obligors?.includes(id))
    : claimedObligors(facts)
  if (!named.length) collector.need('涉嫌人员', undefined, 'case.obligors', 'amend-obligors')
  return named.map((obligor) => suspectText(view, obligor, transfer?.transferredOn, collector))
}

function suspectText(
  view: CaseView,
  obligor: Obligor,
  on: IsoDate | undefined,
  collector: FieldCollector,
): string {
  const code = obligor.kind === 'individual' ? '公民身份号码' : '统一社会信用代码'
  const identifier = identifierOf(obligor, '涉嫌人员', collector) || blankLine
  return asSentence(
    inClauses(
      obligor.name,
      sexAndBirth(view, obligor),
      `${code}：${identifier}`,
      obligor.representative && `法定代表人（负责人）：${obligor.representative.name}`,
      obligor.address && `${obligor.kind === 'individual' ? '住址' : '地址'}：${obligor.address}`,
      custodyText(obligor, on),
    ),
  )
}

function suspectedFacts(view: CaseView, collector: FieldCollector): string[] {
  const { damage } = view.facts.case
  const statements = inSentences(...knownFacts(view).map(({ statement }) => statement))
  return presentParts(
    accountOf(view, '案情', collector),
    labelled('发生时间', damageDays(damage)),
    labelled('发生地点', damage.location),
    statements && `经调查：${statements}`,
  )
}

/** The facts found by the day of the letter; one that rests on later evidence alone was not known. */
function knownFacts({ facts }: CaseView): Fact[] {
  const known = new Set(facts.evidence.map(({ id }) => id))
  return (facts.investigation?.facts ?? []).filter(
    ({ evidence }) => !evidence?.length || evidence.some((id) => known.has(id)),
  )
}

/** The evidence that supports the facts told. */
function supporting(view: CaseView): string[] {
  return [...new Set(knownFacts(view).flatMap(({ evidence = [] }) => evidence))]
}
