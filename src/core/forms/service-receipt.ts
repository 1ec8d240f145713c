import { unitOnPapers } from '../facts/claimants.ts'
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
  signedAt: 'consultation.rounds.services',
  madeOn: (facts, subject) => {
    const [number = '', id = ''] = (subject ?? '').split('/')
    return roundOf(facts, Number(number))?.services?.find(({ obligor }) => obligor === id)?.servedOn
  },
  signing: /^收件人（签名/,
  byHand: ['送达方式', '备注'],
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
    const fields = {
      案件名称: facts.case.title,
      送达文书: papersServed(round?.notice),
      // Without a notice, nobody can be served yet.
      受送达人: subject === null ? '' : need('受送达人', obligor?.name, 'case.obligors', 'amend-obligors'),
      送达地址: obligor ? obligorAddress(obligor, '送达地址', collector) : '',
      送达方式: service ? regulation.label('serviceMethods', service.method) : '',
      送达机关: unitOnPapers(facts.case.jurisdiction),
      备注: { paragraphs: remarks(view, service) },
    }
    return collector.filled(fields)
  },
})

function papersServed(notice: Notice | undefined): string {
  return `《生态环境损害赔偿磋商告知书》${notice?.number ? `（${notice.number}）` : ''}`
}

/** Attempts that failed, how the paper reached the addressee where he has not signed for it, and what was noted. */
function remarks({ regulation }: CaseView, service: Service | undefined): string[] {
  const label = (method: string | undefined) => regulation.label('serviceMethods', method)
  const attempts = (service?.attempts ?? []).map(({ method, on, result }) =>
    asSentence(inClauses(`${dateOrBlank(on)}以${label(method)}方式送达未成`, result)),
  )
  return [...attempts, ...presentParts(...(service ? served(service, label) : []), asSentence(service?.note))]
}

/**
 * The day of a service that bears no signature of the addressee: of papers left behind, posted, sent or published. Who
 * is served in person signs and writes the day himself, and nobody does it for him in print.
 */
function served(service: Service, label: (method: string | undefined) => string): string[] {
  const { method, servedOn, recipient, witness, recording, refusal } = service
  const on = dateOrBlank(servedOn)
  if (method === undefined || method === 'direct' || !on) return published(service)
  if (method === 'public-notice') return [...published(service), asSentence(`公告期满，于${on}视为送达`)]
  if (method === 'lien')
    return [
      ...(refusal
        ? [asSentence(`受送达人于${on}拒绝签收，拒收事由：${refusal}`), '当日留置送达。']
        : [`受送达人拒绝签收，于${on}留置送达。`]),
      labelled('见证人', witness),
      recording ? '送达过程已用照片、录像记录。' : '',
    ]
  return [
    asSentence(
      inClauses(`${on}${label(method)}`, ...particulars(service), recipient && `签收人：${recipient}`),
    ),
  ]
}

/** The day of a publication, and why and how it was made. */
function published({ publishedOn, circumstances }: Service): string[] {
  return [
    labelled('公告日期', dateOrBlank(publishedOn)),
    labelled('公告送达的原因和经过', asSentence(circumstances)),
  ]
}

/** What tells how the papers came to the addressee: by whose hands, under which number, to which address. */
function particulars({ method, medium, consent, agent, tracking }: Service): (string | undefined)[] {
  return [
    agent && (method === 'forwarded' ? `由${agent}转交` : `由${agent}代为送达`),
    tracking && `邮件号码：${tracking}`,
    medium && `送达至 ${medium}`,
    consent && `受送达人同意的凭据：${consent}`,
  ]
}
