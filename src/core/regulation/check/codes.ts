import type { Path } from '../../facts/locations.ts'
import { isMap } from '../complete.ts'
import { packEntries, packValueAt, placedPath } from '../entries.ts'
import type { Json, JsonObject } from '../pack.ts'
import type { PackFault } from './fault.ts'

/** A code in a merged pack, and the list that must hold it. */
interface Reference {
  readonly path: Path
  readonly code: Json | undefined
  readonly list: string
}

/** The list of codes for each fact of a condition. */
const FACTS = {
  incidentGrade: 'incidentGrades',
  ecologicalGrade: 'incidentGrades',
  crossRegion: 'crossRegions',
  channel: 'channels',
} as const

/** Codes that lead nowhere: a department, a form, a level, a fact that the list of its kind does not hold. */
export function codeFaults(raw: JsonObject, merged: JsonObject): PackFault[] {
  const known = new Map<string, ReadonlySet<string>>()
  const codesOf = (list: string): ReadonlySet<string> => {
    const codes = known.get(list) ?? codesIn(merged, list)
    known.set(list, codes)
    return codes
  }
  return [...itemReferences(merged), ...levelReferences(merged)].flatMap(
    ({ path, code, list }): PackFault[] => {
      if (code === undefined || codesOf(list).has(String(code))) return []
      // A base pack may leave a list to the packs that extend it.
      if (merged.base === true && codesOf(list).size === 0) return []
      const where = list === 'forms' ? 'forms' : `lists.${list}`
      const message = `${where} 里没有 ${String(code)}：请核对代码，或者在 ${where} 补上这一项。`
      return [{ kind: 'contradiction', path: placedPath(raw, path), message }]
    },
  )
}

function codesIn(merged: JsonObject, list: string): ReadonlySet<string> {
  const section = list === 'forms' ? merged.forms : packValueAt(merged, ['lists', list, 'items'])
  return new Set(packEntries(section).map(({ key }) => key))
}

function itemReferences(merged: JsonObject): Reference[] {
  const items = (list: string): { readonly path: Path; readonly data: JsonObject }[] =>
    packEntries(packValueAt(merged, ['lists', list, 'items'])).map(({ key, data }) => ({
      path: ['lists', list, 'items', key],
      data,
    }))
  return [
    ...items('damageKinds').map(({ path, data }) => reference(path, data, 'department', 'departments')),
    ...items('enforcementInstruments').map(({ path, data }) => reference(path, data, 'form', 'forms')),
    ...items('evaluationExemptions').map(({ path, data }) =>
      reference(path, data, 'mode', 'substituteModes'),
    ),
    ...items('majorGrounds').flatMap(({ path, data }) => conditionReferences(path, data)),
  ]
}

function levelReferences({ jurisdiction }: JsonObject): Reference[] {
  if (!isMap(jurisdiction)) return []
  const { rules, otherwise, authorized } = jurisdiction
  const above: Path = ['jurisdiction', 'otherwise']
  return [
    ...packEntries(rules, ['jurisdiction', 'rules']).flatMap(({ path, data }) => [
      reference(path, data, 'level', 'levels'),
      ...conditionReferences(path, data),
    ]),
    ...(isMap(otherwise) ? [reference(above, otherwise, 'level', 'levels')] : []),
    ...packEntries(authorized, ['jurisdiction', 'authorized']).flatMap(({ path, data }) => [
      reference(path, data, 'level', 'levels'),
      reference(path, data, 'by', 'levels'),
    ]),
  ]
}

function reference(path: Path, data: JsonObject, key: string, list: string): Reference {
  return { path: [...path, key], code: data[key], list }
}

function conditionReferences(path: Path, { when }: JsonObject): Reference[] {
  if (!isMap(when)) return []
  return Object.entries(FACTS).flatMap(([fact, list]) => {
    const codes = when[fact]
    return (Array.isArray(codes) ? codes : []).map((code, index): Reference => {
      return { path: [...path, 'when', fact, index], code, list }
    })
  })
}
