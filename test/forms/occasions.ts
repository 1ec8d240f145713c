import type { Documents } from '../../src/core/facts/documents.ts'
import type { CaseView } from '../../src/core/view.ts'
import { crowdedCase, crowdedSuit } from './crowd.ts'
import { only } from './support.ts'

type Change = (documents: Documents) => void

const roundOf = ({ consultation }: Documents) => only(consultation?.rounds)

/** The natural person alone, or a crowd of natural persons. */
const byPersons: Change = ({ case: about }) => {
  about.obligors = (about.obligors ?? []).filter(({ kind }) => kind === 'individual')
}

/** The restoration money is paid in part, the rest is late. */
const partlyPaid: Change = ({ payments }) => {
  const [payment] = payments?.payments ?? []
  if (payments && payment) payments.payments = [{ ...payment, amount: '12345.67' }]
}

/** No meeting in a simple case: everyone consents in writing, and signs. */
const withoutMeeting: Change = (documents) => {
  const round = roundOf(documents)
  delete round.meetings
  const consents = (documents.case.obligors ?? []).map(({ id }) => ({
    ...{ obligor: id, consentedOn: '2025-06-20', document: '同意书' },
  }))
  round.meetingWaiver = { consents, reason: '损害事实清楚、争议不大' }
}

/** Nobody takes the notice: it is left in the presence of a witness. */
const leftBehind: Change = (documents) => {
  for (const service of roundOf(documents).services ?? []) {
    Object.assign(service, { method: 'lien', witness: '某社区居民委员会龙某', recording: 'E1' })
    service.note = '受送达人的门卫以负责人不在为由拒绝签收，送达人说明情况后将文书留在其住所。'
  }
}

/** Nobody is found: after attempts, the notice is published. */
const published: Change = (documents) => {
  for (const service of roundOf(documents).services ?? []) {
    Object.assign(service, { method: 'public-notice', publishedOn: '2025-05-27', servedOn: '2025-06-26' })
    service.attempts = [
      { method: 'direct', on: '2025-05-26', result: '住所地无人，门已上锁' },
      { method: 'mail', on: '2025-05-26', result: '因地址不详退回' },
    ]
  }
}

/** One of the obligors is in custody. */
const inCustody: Change = ({ case: about }) => {
  for (const obligor of about.obligors ?? [])
    if (obligor.kind === 'individual') obligor.custody = { from: '2025-03-10', place: '南宁市某看守所' }
}

const changes: Readonly<Record<string, Change>> = {
  partlyPaid,
  withoutMeeting,
  leftBehind,
  published,
  inCustody,
}

/** Cases of which every paper must look right: their names, and how they are. */
export const occasions = (): [name: string, view: CaseView][] => {
  const asTheyAre = [1, 2, 6].map((count) => [`of ${count}`, count, undefined] as const)
  const persons = [1, 6].map((count) => [`of ${count} persons`, count, byPersons] as const)
  const others = Object.entries(changes).map(([name, change]) => [name, 2, change] as const)
  return [...asTheyAre, ...persons, ...others].flatMap(([name, count, change]) => [
    [name, crowdedCase(count, undefined, change)],
    [`${name}, in court`, crowdedSuit(count, undefined, change)],
  ])
}
