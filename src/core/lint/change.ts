import type { DocumentName, Documents } from '../facts/documents.ts'

type Change = (documents: Documents) => void

/** Makes a function for examples, which finds a part of the sample case and passes it to the change. */
function changing<T>(find: (documents: Documents) => T | undefined): (change: (part: T) => void) => Change {
  return (change) => (documents) => change(part(find(documents)))
}

/** A part that an example needs; throws where the sample lacks it, which is a mistake in the example. */
export function part<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the sample case lacks what this example changes')
  return value
}

export const inCase = changing((documents) => documents.case)
export const inScreening = changing((documents) => documents.screening)
export const inInvestigation = changing((documents) => documents.investigation)
export const inAppraisal = changing((documents) => documents.appraisals?.appraisals[0])
export const inRound = changing((documents) => documents.consultation?.rounds[0])
export const inService = changing((documents) => documents.consultation?.rounds[0]?.services?.[0])
export const inAgreement = changing((documents) => documents.agreements?.agreements[0])
export const inCourt = changing((documents) => documents.court)
export const inConfirmation = changing((documents) => documents.court?.confirmations?.[0])
export const inProject = changing((documents) => documents.restoration?.projects?.[0])
export const inEvaluation = changing((documents) => documents.restoration?.projects?.[0]?.evaluations?.[0])
export const inPayment = changing((documents) => documents.payments?.payments[0])
export const inSupervision = changing((documents) => documents.supervision)
export const inEvidence = changing((documents) => documents.evidence?.evidence[0])

/** An example that changes nothing: the sample itself. */
export const unchanged: Change = () => {}

/** Several changes as one. */
export function all(...changes: readonly Change[]): Change {
  return (documents) => {
    for (const change of changes) change(documents)
  }
}

/** Takes whole documents out of the sample. */
export function without(...names: readonly Exclude<DocumentName, 'case'>[]): Change {
  return (documents) => {
    for (const name of names) delete documents[name]
  }
}

/** The first service was made by public notice. */
export function servedByPublicNotice(
  publishedOn: string | undefined,
  servedOn: string | undefined,
  circumstances = '下落不明，在住所地张贴并登报公告。',
): Change {
  return inService((service) =>
    Object.assign(service, { method: 'public-notice', publishedOn, servedOn, circumstances }),
  )
}
