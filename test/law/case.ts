import { expect } from 'vitest'
import type { Deadline } from '../../src/core/deadlines/define.ts'
import { actionOf } from '../../src/core/stages/actions/index.ts'
import { blockersOf } from '../../src/core/stages/possible.ts'
import type { CaseView } from '../../src/core/view.ts'
import { concluded, viewOn } from '../golden/conclude.ts'
import type { Happened, Values } from '../golden/read.ts'

export const screening = { checkedOn: '2026-03-02', damageFound: true, decision: 'initiate' }
export const initiation = { initiatedOn: '2026-03-02' }
const conclusion = { concludedOn: '2026-04-20', recommendation: 'consult' }

/** A case initiated on 2026-03-02, with more facts. */
export const initiated = (more: Values = {}): Happened => ({
  base: 'minimal',
  facts: { screening, investigation: { initiation }, ...more },
})

export const appraisal = (kind: string, commissionedOn: string, receivedOn?: string): Values => ({
  kind,
  commissionedOn,
  ...(receivedOn && { receivedOn }),
})

export const appraised = (...appraisals: Values[]): Happened =>
  initiated({
    appraisals: { appraisals: appraisals.map((each, index) => ({ id: `A${index + 1}`, ...each })) },
  })

/** The same case in its first round of consultation. */
export const consulted = (round: Values, more: Values = {}): Happened =>
  initiated({
    investigation: { initiation, conclusion },
    consultation: {
      rounds: [{ round: 1, notice: { issuedOn: '2026-05-29', replyBy: '2026-06-30' }, ...round }],
    },
    ...more,
  })

export const served = (obligor: string, servedOn: string): Values => ({
  obligor,
  method: 'direct',
  servedOn,
  receipt: 'E1',
})

export const sample = (set: Values, more: Partial<Happened> = {}): Happened => ({
  base: 'sample',
  set,
  ...more,
})

export function deadline(happened: Happened, today: string, id: string, subject?: string): Deadline {
  const { deadlines } = viewOn(happened, today)
  const found = deadlines.find((each) => each.deadline === id && (!subject || each.subject === subject))
  return found ?? expect.fail(`no deadline ${id} ${subject ?? ''}`)
}

/** The findings of one rule, as severity and code. */
export function found(happened: Happened, rule: string, today = '2026-11-24'): string[] {
  const { findings } = concluded(happened, today)
  return findings
    .filter((each) => each.rule === rule)
    .map(({ severity, code }) => `${severity} ${code ?? ''}`.trim())
}

export function blockers(view: CaseView, action: string, subject: string | null): string[] {
  const known = actionOf(action) ?? expect.fail(`no action ${action}`)
  return blockersOf(view, known, subject).map(({ article }) => article)
}
