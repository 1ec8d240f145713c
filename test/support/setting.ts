import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { createCalendar } from '../../src/core/calendar/calendar.ts'
import { regionalCalendarOf } from '../../src/core/calendar/data.ts'
import { type ConfigDocument, type Documents, documentNames } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import type { Setting } from '../../src/core/setting.ts'
import { type CaseView, viewOf } from '../../src/core/view.ts'
import { loadLaw } from '../../src/repository/law.ts'

const fixtures = join(import.meta.dirname, '../fixtures')
const law = await loadLaw()

/** A YAML file of the fixtures as data. */
export function readFixture(path: string): unknown {
  return parse(readFileSync(join(fixtures, path), 'utf8'))
}

export const fixtureConfig = readFixture('example-case/ejc.yaml') as ConfigDocument

/** The shipped law and calendars, and the configuration of the example, on a day. */
export function settingOn(today: string, regulationId = 'guangxi-2025-draft'): Setting {
  const regulation = law.regulation(regulationId)
  if (!regulation) throw new Error(`no pack ${regulationId}`)
  const { national, statutory } = law.calendars
  const regional = regionalCalendarOf(law.calendars, fixtureConfig.region.code)
  const calendar = createCalendar({ years: national, statutory, regional })
  return { regulation, calendar, config: fixtureConfig, today }
}

/** A fresh copy of the documents of a fixture case. */
export function documentsOf(name: string): Documents {
  const read = documentNames.flatMap((document) => {
    const path = `${name}/${document}.yaml`
    return existsSync(join(fixtures, path)) ? [[document, readFixture(path)]] : []
  })
  return Object.fromEntries(read) as Documents
}

/** The view of a fixture case on a day, with some facts changed. */
export function viewOfFixture(
  name: string,
  today: string,
  change: (documents: Documents) => void = () => undefined,
): CaseView {
  const documents = documentsOf(name)
  change(documents)
  return viewOf(factsOf(documents), settingOn(today))
}
