import { type DataMap, isMapData } from '../facts/data.ts'

/** The entries of a list of a document or section; none where it is missing. */
export function listIn(section: unknown, key: string): DataMap[] {
  const list = isMapData(section) ? section[key] : undefined
  return Array.isArray(list) ? list.filter(isMapData) : []
}

/** The map at a place; an empty one where there is none. */
export const mapIn = (value: unknown): DataMap => (isMapData(value) ? value : {})

/** The lists of a meeting that name obligors. */
export const attendance = ['attended', 'absent', 'excused', 'withdrew', 'agreedWith', 'failedWith']

/** Whether a meeting names anybody. */
export function namesSomebody(meeting: DataMap): boolean {
  return attendance.some((key) => Array.isArray(meeting[key]) && meeting[key].length > 0)
}
