import { tooManyAgents } from '../../../core/facts/agents.ts'
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
  namingFor,
  placedProblems,
  type WantedItem,
} from '../../shared/answers/collect.ts'
import type { ItemPlace } from '../../shared/answers/set.ts'
import { UsageError } from '../../shared/exit.ts'
import { type GivenConfig, givenConfig, withOption } from './given.ts'
import { askKind, askPlace, type OfficePrompts } from './office.ts'
import { nameOnPapers } from './on-papers.ts'
import { officePlaceWithCode } from './places.ts'
import { type OfficeByName, type OfficeKind, officeByName, officeDefaults } from './regions.ts'

const CONFIG_KEYS = ['region', 'level', 'idPrefix', 'obligee', 'reformOffice', 'court', 'regulation']
/** Without it no case can be registered. */
const OF_EVERY_CASE = ['obligee']
/** Forms print them; all of them can wait. */
const PARTICULARS = ['representative', 'address', 'phone', 'creditCode', 'replyTo', 'agents']

/** Asks for the configuration: first what the office is, from which most of the rest follows. */
export interface ConfigPrompts extends OfficePrompts {
  readonly unitName: (known: string | undefined) => Promise<string>
  readonly rest: (wanted: WantedItem, given: Item, regulation: Regulation) => Promise<Item>
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
  given: GivenConfig,
  prompts: ConfigPrompts | undefined,
): Promise<CollectedConfig> {
  const { from, recorded } = given
  const naming = namingFor(prompts !== undefined, from)
  const place = { name: 'config', path: [], lists: listsOf(law, recorded), naming } as const
  const { start, notes } = withCapitals(givenConfig(place, given))
  const old = itemOrEmpty(recorded)
  const unit = { ...itemOrEmpty(old.unit), ...itemOrEmpty(start.unit) }
  const name = await nameOf(start, unit, prompts)
  const regulation = chosenRegulation(law, start.regulation ?? old.regulation)
  const office = await officeOf(name, { start, recorded, regulation }, prompts)
  const { lists } = regulation
  const ofUnit = { ...place, lists, path: ['unit'] }
  const named = { unit: { ...unit, name }, start, old, office }
  const known = {
    ...knownConfig(start, recorded, office),
    unit: await signingUnit(ofUnit, named, regulation, prompts),
  }
  const ask = CONFIG_KEYS.filter((key) => start[key] === undefined)
  const asked = { ...place, lists, ask, required: OF_EVERY_CASE, defaults: known }
  const item = await collected(asked, regulation, prompts)
  const whole = prompts
    ? await withParticulars(prompts, { ...place, lists }, regulation, item, recorded !== undefined)
    : item
  const config = validConfig({ ...place, lists }, whole, regulation, given)
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

/** What is known of the unit while it is set up. */
interface KnownUnit {
  readonly unit: Item
  readonly start: Item
  readonly old: Item
  readonly office: Office
}

/** The unit with its kind, and with the name on its papers where that is another's. */
async function signingUnit(
  place: ItemPlace,
  { unit, start, old, office: { kind, place: at, isKnown } }: KnownUnit,
  regulation: Regulation,
  prompts: ConfigPrompts | undefined,
): Promise<Item> {
  const whole: Item = { ...unit, ...(isKnown && { kind }) }
  const { inNameOf: _, ...own } = whole
  const name = String(unit.name)
  const asked = { ask: ['inNameOf'], required: ['inNameOf'], defaults: { name, kind } }
  const inNameOf = await nameOnPapers(
    { name, kind, place: at, given: itemOrEmpty(start.unit), recorded: itemOrEmpty(old.unit) },
    prompts,
    () => collected({ ...place, ...asked }, regulation, prompts),
  )
  return inNameOf === undefined ? own : { ...own, inNameOf }
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
  // A name that holds no place says nothing of where the office is: it stays where it was.
  const isAsBefore = recorded?.unit?.name === name || !byName.recognised
  const proposed = before && isAsBefore ? before : byName
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
  return {
    place: officePlaceWithCode(region.code) ?? byName.place,
    kind: kind as OfficeKind,
    recognised: true,
  }
}

/** What was recorded, where it did not follow from what the office was thought to be, and else what follows now. */
function followed(recorded: ConfigDocument | undefined, { place, kind, before }: Office): Item {
  const { region: _, ...now }: Item = { ...officeDefaults(place, kind) }
  if (!recorded || !before) return now
  const { region: __, ...then }: Item = { ...officeDefaults(before.place, before.kind) }
  const kept = Object.entries(recorded).filter(([key, value]) => !isSame(value, then[key]))
  return { ...now, ...Object.fromEntries(kept) }
}

/** What need not be asked, beside the unit: what the call gives, what was recorded, what follows from the office. */
function knownConfig(start: Item, recorded: ConfigDocument | undefined, office: Office): Item {
  const region = { ...regionOf(recorded, office), ...itemOrEmpty(start.region) }
  return {
    schema: 1,
    regulation: defaultRegulation,
    remind: usualReminder,
    ...followed(recorded, office),
    ...start,
    ...(office.isElsewhere ? {} : { region }),
  }
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
  const whose = typeof unit.inNameOf === 'string' ? `填${unit.inNameOf}的，` : ''
  prompts.say(`以下各栏由文书使用，${whose}暂时不清楚的可以跳过，生成文书时会再问。`)
  const asked = { ...place, required: [] }
  const ofPlace = { ...asked, path: ['unit'] }
  const given = await collected({ ...ofPlace, ask: ofUnit, defaults: unit }, regulation, prompts)
  const tooMany = agentsProblem(given, regulation)
  if (tooMany) prompts.say(`${tooMany}：请重新填写，只留下办理案件的。`)
  const filled = tooMany
    ? await collected({ ...ofPlace, ask: ['agents'], defaults: given }, regulation, prompts)
    : given
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

/** What is wrong with so many agents of the unit; undefined where they are not too many. */
function agentsProblem({ agents }: Item, regulation: Regulation): string | undefined {
  return Array.isArray(agents) ? tooManyAgents(regulation, agents) : undefined
}

function validConfig(
  place: ItemPlace,
  item: Item,
  regulation: Regulation,
  given: GivenConfig,
): ConfigDocument {
  const tooMany = agentsProblem(itemOrEmpty(item.unit), regulation)
  const problems = [
    ...placedProblems(place, item).map((problem) => withOption({ ...place, path: [] }, given, problem)),
    ...(tooMany ? [`unit.agents：${tooMany}，请只留下办理案件的。`] : []),
  ]
  if (problems.length)
    throw new UsageError(['配置有误：', ...problems.map((problem) => `  ${problem}`)].join('\n'))
  // The schema boundary: the item has just been validated as ejc.yaml.
  return item as unknown as ConfigDocument
}
