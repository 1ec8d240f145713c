import type { Deadline } from '../deadlines/define.ts'
import type { CaseView } from '../view.ts'
import type { Stage } from './stage.ts'

/** The change of stages, flags and deadlines by an action. */
export interface ActionPreview {
  readonly stages: readonly {
    readonly obligor: string | null
    readonly from: Stage | null
    readonly to: Stage
  }[]
  /** Deadlines that are new, or whose dates or status have changed. */
  readonly deadlines: readonly { readonly from: Deadline | undefined; readonly to: Deadline }[]
}

/** Compares the case before and after an action; `before` is undefined for a new case. */
export function previewOfAction(before: CaseView | undefined, after: CaseView): ActionPreview {
  const stages = [[null, after.stage.case] as const, ...after.stage.obligors].flatMap(([obligor, to]) => {
    const from = stageIn(before, obligor)
    return from === to ? [] : [{ obligor, from, to }]
  })
  const known = new Map(before?.deadlines.map((deadline) => [deadlineKey(deadline), deadline]))
  const deadlines = after.deadlines
    .map((to) => ({ from: known.get(deadlineKey(to)), to }))
    .filter(
      ({ from, to }) => !from || from.due !== to.due || from.status !== to.status || from.met !== to.met,
    )
  return { stages, deadlines }
}

function stageIn(view: CaseView | undefined, obligor: string | null): Stage | null {
  if (!view) return null
  return obligor === null ? view.stage.case : (view.stage.obligors.get(obligor) ?? null)
}

function deadlineKey({ deadline, subject }: Deadline): string {
  return `${deadline} ${subject ?? ''}`
}
