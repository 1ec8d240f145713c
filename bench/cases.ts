import { benchToday } from './generate.ts'
import { days, type Story, storyOfCase } from './timeline.ts'

/** The first case of every generated repository: just found, so that it can be advanced. */
export const firstCase: Story = storyOfCase(0, benchToday)

/** A case among the first twenty that has an agreement with both obligors. */
export const signedCase: Story = signed()

function signed(): Story {
  const found = Array.from({ length: 20 }, (_, index) => storyOfCase(index, benchToday)).find(
    ({ past, flaw, sued }) => past(days.signed) && !flaw && !sued,
  )
  if (!found) throw new Error('no signed case among the first twenty')
  return found
}
