import type { Notice, Service } from '../facts/documents.ts'
import { obligorOf, roundOf } from '../facts/queries.ts'
import { partyOf } from '../facts/successor.ts'
import type { CaseView } from '../view.ts'
import { consultationNotice } from './consultation-notice.ts'
import { collectFields, defineForm } from './define.ts'
import { asSentence, dateOrBlank, inClauses, labelled, obligorAddress, presentParts } from './fields.ts'

/** 送达回证: one for each notice and 赔偿义务人 (`1/o2`), taken along and signed on the spot. */
export const serviceReceipt = defineForm({
  id: 'service-receipt',
  phase: 'consultation',
  signing: /^收件人（签名/,
  byHand: ['送达方式', '收件人', '送达日期', '见证日期', '备注'],
  subjects: (view) =>
    consultationNotice
      .subjects(view)
      .filter((subject) => roundOf(view.facts, Number(subject?.split('/')[0]))?.notice),
  fill: (view, subject) => {
    const [number = '', id = ''] = (subject ?? '').split('/')
    const collector = collectFields()
    const { need } = collector
    const { facts, regulation } = view
    const round = roundOf(facts, Number(number))
    const service = round?.services?.find(({ obligor }) => obligor === id)
    const known = obligorOf(facts, id)
    const obligor = known && partyOf(known, service?.servedOn ?? view.today)
    need('送达文书', round?.notice?.issuedOn, `consultation.rounds[${number}].notice`, 'notify')
    // Papers that were left behind bear no signature of an addressee: the day is that of the witness.
    const isLeft = service?.method === 'lien'
    const servedOn = dateOrBlank(service?.servedOn)
    const fields = {
      案件名称: facts.case.title,
      送达文书: papersServed(round?.notice),
      // Without a notice, nobody can be served yet.
      受送达人: subject === null ? '' : need('受送达人', obligor?.name, 'case.obligors', 'amend-obligors'),
      送达地址: obligor ? obligorAddress(obligor, '送达地址', collector) : '',
      送达方式: service ? regulation.label('serviceMethods', service.method) : '',
      送达机关: facts.case.jurisdiction.handlingUnit,
      收件人: service?.recipient ?? '',
      送达日期: isLeft ? '' : servedOn,
      见证日期: isLeft ? servedOn : '',
      备注: { paragraphs: remarks(view, service) },
    }
    return collector.filled(fields)
  },
})

function papersServed(notice: Notice | undefined): string {
  return `《生态环境损害赔偿磋商告知书》${notice?.number ? `（${notice.number}）` : ''}`
}

/** Attempts that failed, the day of a publication, who saw the papers left, and what the officer noted. */
function remarks({ regulation }: CaseView, service: Service | undefined): string[] {
  const attempts = (service?.attempts ?? []).map(({ method, on, result }) =>
    asSentence(
      inClauses(`${dateOrBlank(on)}以${regulation.label('serviceMethods', method)}方式送达未成`, result),
    ),
  )
  return [
    ...attempts,
    ...presentParts(
      labelled('公告日期', dateOrBlank(service?.publishedOn)),
      labelled('见证人', service?.witness),
      asSentence(service?.note),
    ),
  ]
}
