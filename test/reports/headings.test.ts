import { describe, expect, it } from 'vitest'
import { sendingMeant } from '../../src/cli/shared/wording/sending.ts'
import { repositoryDeadlineRules } from '../../src/core/deadlines/repository.ts'
import { allReportHeadings } from '../../src/core/reports/headings.ts'
import { actions } from '../../src/core/stages/actions/index.ts'

const owed = allReportHeadings.flatMap((heading) => heading.owed ?? [])

describe('the reports that the office owes upward', () => {
  it('are those of which the law gives the deadline', () => {
    expect(owed.map(({ kind }) => kind).toSorted()).toEqual(
      repositoryDeadlineRules.map(({ id }) => id).toSorted(),
    )
  })

  it('are meant by the title of their deadline, by a part of it, and by their own words', () => {
    for (const { id, title } of repositoryDeadlineRules) {
      expect(sendingMeant(title)).toBe(id)
      expect(sendingMeant(title.slice(-4))).toBe(id)
    }
    for (const { kind, words } of owed) for (const word of words) expect(sendingMeant(word)).toBe(kind)
  })

  it('have words of their own that no action has in its title', () => {
    const words = owed.flatMap((each) => each.words)
    expect(actions.filter(({ title }) => words.some((word) => title.includes(word)))).toEqual([])
  })
})
