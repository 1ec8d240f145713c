import { factsOf } from '../../src/core/facts/facts.ts'
import type { PlacedFinding } from '../../src/core/lint/define.ts'
import { lintCase } from '../../src/core/lint/engine.ts'
import { caseRules } from '../../src/core/lint/index.ts'
import { type CaseView, viewOf } from '../../src/core/view.ts'
import { settingOn } from '../support/setting.ts'
import { configFor, documentsFor, type Happened } from './read.ts'

/** What follows from the facts on a day. */
export function viewOn(happened: Happened, today: string): CaseView {
  const setting = { ...settingOn(today), config: configFor(happened) }
  return viewOf(factsOf(documentsFor(happened)), setting)
}

/** The same, with what the rules find. */
export function concluded(
  happened: Happened,
  today: string,
): { view: CaseView; findings: readonly PlacedFinding[] } {
  const view = viewOn(happened, today)
  const scope = Object.assign(view, { files: new Map(), projects: [], papers: () => [], drafts: () => [] })
  return { view, findings: lintCase(scope, caseRules) }
}
