import type { PeriodUnit } from './pack.ts'

/** The name of a unit of time after its number. */
export const PERIOD_UNITS: Readonly<Record<PeriodUnit, string>> = {
  'working-day': '个工作日',
  day: '日',
  month: '个月',
  year: '年',
}
