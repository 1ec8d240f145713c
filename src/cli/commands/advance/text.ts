import { aboutText, subjectWord } from '../../../core/stages/about.ts'
import { wordOf } from '../../../core/stages/actions/index.ts'
import type { Action } from '../../../core/stages/define.ts'
import type { PossibleAction } from '../../../core/stages/possible.ts'
import type { CaseView } from '../../../core/view.ts'

/** An action on a case as the officer chooses it: what, about whom, by which article. */
export function actionName(view: CaseView, { action, subject }: PossibleAction): string {
  return `${titleWithSubject(view, action, subject)}　${view.regulation.shownArticleOf(action.matter)}`
}

function titleWithSubject(view: CaseView, action: Action, subject: string | null): string {
  const about = aboutText(view, action, subject)
  return about === '' ? action.title : `${action.title}：${about}`
}

/** Actions with what to write for each, and what blocks it. */
export function actionsText(view: CaseView, all: readonly PossibleAction[]): string {
  return all
    .map(({ action, subject, blockedBy }) => {
      const address = [wordOf(action), subjectWord(view, action, subject)]
        .filter((part) => part !== null)
        .join(' ')
      const [blocker] = blockedBy
      const state = blocker ? `暂不能办理：${blocker.reason}（${blocker.citation}）` : '可以办理'
      const more = wordOf(action) === action.title ? '' : `　${action.title}`
      return `  ${address}${more}：${state}`
    })
    .join('\n')
}
