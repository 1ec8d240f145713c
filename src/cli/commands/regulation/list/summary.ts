import { packOf, type VisibleLaw } from '../packs.ts'

/** A pack in a list, with how many cases are pinned to it. */
export function summaryOf(
  id: string,
  { law, workspace, own }: VisibleLaw,
  cases: ReadonlyMap<string, number>,
) {
  const pack = packOf(law, id)
  return {
    id,
    title: pack?.title ?? null,
    shortTitle: pack?.shortTitle ?? null,
    status: pack?.status ?? null,
    base: pack?.base ?? false,
    effectiveFrom: pack?.effectiveFrom ?? null,
    effectiveTo: pack?.effectiveTo ?? null,
    supersededBy: pack?.supersededBy ?? null,
    basedOn: pack?.basedOn ?? [],
    /** The office's own file; null for what ejc ships. */
    file: own.get(id) ?? null,
    /** Whether new cases are pinned to it. */
    current: workspace?.setting.config.regulation === id,
    cases: cases.get(id) ?? 0,
  }
}

export type Summary = ReturnType<typeof summaryOf>

/** How many cases are pinned to each pack; those that can't be read are not counted. */
export function pinnedCases({ workspace }: VisibleLaw): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const id of workspace?.repository.caseIds() ?? []) {
    const document = workspace?.repository.readCase(id).documents.case
    const data: unknown = document?.result.ok ? document.result.data : undefined
    const pinned = typeof data === 'object' && data !== null && 'regulation' in data ? data.regulation : null
    if (typeof pinned === 'string') counts.set(pinned, (counts.get(pinned) ?? 0) + 1)
  }
  return counts
}
