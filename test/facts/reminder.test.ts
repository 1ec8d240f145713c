import { describe, expect, it } from 'vitest'
import { isNear } from '../../src/core/deadlines/pending.ts'
import type { ConfigDocument } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { reminderDays, usualReminder } from '../../src/core/facts/reminder.ts'
import { viewOf } from '../../src/core/view.ts'
import { documentsOf, fixtureConfig, settingOn } from '../support/setting.ts'

const restorationOn = (today: string, remind: { withinDays: number } | undefined) => {
  const { remind: _, ...others } = fixtureConfig
  const config: ConfigDocument = remind ? { ...others, remind } : others
  const view = viewOf(factsOf(documentsOf('example-case')), { ...settingOn(today), config })
  const found = view.deadlines.find(({ deadline }) => deadline === 'restoration-complete')
  if (!found) throw new Error('no such deadline')
  return { status: found.status, listed: isNear(found, today, reminderDays(config)) }
}

describe('an office that has set no reminder', () => {
  it('is reminded a week before the last day, by `lint` and by `due` alike', () => {
    expect(usualReminder).toEqual({ withinDays: 7 })
    expect(restorationOn('2027-04-22', undefined)).toEqual({ status: 'open', listed: false })
    expect(restorationOn('2027-04-23', undefined)).toEqual({ status: 'soon', listed: true })
  })

  it('is not reminded early where it has set 0', () => {
    expect(restorationOn('2027-04-23', { withinDays: 0 })).toEqual({ status: 'open', listed: false })
  })
})
