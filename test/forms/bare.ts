import { factsOf } from '../../src/core/facts/facts.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { type CaseView, viewOf } from '../../src/core/view.ts'
import { settingOn } from '../support/setting.ts'

/** A case of which nothing is on record but its title, its channel and who handles it. */
export function justRegistered(): CaseView {
  const { id, regulation, title, clue, jurisdiction, damage } = sampleDocuments().case
  const { scope, kind } = damage
  const { channel } = clue
  const documents = {
    case: {
      id,
      regulation,
      title,
      clue: channel === undefined ? {} : { channel },
      jurisdiction,
      damage: kind === undefined ? { scope } : { scope, kind },
      obligors: [],
    },
  }
  return viewOf(factsOf(documents), settingOn('2025-03-04'))
}
