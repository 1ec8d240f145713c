import { matterTitles } from './matters.ts'
import type { LimitEntry, ListItem, MatterEntry, PeriodEntry, PeriodValue, RegulationPack } from './pack.ts'
import { PERIOD_UNITS } from './units.ts'

/** The part of a pack that differs. */
export type DifferenceSection =
  | 'periods'
  | 'limits'
  | 'lists'
  | 'clauses'
  | 'rolling'
  | 'jurisdiction'
  | 'matters'
  | 'articles'

/** One entry that differs between two packs; null where a pack lacks it. */
export interface Difference {
  readonly section: DifferenceSection
  /** `screening`, `channels/inspection`, `breach`, `investigation-period`, `13`. */
  readonly id: string
  readonly title: string
  readonly from: string | null
  readonly to: string | null
}

const SUSPENDS = { yes: '不计入调查期限', no: '计入调查期限', unsettled: '是否计入调查期限未明' } as const

/** A period as the text gives it: `60 日（…，原则上）`, with its article. Units: 工作日, 日, 月, 年 as written. */
export function periodEntryText({ amount, unit, article, principle, advisory, values }: PeriodEntry): string {
  const nature = advisory ? '，供提醒用' : principle ? '，原则上' : ''
  const dated: readonly PeriodValue[] = values ?? [{ amount, unit, article }]
  return dated
    .map((value) => {
      const since = value.from === undefined ? '' : `自 ${value.from} 起 `
      return `${since}${value.amount} ${PERIOD_UNITS[value.unit]}（${value.article}${nature}）`
    })
    .join('；')
}

/** A limit as the text gives it, with its article. */
export function limitText(limit: LimitEntry): string {
  const { article, principle } = limit
  return `${limitValue(limit)}（${article}${principle ? '，原则上' : ''}）`
}

/** An amount in yuan, a percentage or a count. */
export function limitValue({
  amount,
  percent,
  count,
}: Pick<LimitEntry, 'amount' | 'percent' | 'count'>): string {
  return amount !== undefined ? `${amount} 元` : percent !== undefined ? `${percent}%` : `${count}`
}

/**
 * The entries in which the second pack differs from the first: figures, lists, clauses, rolling, jurisdiction, matters,
 * articles.
 */
export function packDifferences(from: RegulationPack, to: RegulationPack): Difference[] {
  return [
    ...differing('periods', from.periods, to.periods, ({ title }) => title, periodEntryText),
    ...differing('limits', from.limits, to.limits, ({ title }) => title, limitText),
    ...listDifferences(from, to),
    ...differing('clauses', byCode(from.clauses), byCode(to.clauses), ({ title }) => title, clauseEntryText),
    ...differing(
      'rolling',
      { rolling: from.rolling },
      { rolling: to.rolling },
      () => '末日顺延',
      rollingText,
    ),
    ...differing(
      'jurisdiction',
      { jurisdiction: from.jurisdiction },
      { jurisdiction: to.jurisdiction },
      () => '管辖',
      jurisdictionText,
    ),
    ...differing(
      'matters',
      placesByMatter(from),
      placesByMatter(to),
      ({ title }) => title,
      ({ where }) => where,
    ),
    ...differing('articles', byNumber(from), byNumber(to), ({ title }) => title, articleText),
  ]
}

/** Entries whose texts differ, in the order of the first pack, then those that only the second pack has. */
function differing<T>(
  section: DifferenceSection,
  from: Readonly<Record<string, T | undefined>>,
  to: Readonly<Record<string, T | undefined>>,
  titleOf: (entry: T) => string,
  textOf: (entry: T) => string,
): Difference[] {
  const ids = [...new Set([...Object.keys(from), ...Object.keys(to)])]
  return ids.flatMap((id) => {
    const [before, after] = [from[id], to[id]]
    const named = after ?? before
    const [old, fresh] = [before && textOf(before), after && textOf(after)]
    if (!named || old === fresh) return []
    return [{ section, id, title: titleOf(named), from: old ?? null, to: fresh ?? null }]
  })
}

