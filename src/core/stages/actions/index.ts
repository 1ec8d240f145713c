import { actions as found } from '../../../generated/actions.ts'
import type { Action } from '../define.ts'

/** Every action, in the order of the text: by its matter. */
export const actions: readonly Action[] = found

/** The action of an id; undefined when there is none. */
export function actionOf(id: string): Action | undefined {
  return actions.find((action) => action.id === id)
}
