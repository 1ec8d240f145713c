import type { Round } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { endedOn, failedOn, roundOf } from '../../facts/queries.ts'
import { addresseesOf } from '../../facts/rounds.ts'
import { deemedServedOn, isServed } from '../../facts/service.ts'
import { parseRoundAndObligor, roundAndObligor, roundIndex } from '../addresses.ts'
import { serviceKeys } from '../asked-keys.ts'
import { blockIf, contradictionIf, defineAction } from '../define.ts'
import { owedSubjects } from '../owed-subjects.ts'

/** 送达磋商告知书: on each obligor; the period of the consultation runs from it. */
export const serve = defineAction({
  id: 'serve',
  title: '送达磋商告知书',
  matter: 'notice-service',
  moves: true,
  follows: 'notify',
  subjects: unserved,
  // Not asked for an obligor who negotiates or has signed already.
  advised: (view, subject) => owedSubjects(view, 'serve').includes(subject),
  blockers: ({ facts }, subject) => {
    const { round } = parseRoundAndObligor(subject)
    return contradictionIf(!roundOf(facts, round)?.notice, '尚未发出磋商告知书', 'consultation-notice', {
      lacks: 'notify',
    })
  },
  // An obligor whom earlier attempts did not reach has a service already; its known keys stay.
  section: 'consultation.rounds[].services[]',
  at: servicePlace,
  mode: 'upsert',
  ask: [...serviceKeys, 'receipt', 'signedCopy'],
  // What the receipt, or the file of the case, must say of it by law.
  owed: (key, { method }) =>
    (key === 'refusal' && method === 'lien') || (key === 'circumstances' && method === 'public-notice'),
  defaults: (_, subject) => ({ obligor: parseRoundAndObligor(subject).obligor }),
  refuse: ({ regulation }, item, subject) => {
    const { obligor } = parseRoundAndObligor(subject)
    const published = item.method === 'public-notice'
    const deemedOn = deemedServedOn(item, regulation.period('public-notice-service'))
    return [
      ...contradictionIf(item.obligor !== obligor, `送达对象应为 ${obligor}`, 'notice-service', {
        key: 'obligor',
      }),
      ...contradictionIf(
        published ? item.publishedOn === undefined : item.servedOn === undefined,
        published ? '公告送达应当写明“公告日期”' : '应当写明“送达日期”',
        published ? 'public-notice-service' : 'consultation-period',
        { key: published ? 'publishedOn' : 'servedOn' },
      ),
      ...blockIf(
        deemedOn !== undefined && item.servedOn !== undefined && item.servedOn < deemedOn,
        `公告 ${item.publishedOn} 发布，${deemedOn} 才视为送达；“送达日期”不能早于这一天，可以不填`,
        'public-notice-service',
        { key: 'servedOn' },
      ),
    ]
  },
})

/** Each obligor of a round who has not been served, with whom it has not failed and who is not at an end. */
export function unserved(facts: Facts): string[] {
  return facts.rounds.flatMap((each) => {
    const { round, services } = each
    return addresseesOf(facts, each)
      .filter((id) => !endedOn(facts, id) && !failedOn(each, id) && !isReached(services, id))
      .map((id) => roundAndObligor(round, id))
  })
}

function isReached(services: Round['services'], id: string): boolean {
  return (services ?? []).some((service) => service.obligor === id && isServed(service))
}

/** Where the service on an obligor stands in consultation.yaml, or will stand. */
export function servicePlace(facts: Facts, subject: string): [number, number] {
  const { round, obligor } = parseRoundAndObligor(subject)
  const services = roundOf(facts, round)?.services ?? []
  const index = services.findIndex((service) => service.obligor === obligor)
  return [roundIndex(facts, round), index < 0 ? services.length : index]
}
