import type { Round } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import type { Path } from '../../facts/locations.ts'
import { endedOn, failedOn, isServed, roundOf, servedOn } from '../../facts/queries.ts'
import { addresseesOf } from '../../facts/rounds.ts'
import type { CaseView } from '../../view.ts'
import { parseRoundAndObligor, roundAndObligor, roundIndex } from '../addresses.ts'
import { before, blockIf, defineAction, owedSubjects } from '../define.ts'

export { addresseesOf }

/** 送达磋商告知书: on each obligor; the 90 days run from it. 第十七条、第二十条 */
export const serve = defineAction({
  id: 'serve',
  title: '送达磋商告知书',
  article: '第十七条',
  moves: true,
  // Not of who negotiates or has signed already.
  advised: (view, subject) => owedSubjects(view, 'serve').includes(subject),
  subjects: unserved,
  blockers: ({ facts }, subject) => {
    const { round } = parseRoundAndObligor(subject)
    return blockIf(!roundOf(facts, round)?.notice, '尚未发出磋商告知书', '第十七条')
  },
  // An obligor whom earlier attempts did not reach has a service already; what is known of it stays.
  target: (facts, subject) => ({
    document: 'consultation',
    path: servicePath(facts, subject),
    mode: 'upsert',
  }),
  ask: ['method', 'servedOn', 'publishedOn', 'recipient', 'receipt'],
  required: [],
  defaults: (_, subject) => ({ obligor: parseRoundAndObligor(subject).obligor }),
  refuse: ({ facts }, item, subject) => {
    const { round, obligor } = parseRoundAndObligor(subject)
    const issuedOn = roundOf(facts, round)?.notice?.issuedOn
    const published = item.method === 'public-notice'
    return [
      ...blockIf(item.obligor !== obligor, `送达对象应为 ${obligor}`, '第十七条'),
      ...blockIf(
        published ? item.publishedOn === undefined : item.servedOn === undefined,
        published ? '公告送达应当写明“公告日期”' : '应当写明“送达日期”',
        published ? '民事诉讼法第九十五条' : '第二十条',
      ),
      ...blockIf(
        before(item.servedOn, issuedOn) || before(item.publishedOn, issuedOn),
        '送达日期早于告知书日期',
        '第十七条',
      ),
    ]
  },
})

/** Each obligor of a round who has not been served, with whom it has not failed and who is not at an end. 第十七条 */
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
export function servicePath(facts: Facts, subject: string | null): Path {
  const { round, obligor } = parseRoundAndObligor(subject)
  const services = roundOf(facts, round)?.services ?? []
  const index = services.findIndex((service) => service.obligor === obligor)
  return ['rounds', roundIndex(facts, round), 'services', index < 0 ? services.length : index]
}

/** The day on which an obligor was served in a round; undefined before. */
export function serviceDay(
  { facts, regulation }: CaseView,
  round: number,
  obligor: string,
): string | undefined {
  const services = roundOf(facts, round)?.services ?? []
  const service = services.find((each) => each.obligor === obligor)
  return service && servedOn(service, regulation.period('public-notice-service'))
}
