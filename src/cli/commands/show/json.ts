import { nextStepOf } from '../../../core/stages/next-step.ts'
import { jurisdictionJson } from '../../shared/wording/jurisdiction.ts'
import { relatedCases } from './related-cases.ts'
import { remediesJson } from './remedies.ts'
import type { CaseSummary } from './run.ts'
import { simpleCaseJson } from './simple-case.ts'

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
    related: relatedCases(facts.case),
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
