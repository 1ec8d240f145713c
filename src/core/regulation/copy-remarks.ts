import type { Path } from '../facts/locations.ts'
import { articleName } from './article.ts'
import { isMap } from './complete.ts'
import { limitValue } from './diff.ts'
import { packEntries } from './entries.ts'
import { isMatter, matterTitles } from './matters.ts'
import type { JsonObject, PeriodEntry, RegulationPack } from './pack.ts'
import { citationIn } from './place-in-text.ts'
import { regionName } from './region.ts'
import { PERIOD_UNITS } from './units.ts'

/** The comment above an entry of a new pack. */
export interface Remark {
  readonly path: Path
  /** The article of the entries from here on, where a new article begins. */
  readonly group?: string
  /** The Chinese title, and the copied value: 损害调查的期限（原：… ）. */
  readonly text: string
}

const COMPARED = [
  'matters',
  'articles',
  'annexes',
  'points',
  'periods',
  'limits',
  'lists',
  'clauses',
  'forms',
  'laws',
]

/** A remark for each entry of a copied pack: its title, and its value in `source`. */
export function remarksOf(data: JsonObject, source: RegulationPack): Remark[] {
  let group: string | undefined
  const remarks = COMPARED.flatMap((section) =>
    packEntries(data[section], [section]).map(({ key, path, data: entry }): Remark => {
      const text = remarkText(section, key, entry, source)
      if (section !== 'matters') return { path, text }
      const before = group
      group = articleHeading(key, source)
      return { path, text, ...(group !== before && { group }) }
    }),
  )
  const single = ['jurisdiction', 'rolling'].flatMap((section): Remark[] => {
    const text = section === 'jurisdiction' ? '哪一级负责' : '期限最后一日逢休假日怎么办'
    return isMap(data[section]) ? [{ path: [section], text: withSource(text, section, section, source) }] : []
  })
  const place =
    data.review === undefined
      ? []
      : [{ path: ['region'], text: `适用地区（原：${source.id} ${regionName(`${source.region}`)}）` }]
  return [...place, ...remarks, ...single]
}

/** The article or annex with its title, as a heading over its matters. */
function articleHeading(matter: string, { matters, articles, annexes }: RegulationPack): string {
  const { article, absent } = (isMatter(matter) ? matters[matter] : undefined) ?? {}
  if (article === undefined || absent) return '没有规定的事项'
  const title =
    articles.find(({ number }) => articleName(number) === article)?.title ??
    annexes.find(({ number }) => `附件${number}` === article)?.title
  return title === undefined ? article : `${article} ${title}`
}

function remarkText(section: string, key: string, entry: JsonObject, source: RegulationPack): string {
  if (section === 'matters') return withSource(isMatter(key) ? matterTitles[key] : key, section, key, source)
  const name = `${entry.title ?? key}`
  const title =
    section === 'articles'
      ? `${articleName(Number(key))} ${name}`
      : section === 'annexes'
        ? `附件${key} ${name}`
        : name
  return withSource(title, section, key, source)
}

function withSource(title: string, section: string, key: string, source: RegulationPack): string {
  const copied = [citationIn(source, section, key), valueIn(source, section, key)].filter(
    (part) => part !== undefined,
  )
  const unknown = section === 'laws' && !source.laws.some(({ id }) => id === key)
  return unknown ? `${title}（新增）` : `${title}（原：${`${source.id} ${copied.join('，')}`.trimEnd()}）`
}

/** The value of an entry beside its article: the figure, the number of choices, whether a clause is required. */
function valueIn(source: RegulationPack, section: string, key: string): string | undefined {
  const [period, limit, list] = [source.periods[key], source.limits[key], source.lists[key]]
  const clause = source.clauses.find(({ code }) => code === key)
  if (section === 'periods') return period && periodFigure(period)
  if (section === 'limits') return limit && limitValue(limit)
  if (section === 'lists') return list && `${list.items.length} 项`
  if (section === 'clauses') return clause && (clause.required ? '应当写明' : '可以不写')
  if (section !== 'matters') return undefined
  return isMatter(key) && source.matters[key]?.absent ? '没有规定' : undefined
}

function periodFigure({ amount, unit, values }: PeriodEntry): string {
  const dated = values ?? [{ amount, unit, from: undefined }]
  return dated
    .map(
      (value) =>
        `${value.from === undefined ? '' : `自 ${value.from} 起 `}${value.amount} ${PERIOD_UNITS[value.unit]}`,
    )
    .join('，')
}
