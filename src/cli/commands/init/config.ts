import type { ConfigDocument } from '../../../core/facts/documents.ts'
import { usualReminder } from '../../../core/facts/reminder.ts'
import type { Regulation } from '../../../core/regulation/regulation.ts'
import { shownValue } from '../../../core/schema/messages.ts'
import type { Item } from '../../../core/stages/define.ts'
import { defaultRegulation, type Law } from '../../../repository/law.ts'
import { inCapitals } from '../../shared/answers/capitals.ts'
import { collectItem, itemOrEmpty, itemProblems, type WantedItem } from '../../shared/answers/collect.ts'
import { readFrom } from '../../shared/answers/from.ts'
import { applySets, type ItemPlace } from '../../shared/answers/set.ts'
import { UsageError } from '../../shared/exit.ts'
import { defaultsFor } from './regions.ts'

const CONFIG_KEYS = ['region', 'level', 'idPrefix', 'obligee', 'reformOffice', 'court', 'regulation']
/** Forms print them; all of them can wait. */
const PARTICULARS = ['representative', 'address', 'phone', 'creditCode', 'agents']

/** Asks for the configuration: first the name of the office, from which most of the rest follows. */
export interface ConfigPrompts {
  readonly unitName: () => Promise<string>
  readonly rest: (wanted: WantedItem, given: Item, regulation: Regulation) => Promise<Item>
  readonly say: (text: string) => void
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
 * ejc.yaml from --from, --set, the questions and what follows from the office's name.
 * Throws UsageError naming what is missing or wrong.
 */
export async function collectConfig(
  law: Law,
  given: { readonly from: string | undefined; readonly sets: readonly string[] },
  prompts: ConfigPrompts | undefined,
): Promise<CollectedConfig> {
  const place = { name: 'config', path: [], lists: {} } as const
  const { start, notes } = withCapitals(
    itemOrEmpty(applySets(place, given.from === undefined ? {} : readFrom(given.from), given.sets)),
  )
  const unit = itemOrEmpty(start.unit)
  const name = typeof unit.name === 'string' ? unit.name : await prompts?.unitName()
  if (!name)
    throw new UsageError('缺少 unit.name（承办单位名称）：请用 --set unit.name=… 或 --from 文件 给出。')
  const { recognised, region, ...rest } = defaultsFor(name)
  const known = {
    schema: 1,
    regulation: defaultRegulation,
    remind: usualReminder,
    ...rest,
    ...start,
    region: { ...region, ...itemOrEmpty(start.region) },
    unit: { ...unit, name },
  }
  const regulation = law.regulation(String(known.regulation))
  if (!regulation) throw new UsageError(`没有规范包 ${known.regulation}，可用的有：${law.ids.join('、')}。`)
  const { lists } = regulation
  const ask = CONFIG_KEYS.filter((key) => start[key] === undefined)
  const item = await collected({ ...place, lists, ask, required: [], defaults: known }, regulation, prompts)
  const whole = prompts ? await withParticulars(prompts, { ...place, lists }, regulation, item) : item
  const config = validConfig({ ...place, lists }, whole)
  return { config, regulation, recognised: recognised || start.region !== undefined, notes }
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
): Promise<Item> {
  const unit = itemOrEmpty(item.unit)
  const ofUnit = PARTICULARS.filter((key) => unit[key] === undefined)
  // While the text is a draft, papers cite the office's own basis (`form-confirmation`).
  const ofOffice = regulation.status === 'draft' && item.localBasis === undefined ? ['localBasis'] : []
  if (!ofUnit.length && !ofOffice.length) return item
  prompts.say('以下各栏由文书使用，暂时不清楚的可以跳过，以后在 ejc.yaml 里补。')
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
