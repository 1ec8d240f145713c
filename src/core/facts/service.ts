import { addDays, type IsoDate, latest } from '../calendar/dates.ts'
import type { Period } from '../regulation/regulation.ts'
import type { Service } from './documents.ts'

/**
 * The day a notice counts as served. By public notice: when its period (`public-notice-service`) has passed since the
 * publication, and not before, whatever day is on record; where the law sets no such period, the day on record alone.
 */
export function servedOn(service: Partial<Service>, publicNotice: Period | undefined): IsoDate | undefined {
  return latest(service.servedOn, deemedServedOn(service, publicNotice))
}

/** The day from which a published notice counts as served; undefined for one served otherwise. */
export function deemedServedOn(
  {
    method,
    servedOn,
    publishedOn,
  }: { readonly [Key in 'method' | 'servedOn' | 'publishedOn']?: string | undefined },
  publicNotice: Period | undefined,
): IsoDate | undefined {
  // A publication beside another way of service does not put that off.
  if (method !== 'public-notice' && servedOn) return undefined
  return publishedOn && publicNotice && addDays(publishedOn, publicNotice.amount)
}

/** Whether a notice reached its addressee or was published; failed attempts alone are no service. */
export function isServed({ servedOn, publishedOn }: Service): boolean {
  return servedOn !== undefined || publishedOn !== undefined
}
