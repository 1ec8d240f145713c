import { addDays, type IsoDate } from '../../src/core/calendar/dates.ts'
import type { ConfigDocument, Documents } from '../../src/core/facts/documents.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import type { Regulation } from '../../src/core/regulation/regulation.ts'
import type { Item } from '../../src/core/stages/define.ts'
import { fixtureConfig } from '../support/setting.ts'
import { type Making, makeValue } from './generate.ts'

/** The estimates around the limit of a simple case, and the limit itself. 第十五条第二款 */
const ESTIMATES = ['50000.00', '299999.99', '300000.00', '300000.01', '480000.00', undefined]

/** An office of a city, or of a county that needs the authorisation of the city. 第七条 */
export function configOf({ random }: Making): ConfigDocument {
  if (random.chance(0.8)) return fixtureConfig
  return { ...fixtureConfig, level: 'county', obligee: '南宁市人民政府' }
}

/** The sample case as it stood when both obligors had agreed, and nothing was signed. */
export function agreedCase(): Documents {
  const {
    agreements: _agreements,
    court: _court,
    restoration: _restoration,
    payments: _payments,
    supervision: _supervision,
    ...documents
  } = sampleDocuments()
  return documents
}

/** case.yaml as `ejc new` writes it: what is asked of a clue, numbered, with level, department and unit proposed. */
export function newCase(making: Making, config: ConfigDocument, regulation: Regulation): Documents {
  const clue = clueOf(making)
  const damage = damageOf(making)
  const level = regulation.levelFor({
    incidentGrade: textOf(damage.incidentGrade),
    crossRegion: textOf(damage.crossRegion),
    channel: textOf(clue.channel),
  })
  const file = {
    id: 'NN-2026-0001',
    regulation: config.regulation,
    title: '某倾倒案',
    clue,
    damage,
    jurisdiction: {
      level: level?.level ?? config.level,
      obligee: config.obligee,
      handlingUnit: config.unit?.name,
      handlingUnitKind: config.level === 'county' ? 'county-department' : 'department',
      department: regulation.item('damageKinds', textOf(damage.kind) ?? '')?.department,
    },
    officers: making.random.chance(0.8) ? [{ name: '覃某' }] : [],
    obligors: Array.from({ length: making.random.whole(0, 3) }, (_, index) => obligorOf(making, index)),
  }
  // The schema boundary: the first step of the walk validates the document.
  return { case: file } as unknown as Documents
}

function clueOf(making: Making): Item {
  const { random, today } = making
  return {
    channel: makeValue(making, ['clue', 'channel'], {}),
    receivedOn: today,
    ...(random.chance(0.3) && { foundOn: dayBefore(today, random.whole(0, 3)) }),
    ...(random.chance(0.2) && { reporter: { kind: 'citizen', name: '举报人', reportedOn: today } }),
  }
}

function damageOf(making: Making): Item {
  const { random, today } = making
  const estimatedLoss = random.pick(ESTIMATES)
  return {
    scope: random.chance(0.95) ? 'covered' : makeValue(making, ['damage', 'scope'], {}),
    kind: makeValue(making, ['damage', 'kind'], {}),
    occurredFrom: dayBefore(today, 40),
    occurredTo: dayBefore(today, 10),
    ...(random.chance(0.8) && { knownOn: today }),
    incidentGrade: random.chance(0.8) ? 'none' : makeValue(making, ['damage', 'incidentGrade'], {}),
    crossRegion: random.chance(0.9) ? 'none' : makeValue(making, ['damage', 'crossRegion'], {}),
    ...(estimatedLoss !== undefined && { estimatedLoss }),
  }
}

function obligorOf(making: Making, index: number): Item {
  const { random, today } = making
  const kind = random.chance(0.6) ? 'organization' : 'individual'
  return {
    id: `o${index + 1}`,
    kind,
    name: `${kind === 'organization' ? '某公司' : '某人'}${index + 1}`,
    ...(random.chance(0.7) && { identifiedOn: today }),
    ...(random.chance(0.1) && { custody: { from: dayBefore(today, 5) } }),
  }
}

function dayBefore(date: IsoDate, days: number): IsoDate {
  return addDays(date, -days)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
