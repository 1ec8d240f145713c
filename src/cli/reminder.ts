import type { CaseView } from '../core/view.ts'

const A_WEEK = 7

/** 天 before a deadline within which the office wants to be reminded: a week, unless its ejc.yaml says otherwise. */
export function reminderDays({ remind }: CaseView['config']): number {
  return remind?.withinDays ?? A_WEEK
}
