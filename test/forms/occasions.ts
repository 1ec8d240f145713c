import type { Documents } from '../../src/core/facts/documents.ts'
import type { FormDefinition } from '../../src/core/forms/define.ts'
import type { CaseView } from '../../src/core/view.ts'
import { crowdedCase, crowdedSuit } from './crowd.ts'
import { expectedPapers } from './expected.ts'
import type { Change } from './say.ts'
import { only } from './support.ts'

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

/** What each form says of a case that has its paper, where no other case has one. */
const changesOfForms = expectedPapers.flatMap(({ paper, occasion }) => (occasion ? [[paper, occasion]] : []))

/**
 * What is otherwise in the whole case of `whole.ts`, or in the one that went to court. All tests of papers and the
 * pictures look for a paper in these cases.
 */
const changes: Readonly<Record<string, Change>> = {
  ...{ partlyPaid, withoutMeeting, leftBehind, published, inCustody },
  ...Object.fromEntries(changesOfForms),
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

/** A case that is made when it is first asked for. */
type LazyCase = () => CaseView

/** The cases in which every form has a paper, in the order in which one is looked for. */
export const casesOfPapers = (count: number, write?: (text: string) => string): readonly LazyCase[] =>
  [undefined, ...Object.values(changes)].flatMap((change) =>
    [crowdedCase, crowdedSuit].map((made) => once(() => made(count, write, change))),
  )

/** @throws Error that names the form where no case has a paper of it that lacks nothing. */
export const completePaper = (
  form: FormDefinition,
  cases: readonly LazyCase[],
): { readonly view: CaseView; readonly subject: string | null } => {
  for (const given of cases) {
    const view = given()
    const subject = form.subjects(view).find((each) => form.fill(view, each).missing.length === 0)
    if (subject !== undefined) return { view, subject }
  }
  throw new Error(
    `${form.id}: no case has a paper of it that lacks nothing; give it one as \`occasion\` of test/forms/expected/${form.id}.ts`,
  )
}

/** Makes a value once. */
export const once = <T extends object>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
