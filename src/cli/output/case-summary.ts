import type { Deadline } from '../../core/deadlines/define.ts'
import type { Finding } from '../../core/lint/define.ts'
import type { StageFlags } from '../../core/stages/flags.ts'
import type { PossibleAction } from '../../core/stages/possible.ts'
import type { CaseView } from '../../core/view.ts'
import type { PaperSummary } from '../papers.ts'
import { remediesJson } from './case-remedies.ts'
import { jurisdictionJson } from './jurisdiction.ts'
import { nextDeadline } from './listed.ts'
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
      article: action.article,
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
  }
}

/** The one next thing to do: the first action that can be done now and moves the case, else what is due next. */
export function nextStep({ view, actions }: CaseSummary): PossibleAction | Deadline | undefined {
  const possible = actions.filter(({ blockedBy }) => blockedBy.length === 0)
  return possible.find(({ moves }) => moves) ?? nextDeadline(view) ?? possible.find(({ advised }) => advised)
}
