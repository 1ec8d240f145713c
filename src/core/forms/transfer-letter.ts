import type { Obligor, Transfer } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { claimedObligors } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
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
  presentParts,
} from './fields.ts'
import { accountOf, basisOf, evidenceTitles, letterFields } from './letter.ts'

/** 案件线索移送函: one for each transfer of a suspected crime, named by its day (`2026-03-02`). */
export const transferLetter = defineForm({
  id: 'transfer-letter',
  phase: 'court',
  signing: 'office',
  subjects: ({ facts }) => facts.court.transfers.map((transfer) => subjectOf(facts, transfer)),
  fill: (view, subject) => {
    const collector = collectFields()
    const { need } = collector
    const { facts } = view
    const transfer = facts.court.transfers.find((each) => subjectOf(facts, each) === subject)
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
      依据: basisOf(view, 'crime-transfer', collector),
      涉嫌事项: need('涉嫌事项', transfer?.matter, `${path}.matter`, 'transfer'),
      涉嫌人员: { paragraphs: suspects(view, transfer, collector) },
      案情: { paragraphs: suspectedFacts(view, collector) },
      移送材料: asSentence(evidenceTitles(view, supporting(view))) || '以移交清单为准。',
    }
    return collector.filled(fields)
  },
})

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

function suspects({ facts }: CaseView, transfer: Transfer | undefined, collector: FieldCollector): string[] {
  const named = transfer?.obligors
    ? facts.obligors.filter(({ id }) => transfer.obligors?.includes(id))
    : claimedObligors(facts)
  if (!named.length) collector.need('涉嫌人员', undefined, 'case.obligors', 'amend-obligors')
  return named.map((obligor) => suspectText(obligor, collector))
}

function suspectText(obligor: Obligor, collector: FieldCollector): string {
  const code = obligor.kind === 'individual' ? '公民身份号码' : '统一社会信用代码'
  const identifier = identifierOf(obligor, '涉嫌人员', collector) || blankLine
  return asSentence(
    inClauses(
      obligor.name,
      `${code}：${identifier}`,
      obligor.representative && `法定代表人（负责人）：${obligor.representative.name}`,
      obligor.address && `${obligor.kind === 'individual' ? '住址' : '地址'}：${obligor.address}`,
    ),
  )
}

function suspectedFacts(view: CaseView, collector: FieldCollector): string[] {
  const {
    case: { damage },
    investigation,
  } = view.facts
  const statements = inSentences(...(investigation?.facts ?? []).map(({ statement }) => statement))
  return presentParts(
    accountOf(view, '案情', collector),
    labelled('发生时间', damageDays(damage)),
    labelled('发生地点', damage.location),
    statements && `经调查：${statements}`,
  )
}

/** The evidence that supports the facts told. */
function supporting({ facts }: CaseView): string[] {
  return [...new Set((facts.investigation?.facts ?? []).flatMap(({ evidence = [] }) => evidence))]
}