function listDifferences(from: RegulationPack, to: RegulationPack): Difference[] {
  const names = [...new Set([...Object.keys(from.lists), ...Object.keys(to.lists)])]
  return names.flatMap((name) => {
    const [before, after] = [from.lists[name], to.lists[name]]
    const title = (after ?? before)?.title ?? name
    const items = differing(
      'lists',
      byCode(before?.items ?? []),
      byCode(after?.items ?? []),
      ({ short, label }) => `${title}：${short ?? label}`,
      listItemText,
    )
    return items.map((difference) => ({ ...difference, id: `${name}/${difference.id}` }))
  })
}

function listItemText({ label, department, suspends, government, covered, when }: ListItem): string {
  const more = [
    department,
    suspends && SUSPENDS[suspends],
    government,
    covered === undefined ? undefined : covered ? '适用' : '不适用',
    when && JSON.stringify(when),
  ].filter((part) => part !== undefined)
  return more.length ? `${label}（${more.join('，')}）` : label
}

function clauseEntryText({
  title,
  required,
  article,
  formSection,
}: RegulationPack['clauses'][number]): string {
  return `${title}（${required ? '应当写明' : '可以不写'}，${article}，文书 ${formSection}）`
}

function rollingText({ rolls, article }: NonNullable<RegulationPack['rolling']>): string {
  return `${rolls ? '顺延至其后第一个工作日' : '不顺延'}（${article}）`
}

function jurisdictionText(jurisdiction: NonNullable<RegulationPack['jurisdiction']>): string {
  const { rules, otherwise, authorized } = jurisdiction
  return [...rules, otherwise, ...authorized].map(({ level, reason }) => `${level}：${reason}`).join('；')
}

function articleText({ title, gist }: RegulationPack['articles'][number]): string {
  return `${title}。${gist}`
}

function byCode<T extends { readonly code: string }>(items: readonly T[]): Record<string, T> {
  return Object.fromEntries(items.map((item) => [item.code, item]))
}

function byNumber({ articles }: RegulationPack): Record<string, RegulationPack['articles'][number]> {
  return Object.fromEntries(articles.map((article) => [String(article.number), article]))
}

/** Where each matter is written; those that the text lacks are left out. */
function placesByMatter({
  matters,
}: RegulationPack): Record<string, { readonly title: string; readonly where: string }> {
  const entries: Readonly<Record<string, MatterEntry>> = matters
  return Object.fromEntries(
    Object.entries(matterTitles).flatMap(([id, title]) => {
      const { article, item = '', absent } = entries[id] ?? {}
      return article === undefined || absent ? [] : [[id, { title, where: `${article}${item}` }] as const]
    }),
  )
}

/** The part of a deadline that two laws can count differently. */
interface CountedDeadline {
  readonly deadline: string
  readonly title: string
  readonly subject: string | null
  readonly due: string | null
  readonly rolledDue: string | null
  readonly status: string
}

/** A deadline whose count differs; undefined on the side where it does not arise. */
export interface DeadlineChange<T extends CountedDeadline> {
  readonly from: T | undefined
  readonly to: T | undefined
}

/** The deadlines of one case whose last day or status differ between two counts, in the order of the second. */
export function deadlineChanges<T extends CountedDeadline>(
  from: readonly T[],
  to: readonly T[],
): DeadlineChange<T>[] {
  const before = new Map(from.map((each) => [deadlineKey(each), each]))
  const after = new Map(to.map((each) => [deadlineKey(each), each]))
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [old, fresh] = [before.get(key), after.get(key)]
    return old && fresh && isSame(old, fresh) ? [] : [{ from: old, to: fresh }]
  })
}

function deadlineKey({ deadline, subject }: CountedDeadline): string {
  return `${deadline} ${subject ?? ''}`
}

function isSame(a: CountedDeadline, b: CountedDeadline): boolean {
  return a.due === b.due && a.rolledDue === b.rolledDue && a.status === b.status
}
