import { type Matter, matterTitles } from '../../generated/matters.ts'

export { matterTitles } from '../../generated/matters.ts'

/** Whether a word is the name of a matter. */
export function isMatter(name: string): name is Matter {
  return Object.hasOwn(matterTitles, name)
}
