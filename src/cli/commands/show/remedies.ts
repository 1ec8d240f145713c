import { subjectLabel } from '../../../core/facts/subjects.ts'
import type { Matter } from '../../../core/regulation/cite.ts'
import type { Regulation } from '../../../core/regulation/regulation.ts'
import { actionOf, wordOf } from '../../../core/stages/actions/index.ts'
import { type BreachAndRemedies, type Remedy, remedies, remediesOf } from '../../../core/stages/remedy.ts'
import type { CaseView } from '../../../core/view.ts'
import type { ActionId } from '../../../generated/ids.ts'
import { ejcCall } from '../../shared/output/call.ts'
import type { Layout } from '../../shared/output/output.ts'
import { wrapIndented } from '../../shared/output/text.ts'

/**
 * What obligors failed to perform, and which remedies are open and which are refused, with the article; empty without a
 * breach.
 */
export function remediesText(view: CaseView, { style, width }: Layout, repo?: string): string {
  return remediesOf(view)
    .flatMap(({ breach, remedies: verdicts }) => [
      ...breach.failures.map(({ what }) =>
        style.red(
          wrapIndented(
            `${subjectLabel(view.facts, breach.reference, view.regulation)}：${what}`,
            width,
            '  ',
            '',
          ),
        ),
      ),
      ...verdicts.map(({ remedy, refusedBy }) => {
        const { title, action } = remedies[remedy]
        const [refusal] = refusedBy
        const text = refusal
          ? `不能${title}：${refusal.reason}（${refusal.citation}）`
          : `可以${title}${openedBy(remedy, view.regulation)}：${ejcCall(repo, ['advance', view.facts.id, stepWord(action)])}`
        return wrapIndented(text, width, '    ', '  ')
      }),
    ])
    .join('\n')
}

/** A step as people type it. */
function stepWord(id: ActionId): string {
  const action = actionOf(id)
  return action ? wordOf(action) : id
}

/** The matter that gives each remedy. */
const remedyMatters: Readonly<Record<Remedy, Matter>> = {
  enforcement: 'enforcement',
  suit: 'breach-suit',
  'payment-order': 'payment-order',
}

function openedBy(remedy: Remedy, { has, articleOf }: Regulation): string {
  const listed = remedy === 'enforcement' && has('dishonest-list')
  return `${listed ? '；由人民法院依法列入失信被执行人名单' : ''}（${articleOf(remedyMatters[remedy])}）`
}

/** The same for programs. */
export function remediesJson(view: CaseView) {
  return remediesOf(view).map(({ breach, remedies: verdicts }: BreachAndRemedies) => ({
    reference: breach.reference,
    failures: breach.failures.map(({ what, obligors }) => ({ what, obligors })),
    remedies: verdicts.map(({ remedy, refusedBy }) => ({
      remedy,
      action: remedies[remedy].action,
      open: refusedBy.length === 0,
      refusedBy: refusedBy.length
        ? refusedBy.map(({ reason, article }) => `${reason}（${article}）`).join('；')
        : null,
    })),
  }))
}
