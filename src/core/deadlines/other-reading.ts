import { compare, type IsoDate } from '../calendar/dates.ts'
import type { Period } from '../regulation/regulation.ts'
import { hasPassed, type Setting } from '../setting.ts'
import type { CountPlan } from './count.ts'
import { atLatest, type Counted, type CountedAtLatest, countAtLatest } from './counting.ts'
import type { OtherReading } from './define.ts'
import { type GoverningVersion, showPeriod, versionOn } from './period.ts'

/**
 * The other reading of an unsettled text, where it gives another day. Of several, the one that ends first is shown
 * while there is time, as a warning; once the strict day has passed, the one that ends last, since it may still save
 * the deadline.
 */
export function otherReading(plan: CountPlan, strict: Counted, setting: Setting): OtherReading | undefined {
  const readings = [
    unsettledReading(plan, setting),
    rolledReading(plan, setting),
    formerPeriodReading(plan, strict.former, setting),
    ...(plan.otherStart?.byFormerPeriod
      ? [formerInterruptionReading(plan, plan.otherStart.byFormerPeriod, setting)]
      : []),
  ]
  const others = readings.filter(
    (reading) =>
      reading !== undefined && (reading.due !== strict.due || reading.rolledDue !== strict.rolledDue),
  )
  const inOrder = others.toSorted((a, b) => compare(a?.rolledDue ?? '9', b?.rolledDue ?? '9'))
  const isPast = inOrder.length > 1 && strict.rolledDue !== null && hasPassed(setting, strict.rolledDue)
  const chosen = isPast ? inOrder.at(-1) : inOrder[0]
  return chosen && { ...chosen, because: setting.regulation.written(chosen.because) }
}

/** The count with the unsettled spans subtracted, or from the unsettled start. */
function unsettledReading(plan: CountPlan, setting: Setting): OtherReading | undefined {
  const unsettled = plan.suspensions.filter((span) => span.unsettled)
  const { start, period, because: why = '' } = plan.otherStart ?? {}
  if (!unsettled.length && !start && !period) return undefined
  const wide = countAtLatest({ ...plan, ...(start && { start }), ...(period && { period }) }, setting)
  const spans = [...new Set(unsettled.map((span) => span.what))].join('、')
  const because = [spans && `${spans}的时间是否计入期限，条文未作明确规定`, why]
  return { ...reached(wide), because: because.filter(Boolean).join('；') }
}

/** The last day moved off a rest day, where it is unsettled whether it moves. */
function rolledReading(
  { exact: _, mayRoll, ...rolling }: CountPlan,
  setting: Setting,
): OtherReading | undefined {
  if (mayRoll === undefined) return undefined
  return { ...reached(countAtLatest(rolling, setting)), because: mayRoll }
}

function reached(counted: CountedAtLatest): Omit<OtherReading, 'because'> {
  return { due: counted.due, rolledDue: counted.rolledDue, ...atLatest(counted) }
}

const UNSETTLED_CHANGE = '新旧如何衔接，条文未作明确规定'

/** The end by the version under which the clock began, where no text says which of the two governs it. */
function formerPeriodReading(
  plan: CountPlan,
  former: GoverningVersion['former'],
  setting: Setting,
): OtherReading | undefined {
  if (!former) return undefined
  const { period, changedOn } = former
  const counted = countAtLatest({ ...plan, period: withoutVersions(period) }, setting)
  const because = `期限进行中法律有修改（${changedOn} 起），${UNSETTLED_CHANGE}；依原规定（${period.article}）为 ${showPeriod(period)}`
  return { ...reached(counted), because }
}

/** The end if only the period as it was when the clock began decides which facts interrupted it. */
function formerInterruptionReading(plan: CountPlan, start: IsoDate, setting: Setting): OtherReading {
  const version = plan.period && versionOn(plan.period, start)
  const counted = countAtLatest(
    { ...plan, start, ...(version && { period: withoutVersions(version) }) },
    setting,
  )
  const because = `中断发生时，依原规定（${version?.article ?? ''}）期限已经届满；${UNSETTLED_CHANGE}`
  return { ...reached(counted), because }
}

function withoutVersions({ versions: _, ...period }: Period): Period {
  return period
}
