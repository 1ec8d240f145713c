import { figureMatters } from '../../../generated/matters.ts'
import { parseFen, showYuan } from '../../facts/money.ts'
import { isMap } from '../complete.ts'
import { packEntries, placedPath } from '../entries.ts'
import { isMatter, matterTitles } from '../matters.ts'
import type { JsonObject, PeriodUnit } from '../pack.ts'
import { PERIOD_UNITS } from '../units.ts'
import { contradiction, type PackFault } from './fault.ts'

/** Figures and matters of a file that contradict each other. */
export function figureFaults(raw: JsonObject, merged: JsonObject): PackFault[] {
  return [
    ...absentYetWritten(raw),
    ...absentYetSet(raw, merged),
    ...valuesOutOfOrder(raw),
    ...instalmentsReversed(raw, merged),
    ...simpleCaseAboveCeiling(raw, merged),
    ...clausesWithoutWords(raw, merged),
  ]
}

/** A matter that the text lacks according to the pack, and that still has an article there. */
function absentYetWritten(raw: JsonObject): PackFault[] {
  return packEntries(raw.matters, ['matters'])
    .filter(({ data }) => data.absent === true && data.article !== undefined)
    .map(({ key, path }) =>
      contradiction(
        [...path, 'article'],
        `「${matterTitle(key)}」既写 absent: true，又写了条文：请留下一个。`,
      ),
    )
}

/** A figure of a matter that the text lacks according to the pack: nothing would ever use it. */
function absentYetSet(raw: JsonObject, merged: JsonObject): PackFault[] {
  const matters = isMap(merged.matters) ? merged.matters : {}
  return Object.entries(figureMatters).flatMap(([section, figures]) => {
    const known: Readonly<Record<string, string>> = figures
    return packEntries(raw[section], [section]).flatMap(({ key, path, data }) => {
      const matter = known[key] ?? ''
      const entry = matters[matter]
      // A list may stay although the text lacks its matter, if it names another source.
      const stands = section === 'lists' && data.article !== undefined
      if (stands || !isMap(entry) || entry.absent !== true) return []
      const how =
        section === 'lists' ? '请删去，或者给它写上自己的 article' : '请删去，或者在 matters 写明条文'
      return [
        contradiction(
          path,
          `「${matterTitle(matter)}」（${matter}）写了 absent: true，这里却还有 ${key}：${how}。`,
        ),
      ]
    })
  })
}

function matterTitle(matter: string): string {
  return isMatter(matter) ? matterTitles[matter] : matter
}

/** Dated values stand from the oldest to the latest: the first has no day, and each other one a later day. */
function valuesOutOfOrder(raw: JsonObject): PackFault[] {
  return packEntries(raw.periods, ['periods']).flatMap(({ path, data }) => {
    const values = packEntries(data.values, [...path, 'values'])
    return values.flatMap(({ path: place, data: { from } }, index): PackFault[] => {
      if (index === 0) return from === undefined ? [] : [contradiction([...place, 'from'], firstHasNoDay)]
      if (typeof from !== 'string')
        return [contradiction(place, '第二个以后的数值要写自何日起（from）：请补上。')]
      const before = values[index - 1]?.data.from
      return typeof before === 'string' && before >= from
        ? [contradiction([...place, 'from'], notLater(from, before))]
        : []
    })
  })
}

const firstHasNoDay = '第一个数值是最早的，不写自何日起：请删去 from。'
const notLater = (from: string, before: string): string =>
  `自 ${from} 起的数值排在自 ${before} 起的后面：请按日期先后排列。`

/** Days of each unit, precise enough for a comparison: five of seven days are working days. */
const DAYS_PER_UNIT: Readonly<Record<PeriodUnit, number>> = {
  'working-day': 7 / 5,
  day: 1,
  month: 365.25 / 12,
  year: 365.25,
}

function instalmentsReversed(raw: JsonObject, merged: JsonObject): PackFault[] {
  const [normal, most] = ['instalments-normal', 'instalments-max'].map((id) => periodLength(merged, id))
  if (!normal || !most || normal.days <= most.days) return []
  const message = `分期赔付的一般期限（${normal.text}）长于最长期限（${most.text}）：请核对两个数值。`
  return [contradiction(placedPath(raw, ['periods', 'instalments-normal', 'amount']), message)]
}

function periodLength(
  { periods }: JsonObject,
  id: string,
): { readonly days: number; readonly text: string } | undefined {
  const entry = isMap(periods) ? periods[id] : undefined
  if (!isMap(entry) || typeof entry.amount !== 'number') return undefined
  const unit = isUnit(entry.unit) ? entry.unit : 'day'
  return { days: entry.amount * DAYS_PER_UNIT[unit], text: `${entry.amount} ${PERIOD_UNITS[unit]}` }
}

function isUnit(unit: unknown): unit is PeriodUnit {
  return typeof unit === 'string' && Object.hasOwn(DAYS_PER_UNIT, unit)
}

/** A region may raise the national limit of a simple case, and no higher than national policy lets it. */
function simpleCaseAboveCeiling(raw: JsonObject, merged: JsonObject): PackFault[] {
  const [own, ceiling] = ['simple-case', 'simple-case-ceiling'].map((id) => {
    const entry = isMap(merged.limits) ? merged.limits[id] : undefined
    return isMap(entry) && typeof entry.amount === 'string' ? parseFen(entry.amount) : undefined
  })
  if (own === undefined || ceiling === undefined || own <= ceiling) return []
  const message = `简单案件的损害数额 ${showYuan(own)} 超过国家给各地的上限 ${showYuan(ceiling)}：请核对数额。`
  return [contradiction(placedPath(raw, ['limits', 'simple-case', 'amount']), message)]
}

/** A clause without words is never found in a draft. */
function clausesWithoutWords(raw: JsonObject, merged: JsonObject): PackFault[] {
  return packEntries(merged.clauses, ['clauses']).flatMap(({ key, data: { recognise, title } }) => {
    if (!isMap(recognise)) return []
    const words = [recognise.headings, recognise.content, recognise.sentences].flatMap((list) => list ?? [])
    if (words.length > 0) return []
    const message = `条款「${String(title ?? key)}」没有识别用词，Word 稿里认不出它：请在 headings 写标题用词。`
    return [contradiction(placedPath(raw, ['clauses', key, 'recognise']), message)]
  })
}
