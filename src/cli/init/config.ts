import type { ConfigDocument } from '../../core/facts/documents.ts'
import type { Item } from '../../core/stages/define.ts'
import { defaultRegulation, type Law } from '../../repository/law.ts'
import { collectItem, problemsOf, type Wanted } from '../answers/collect.ts'
import { readFrom } from '../answers/from.ts'
import { applySets, type Place } from '../answers/set.ts'
import { UsageError } from '../exit.ts'
import { defaultsFor } from './regions.ts'

/** The particulars of the office come last: forms print them, and all but the name can wait. */
const ASKED = ['region', 'level', 'idPrefix', 'obligee', 'reformOffice', 'court', 'regulation', 'unit']

/** Who may be asked: for the name of the office first, from which most of the rest follows. */
export interface ConfigPrompts {
  readonly unitName: () => Promise<string>
  readonly rest: (wanted: Wanted, given: Item) => Promise<Item>
}

export interface CollectedConfig {
  readonly config: ConfigDocument
  /** Whether the region was read off the office's name or given; else it is a guess to be checked. */
  readonly recognised: boolean
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
  const start = itemOf(applySets(place, given.from === undefined ? {} : readFrom(given.from), given.sets))
  const unit = itemOf(start.unit)
  const name = typeof unit.name === 'string' ? unit.name : await prompts?.unitName()
  if (!name)
    throw new UsageError('缺少 unit.name（承办单位名称）：请用 --set unit.name=… 或 --from 文件 给出。')
  const { recognised, region, ...rest } = defaultsFor(name)
  const known = {
    schema: 1,
    regulation: defaultRegulation,
    remind: { withinDays: 7 },
    ...rest,
    ...start,
    region: { ...region, ...itemOf(start.region) },
    unit: { ...unit, name },
  }
  const lists = law.regulation(String(known.regulation))?.lists
  if (!lists) throw new UsageError(`没有规范包 ${known.regulation}，可用的有：${law.ids.join('、')}。`)
  const wanted = {
    ...place,
    lists,
    ask: ASKED.filter(
      (key) => start[key] === undefined || (key === 'unit' && Object.keys(unit).length === 0),
    ),
    required: [],
    defaults: known,
  }
  const item = await collectItem(wanted, {
    from: undefined,
    sets: [],
    ...(prompts && { prompt: prompts.rest }),
  })
  return { config: checked({ ...place, lists }, item), recognised: recognised || start.region !== undefined }
}

function checked(place: Place, item: Item): ConfigDocument {
  const problems = problemsOf(place, item)
  if (problems.length)
    throw new UsageError(['配置有误：', ...problems.map((problem) => `  ${problem}`)].join('\n'))
  // The schema boundary: the item has just been validated as ejc.yaml.
  return item as unknown as ConfigDocument
}

function itemOf(value: unknown): Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}
