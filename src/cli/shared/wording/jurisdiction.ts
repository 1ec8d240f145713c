import { unitOnPapers } from '../../../core/facts/claimants.ts'
import { type JurisdictionProposal, jurisdictionProposals } from '../../../core/facts/jurisdiction.ts'
import type { CaseView } from '../../../core/view.ts'
import { clean } from '../output/output.ts'

/** Who is in charge by the facts, and why, one line each; where the officer decided otherwise, his reason. */
export function jurisdictionLines({ facts, regulation }: CaseView): string[] {
  const { jurisdiction } = facts.case
  const { level, department } = jurisdictionProposals(facts.case, regulation)
  const kind = jurisdiction.handlingUnitKind
  const lines = [
    level && proposalLine('管辖层级', level, (code) => regulation.label('levels', code)),
    department && proposalLine('主管部门', department, (code) => regulation.label('departments', code)),
    kind &&
      `承办单位：${jurisdiction.handlingUnit}，${regulation.label('handlingUnitKinds', kind)}（${regulation.articleOf('obligee')}）`,
    unitOnPapers(jurisdiction) !== jurisdiction.handlingUnit && `文书署名：${unitOnPapers(jurisdiction)}`,
    jurisdiction.jointUnits?.length &&
      `联合办案：${jurisdiction.jointUnits.join('、')}，牵头部门 ${jurisdiction.leadUnit ?? '未定'}（${regulation.articleOf('joint-handling')}）`,
    jurisdiction.overrideReason && `改变建议的理由：${jurisdiction.overrideReason}`,
  ]
  return lines.filter((each) => typeof each === 'string' && each !== '').map((each) => clean(String(each)))
}

function proposalLine(
  what: string,
  { proposed, chosen, conforms, article, reason }: JurisdictionProposal,
  name: (code: string) => string,
): string {
  const why = `（${article}：${reason}）`
  if (conforms) return `${what}：${name(chosen ?? proposed)}${why}`
  return `${what}：${name(chosen ?? '')}，建议为${name(proposed)}${why}`
}

/** The same for programs. */
export function jurisdictionJson({ facts, regulation }: CaseView) {
  const { handlingUnit, overrideReason = null } = facts.case.jurisdiction
  const { level, department } = jurisdictionProposals(facts.case, regulation)
  return { level: proposalJson(level), department: proposalJson(department), handlingUnit, overrideReason }
}

function proposalJson(proposal: JurisdictionProposal | undefined) {
  return proposal ? { ...proposal, chosen: proposal.chosen ?? null } : null
}
