import type { ConfigDocument } from '../../../core/facts/documents.ts'
import { inCapitals } from '../../../core/facts/identifiers.ts'
import { usualReminder } from '../../../core/facts/reminder.ts'
import type { Regulation } from '../../../core/regulation/regulation.ts'
import { shownValue } from '../../../core/schema/messages.ts'
import type { Item } from '../../../core/stages/define.ts'
import { defaultRegulation, type Law } from '../../../repository/law.ts'
import {
  collectItem,
  itemOrEmpty,
  itemProblems,
  namingFor,
  type WantedItem,
} from '../../shared/answers/collect.ts'
import { readFrom } from '../../shared/answers/from.ts'
import { applySets, type ItemPlace } from '../../shared/answers/set.ts'
import { UsageError } from '../../shared/exit.ts'
import { askKind, askPlace, type OfficePrompts } from './office.ts'
import { placeOf } from './places.ts'
import { type OfficeByName, type OfficeKind, officeByName, officeDefaults } from './regions.ts'

const CONFIG_KEYS = ['region', 'level', 'idPrefix', 'obligee', 'reformOffice', 'court', 'regulation']
/** Forms print them; all of them can wait. */
const PARTICULARS = ['representative', 'address', 'phone', 'creditCode', 'agents']

/** Asks for the configuration: first what the office is, from which most of the rest follows. */
export interface ConfigPrompts extends OfficePrompts {
  readonly unitName: (known: string | undefined) => Promise<string>
  readonly rest: (wanted: WantedItem, given: Item, regulation: Regulation) => Promise<Item>
  readonly say: (text: string) => void
}

/** What the call gives, and what an earlier call has written where this one corrects it. */
export interface GivenConfig {
  readonly from: string | undefined
  readonly sets: readonly string[]
  readonly recorded?: ConfigDocument | undefined
}

export interface CollectedConfig {
  readonly config: ConfigDocument
  readonly regulation: Regulation
  /** Whether the region was given or follows from the office's name; else it is a guess to be checked. */
  readonly recognised: boolean
  /** What ejc changed in what was given. */
  readonly notes: readonly string[]
}

/**
 * ejc.yaml from --from, --set, the questions, what was recorded and what follows from what the office is.
 * Throws UsageError naming what is missing or wrong.
 */
export async function collectConfig(
  law: Law,
  { from, sets, recorded }: GivenConfig,
  prompts: ConfigPrompts | undefined,
): Promise<CollectedConfig> {
  const naming = namingFor(prompts !== undefined, from)
  const place = { name: 'config', path: [], lists: listsOf(law, recorded), naming } as const
  const { start, notes } = withCapitals(
    itemOrEmpty(applySets(place, from === undefined ? {} : readFrom(from), sets)),
  )
  const old = itemOrEmpty(recorded)
  const unit = { ...itemOrEmpty(old.unit), ...itemOrEmpty(start.unit) }
  const name = await nameOf(start, unit, prompts)
  const regulation = chosenRegulation(law, start.regulation ?? old.regulation)
  const office = await officeOf(name, { start, recorded, regulation }, prompts)
  const known = {
    schema: 1,
    regulation: defaultRegulation,
    remind: usualReminder,
    ...followed(recorded, office),
    ...start,
    ...(office.isElsewhere
      ? {}
      : { region: { ...regionOf(recorded, office), ...itemOrEmpty(start.region) } }),
    unit: { ...unit, name, ...(office.isKnown && { kind: office.kind }) },
  }
  const { lists } = regulation
  const ask = CONFIG_KEYS.filter((key) => start[key] === undefined)
  const item = await collected({ ...place, lists, ask, required: [], defaults: known }, regulation, prompts)
  const whole = prompts
    ? await withParticulars(prompts, { ...place, lists }, regulation, item, recorded !== undefined)
    : item
  const config = validConfig({ ...place, lists }, whole)
  return {
    config,
    regulation: chosenRegulation(law, config.regulation),
    recognised: office.recognised || start.region !== undefined,
    notes,
  }
}

async function nameOf(start: Item, unit: Item, prompts: ConfigPrompts | undefined): Promise<string> {
  const given = itemOrEmpty(start.unit).name
  if (typeof given === 'string') return given
  const recorded = typeof unit.name === 'string' ? unit.name : undefined
  const name = prompts ? await prompts.unitName(recorded) : recorded
  if (name) return name
  throw new UsageError('缺少承办单位名称（unit.name）：请用 --set unit.name=… 或 --from 文件 给出。')
}

/** What the office is: by its name, by what was recorded, by what the officer says. */
interface Office extends OfficeByName {
  /** Whether the text in force tells such kinds of office apart, so that ejc.yaml holds it. */
  readonly isKnown: boolean
  /** Whether it is in a place that ejc does not know. */
  readonly isElsewhere: boolean
  /** What it was by what was recorded before. */
  readonly before: OfficeByName | undefined
}

interface KnownOffice {
  readonly start: Item
  readonly recorded: ConfigDocument | undefined
  readonly regulation: Regulation
}

