import { simpleCaseTest } from '../../../core/stages/simple-case.ts'
import type { Stage } from '../../../core/stages/stage.ts'
import type { CaseView } from '../../../core/view.ts'
import type { Layout } from '../../shared/output/output.ts'
import { wrapIndented } from '../../shared/output/text.ts'

/** The stages in which it still matters: for how the damage is appraised, and whether a meeting can be waived. */
const deciding: ReadonlySet<Stage> = new Set(['investigation', 'consultation', 'agreement'])

/**
 * The three conditions of a simple case, one line each; nothing where the answer no longer matters, or the text knows
 * no such case.
 */
export function simpleCaseText(view: CaseView, { style, width }: Layout): string {
  if (!view.regulation.has('simple-case')) return ''
  if (!deciding.has(view.stage.case) && !view.facts.case.simpleCase) return ''
  const conditions = simpleCaseTest(view)
  const simple = conditions.every(({ holds }) => holds)
  return [
    `${simple ? '属于简单案件' : '不属于简单案件'}（${view.regulation.articleOf('simple-case')}）`,
    ...conditions.map(({ title, holds, why }) => {
      const text = wrapIndented(`${holds ? '✓' : '✗'} ${title}：${why}`, width, '    ', '  ')
      return holds ? text : style.yellow(text)
    }),
  ].join('\n')
}

/** The same for programs, whatever the stage. */
export function simpleCaseJson(view: CaseView) {
  const conditions = simpleCaseTest(view).map(({ id, title, holds, why }) => ({ id, title, holds, why }))
  return { simple: conditions.every(({ holds }) => holds), conditions }
}
