import type { ListItem } from '../../../core/regulation/pack.ts'
import { AUTONOMOUS_REGION, cities, counties, type OfficePlace, officePlaceWithCode } from './places.ts'
import type { OfficeByName, OfficeKind } from './regions.ts'

/** A choice of a list, with what the officer sees. */
interface Offered {
  readonly value: string
  readonly name: string
}

/** Asks for one of some choices, the proposal first. `say` tells something between two questions. */
export interface OfficePrompts {
  readonly say: (text: string) => void
  readonly choose: (
    at: string,
    title: string,
    choices: readonly Offered[],
    proposal: string,
  ) => Promise<string>
}

const OTHER: Offered = { value: 'other', name: '（不在其中，接着自己填写）' }

/** Asks which kind of office it is; not asked where the text tells no kinds apart. */
export async function askKind(
  { choose }: OfficePrompts,
  kinds: readonly ListItem[],
  proposal: OfficeKind,
): Promise<string> {
  if (!kinds.length) return proposal
  const choices = kinds.map(({ code, label, help }) => {
    return { value: code, name: help ? `${label}：${help}` : label }
  })
  return choose('unit.kind', '本单位是哪一类承办单位？', choices, proposal)
}

/**
 * Asks where the office is: a county for a branch or a county's department, else the region or a city. Undefined for
 * another place.
 */
export async function askPlace(
  { choose, say }: OfficePrompts,
  { place, recognised }: OfficeByName,
  kind: OfficeKind,
): Promise<OfficePlace | undefined> {
  const city = place.city ?? (cities.includes(place) ? place : undefined)
  const near = counties.filter((each) => !city || each.city === city)
  const offered = kind === 'department' ? [AUTONOMOUS_REGION, ...cities] : near
  const choices = offered.map((each) => ({
    value: each.code,
    name: each.city && !city ? `${each.city.name}${each.name}` : each.name,
  }))
  const known = kind === 'department' ? (place.city ?? place) : place
  const proposal = recognised && offered.includes(known) ? known.code : ''
  const chosen = officePlaceWithCode(await choose('place', '本单位在哪里？', [...choices, OTHER], proposal))
  if (proposal && chosen && chosen !== known && chosen.city !== known)
    say(`单位名称里写的是${known.name}，选的是${chosen.name}：选错的按 Esc 返回。`)
  return chosen
}
