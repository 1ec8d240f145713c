import { standingAppraisals } from '../facts/appraisals.ts'
import { evidenceOfClaim } from '../facts/claim-evidence.ts'
import type { Agreement } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { fenOf, sum } from '../facts/money.ts'
import { agreementOf, claimedObligors, endedOn } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
import { amountInFigures, amountInFull } from './amounts.ts'
import { asSentence, asWritten, blankLine, joinedNames, localBasis, presentParts } from './fields.ts'
import { appraiserName } from './findings.ts'
import { evidenceTitles } from './letter.ts'

/** An agreement that is still to be negotiated: with those who have none, about whatever the case knows. */
export function agreementToBe(facts: Facts): Agreement {
  const open = claimedObligors(facts).filter(({ id }) => !agreementOf(facts, id) && !endedOn(facts, id))
  return { id: '', obligors: open.map(({ id }) => id) }
}

/**
 * What the case knows of the matter of a clause, for a draft to bring to the talks: facts, evidence, law, reasons and
 * the plan. What only the parties can agree on is left as a line.
 */
export function knownOfClause(view: CaseView, code: string): string[] {
  return knownClauses[code]?.(view) ?? []
}

const knownClauses: Readonly<Record<string, (view: CaseView) => string[]>> = {
  facts: ({ facts }) => {
    const found = (facts.investigation?.facts ?? []).map(({ statement }) => asSentence(statement))
    return found.length ? found : presentParts(asSentence(facts.case.damage.description))
  },
  evidence: (view) => presentParts(asSentence(joinedNames([evidenceOf(view), ...reportsOf(view)]))),
  legalBasis: (view) => {
    const texts = view.facts.investigation?.legalBasis ?? []
    const local = localBasis(view)
    const isNamed = local === undefined || texts.some((text) => text.includes(local))
    return presentParts(asSentence([...texts, ...(isNamed ? [] : [local])].join('；')))
  },
  reasons: ({ facts }) => asWritten(facts.investigation?.conclusion?.reason),
  restorationPlan: ({ facts }) =>
    standingAppraisals(facts).flatMap(({ restorationPlan, measures }) =>
      presentParts(restorationPlan && `《${restorationPlan.title}》。`, asSentence(measures)),
    ),
}

/** The evidence for the facts found; that of the claim where no fact names any. */
function evidenceOf(view: CaseView): string {
  const { investigation } = view.facts
  const named = [...new Set((investigation?.facts ?? []).flatMap((fact) => fact.evidence ?? []))]
  return evidenceTitles(view, named.length ? named : evidenceOfClaim(view.facts).map(({ id }) => id))
}

function reportsOf({ facts, regulation }: CaseView): string[] {
  const titles = new Set(facts.evidence.map(({ id }) => id))
  return standingAppraisals(facts).flatMap((appraisal) => {
    if (appraisal.report !== undefined && titles.has(appraisal.report)) return []
    const by = joinedNames([appraiserName(appraisal), appraisal.reportNumber])
    return [`${regulation.label('appraisalKinds', appraisal.kind)}${by ? `（${by}）` : ''}`]
  })
}

/** What was appraised, as the sum from which the talks begin, and a line for what the parties agree on. */
export function knownSums({ facts, regulation }: CaseView): string[] {
  const amounts = standingAppraisals(facts).flatMap((appraisal) => appraisal.amounts ?? [])
  const agreed = `双方约定的赔偿总额为${blankLine}。`
  if (!amounts.length) return [agreed]
  const total = amountInFull(sum(amounts.map(({ amount }) => amount)))
  const each = amounts.map(
    ({ head, amount }, index) =>
      `${index + 1}．${regulation.label('damageHeads', head)}${amountInFigures(fenOf(amount))}。`,
  )
  return [`经鉴定评估，生态环境损害数额共计${total}，由以下各项构成：`, ...each, agreed]
}
