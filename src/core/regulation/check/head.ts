import { isUsableDate } from '../../calendar/dates.ts'
import type { Path } from '../../facts/locations.ts'
import { closestChoice } from '../../schema/suggest.ts'
import { isMap } from '../complete.ts'
import { packEntries } from '../entries.ts'
import type { Json, JsonObject, RawPack } from '../pack.ts'
import { holdsFor, regionName } from '../region.ts'
import { contradiction, type PackFault } from './fault.ts'

/** Contradictions in the head of a pack, and in the days of the texts that it lists. */
export function headFaults(raw: RawPack, packs: readonly RawPack[]): PackFault[] {
  const { status, effectiveFrom, supersededBy } = raw
  return [
    ...(status === 'in-force' && effectiveFrom === undefined ? [contradiction(['status'], noFirstDay)] : []),
    ...(status === 'superseded' && supersededBy === undefined
      ? [contradiction(['status'], noSuccessor)]
      : []),
    ...(supersededBy === raw.id
      ? [contradiction(['supersededBy'], '不能由自己取代：请写取代它的规范包。')]
      : []),
    ...unknownSuccessor('supersededBy', raw, packs),
    ...daysReversed(raw, []),
    ...unrealDays(raw),
    ...packEntries(raw.laws, ['laws']).flatMap(({ data, path }) => daysReversed(data, path)),
  ]
}

/** A text of another place than that of the office. */
export function regionFaults({ region }: RawPack, office: string | undefined): PackFault[] {
  if (typeof region !== 'string' || office === undefined || holdsFor(region, office)) return []
  const message = `适用地区是 ${regionName(region)}，本库在 ${regionName(office)}：请改正 region；本库的地区写错的，改正 ejc.yaml 的 region.code。`
  return [contradiction(['region'], message)]
}

const noFirstDay = '状态是 in-force（现行），没有写施行日期：请补上 effectiveFrom，或者把 status 改为 draft。'
const noSuccessor = '状态是 superseded（已被取代），没有写被何取代：请补上 supersededBy。'

/** For `extends`, the failed merge reports it. */
function unknownSuccessor(key: 'supersededBy', raw: RawPack, packs: readonly RawPack[]): PackFault[] {
  const named = raw[key]
  if (typeof named !== 'string' || packs.some(({ id }) => id === named)) return []
  const others = packs.filter(({ id }) => id !== raw.id).map(({ id }) => ({ code: id, label: id }))
  const meant = closestChoice(named, others)
  const hint = meant ? `是否想写 ${meant.code}？` : `现有：${others.map(({ code }) => code).join('、')}。`
  return [contradiction([key], `没有名为 ${named} 的规范包。${hint}`)]
}

function daysReversed({ effectiveFrom, effectiveTo }: JsonObject, path: Path): PackFault[] {
  if (typeof effectiveFrom !== 'string' || typeof effectiveTo !== 'string') return []
  if (effectiveFrom <= effectiveTo) return []
  return [
    contradiction(
      [...path, 'effectiveTo'],
      `失效日期 ${effectiveTo} 早于施行日期 ${effectiveFrom}：请核对两个日期。`,
    ),
  ]
}

const DAY_KEYS: ReadonlySet<string> = new Set(['effectiveFrom', 'effectiveTo', 'from'])

/** Days in the right form that no calendar has: 2026-02-30. */
function unrealDays(node: Json, path: Path = []): PackFault[] {
  if (Array.isArray(node)) return node.flatMap((item, index) => unrealDays(item, [...path, index]))
  if (!isMap(node)) return []
  return Object.entries(node).flatMap(([key, child]): PackFault[] => {
    const place = [...path, key]
    if (!DAY_KEYS.has(key) || typeof child !== 'string') return unrealDays(child, place)
    if (isUsableDate(child)) return []
    return [{ kind: 'schema', path: place, message: `「${child}」不是真实存在的日期：请核对年月日。` }]
  })
}