async function officeOf(
  name: string,
  { start, recorded, regulation }: KnownOffice,
  prompts: ConfigPrompts | undefined,
): Promise<Office> {
  const byName = officeByName(name)
  const before = recorded && recordedOffice(recorded)
  const proposed = before && recorded?.unit?.name === name ? before : byName
  const kinds = regulation.list('handlingUnitKinds')
  const given = itemOrEmpty(start.unit).kind
  const givenKind = kinds.find(({ code, label }) => code === given || label === given)?.code
  const kind = (givenKind ??
    (prompts ? await askKind(prompts, kinds, proposed.kind) : proposed.kind)) as OfficeKind
  const isGiven = start.region !== undefined || !prompts
  const place = isGiven ? proposed.place : await askPlace(prompts, proposed, kind)
  const recognised = byName.recognised || before !== undefined || !isGiven
  return {
    place: place ?? proposed.place,
    kind,
    recognised,
    before,
    isElsewhere: place === undefined,
    isKnown: kinds.length > 0,
  }
}

/** What the office was by ejc.yaml; before there was a kind, a county had its own department. */
function recordedOffice({ unit, region, level }: ConfigDocument): OfficeByName {
  const byName = officeByName(unit?.name ?? region.name)
  const kind = unit?.kind ?? (level === 'county' ? 'county-department' : byName.kind)
  return { place: placeOf(region.code) ?? byName.place, kind: kind as OfficeKind, recognised: true }
}

/** What was recorded, where it did not follow from what the office was thought to be, and else what follows now. */
function followed(recorded: ConfigDocument | undefined, { place, kind, before }: Office): Item {
  const { region: _, ...now }: Item = { ...officeDefaults(place, kind) }
  if (!recorded || !before) return now
  const { region: __, ...then }: Item = { ...officeDefaults(before.place, before.kind) }
  const kept = Object.entries(recorded).filter(([key, value]) => !isSame(value, then[key]))
  return { ...now, ...Object.fromEntries(kept) }
}

function regionOf(recorded: ConfigDocument | undefined, { place, before }: Office): Item {
  // A place that ejc does not know stays as it is written.
  return recorded && before?.place === place ? { ...recorded.region } : { code: place.code, name: place.name }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function listsOf(
  law: Law,
  recorded: ConfigDocument | undefined,
): Regulation['lists'] | Record<string, never> {
  return (
    (recorded && law.regulation(recorded.regulation)?.lists) ?? law.regulation(defaultRegulation)?.lists ?? {}
  )
}

function chosenRegulation(law: Law, id: unknown = defaultRegulation): Regulation {
  const regulation = law.regulation(String(id))
  if (regulation) return regulation
  throw new UsageError(`没有规范包 ${id}，可用的有：${law.ids.join('、')}。`)
}

function collected(
  wanted: WantedItem,
  regulation: Regulation,
  prompts: ConfigPrompts | undefined,
): Promise<Item> {
  const prompt = prompts && ((asked: WantedItem, given: Item) => prompts.rest(asked, given, regulation))
  return collectItem(wanted, { from: undefined, sets: [], ...(prompt && { prompt }) })
}

/** What forms print of the office, asked for where it was not given; each can be left out. */
async function withParticulars(
  prompts: ConfigPrompts,
  place: ItemPlace,
  regulation: Regulation,
  item: Item,
  again: boolean,
): Promise<Item> {
  const unit = itemOrEmpty(item.unit)
  const ofUnit = PARTICULARS.filter((key) => again || unit[key] === undefined)
  // While the text is a draft, papers cite the office's own basis (`form-confirmation`).
  const isWanted = regulation.status === 'draft' && (again || item.localBasis === undefined)
  const ofOffice = isWanted ? ['localBasis'] : []
  if (!ofUnit.length && !ofOffice.length) return item
  prompts.say('以下各栏由文书使用，暂时不清楚的可以跳过，以后再运行 ejc init 补填。')
  const asked = { ...place, required: [] }
  const filled = await collected(
    { ...asked, path: ['unit'], ask: ofUnit, defaults: unit },
    regulation,
    prompts,
  )
  return collected({ ...asked, ask: ofOffice, defaults: { ...item, unit: filled } }, regulation, prompts)
}

/** Case numbers begin with capitals: ab means AB. */
function withCapitals(start: Item): { readonly start: Item; readonly notes: readonly string[] } {
  const { idPrefix } = start
  if (typeof idPrefix !== 'string') return { start, notes: [] }
  const capitals = inCapitals(idPrefix)
  const notes = capitals === idPrefix ? [] : [`案件编号前缀“${shownValue(idPrefix)}”已改成大写 ${capitals}。`]
  return { start: { ...start, idPrefix: capitals }, notes }
}

function validConfig(place: ItemPlace, item: Item): ConfigDocument {
  const problems = itemProblems(place, item)
  if (problems.length)
    throw new UsageError(['配置有误：', ...problems.map((problem) => `  ${problem}`)].join('\n'))
  // The schema boundary: the item has just been validated as ejc.yaml.
  return item as unknown as ConfigDocument
}
