import type { Regulation } from './regulation.ts'

/** The way of restoring that is no other way: at the place itself. */
const IN_SITU = '原位修复'

/** How a restoration is done, as papers name it: 原位修复, or one of the other ways of this regulation. */
export function restorationModeLabel({ label }: Pick<Regulation, 'label'>, mode: string): string {
  return mode === 'in-situ' ? IN_SITU : label('substituteModes', mode)
}

/** All such names. */
export function restorationModeLabels({ lists }: Pick<Regulation, 'lists'>): string[] {
  return [IN_SITU, ...(lists.substituteModes ?? []).map(({ label }) => label)]
}
