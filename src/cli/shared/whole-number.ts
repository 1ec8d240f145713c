import { UsageError } from './exit.ts'

/** Reads a whole number of an option; throws UsageError for anything else. */
export function wholeNumber(option: string): (value: string) => number {
  return (value) => {
    if (/^\d{1,6}$/.test(value)) return Number(value)
    throw new UsageError(`${option} 写的是“${value}”，应为不小于 0 的整数，例如 ${option} 7。`)
  }
}
