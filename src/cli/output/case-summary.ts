import type { Finding } from '../../core/lint/define.ts'
import type { StageFlags } from '../../core/stages/flags.ts'
import { nextStepOf } from '../../core/stages/next-step.ts'
import type { PossibleAction } from '../../core/stages/possible.ts'
import type { CaseView } from '../../core/view.ts'
import type { PaperSummary } from '../papers.ts'
import { remediesJson } from './case-remedies.ts'
import { jurisdictionJson } from './jurisdiction.ts'
import { simpleCaseJson } from './simple-case.ts'

/** Everything that `ejc show` says of a case. */
export interface CaseSummary {
  readonly view: CaseView
  readonly findings: readonly Finding[]
  readonly actions: readonly PossibleAction[]
  readonly flags: StageFlags
  readonly papers: readonly PaperSummary[]
}

/** The case for programs. */
export function summaryJson({ view, findings, actions, flags, papers }: CaseSummary) {
  const { facts, stage, deadlines } = view
  const next = nextStepOf(view, actions)
  return {
    case: facts.id,
    title: facts.case.title,
    stage: stage.case,
    obligors: facts.obligors.map(({ id, name }) => ({
      id,
      name,
      stage: stage.obligors.get(id) ?? stage.case,
    })),
    actions: actions.map(({ action, subject, blockedBy }) => ({
      id: action.id,
      subject,
      title: action.title,
      article: view.regulation.articleOf(action.matter),
      available: blockedBy.length === 0,
      blockedBy: blockedBy.length
        ? blockedBy.map(({ reason, article }) => `${reason}（${article}）`).join('；')
        : null,
    })),
    flags,
    jurisdiction: jurisdictionJson(view),
    simpleCase: simpleCaseJson(view),
    remedies: remediesJson(view),
    deadlines,
    findings,
    documents: papers,
    next: next
      ? {
          action: next.action?.action.id ?? null,
          deadline: next.deadline?.deadline ?? null,
          subject: (next.action ?? next.deadline)?.subject ?? null,
        }
      : null,
  }
}
