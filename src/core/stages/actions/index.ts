import { actions as found } from '../../../generated/actions.ts'
import type { Action } from '../define.ts'

/** Every action, in the order of the text: by its matter. */
export const actions: readonly Action[] = found

/** The action of an id; undefined when there is none. */
export function actionOf(id: string): Action | undefined {
  return actions.find((action) => action.id === id)
}

/** The beginning of an action's title that people type: up to the first mark, where no other title begins with it. */
export function wordOf({ id, title }: Pick<Action, 'id' | 'title'>): string {
  const [short = title] = title.split(/[（，、]/u)
  return actions.some((each) => each.id !== id && each.title.startsWith(short)) ? title : short
}
