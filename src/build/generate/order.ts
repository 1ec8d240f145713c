import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { readSchema } from './prepare.ts'
import { said, type Unit } from './units.ts'

const packs = 'src/law/regulations'

/** The ids of the matters, in the order of the text. */
export function matterIds(): string[] {
  return Object.keys(readSchema('regulation').properties?.matters?.properties ?? {})
}

/**
 * Units in the order of the text: by their matter, then by id; first those that rest on no matter. One that says `after`
 * stands behind the one that it names. @throws Error that names a unit without a matter.
 */
export function byMatter(units: readonly Unit[]): Unit[] {
  const matters = matterIds()
  const places = new Map(units.map((unit) => [unit, placeOf(unit, matters)]))
  const place = (unit: Unit): number => places.get(unit) ?? 0
  const ordered = units.toSorted((a, b) => place(a) - place(b) || byId(a, b))
  return ordered.reduce(putBehind, ordered)
}

function placeOf({ file, name, says }: Unit, matters: readonly string[]): number {
  if (says.matter === null) return -1
  const found = matters.indexOf(says.matter ?? '')
  if (found < 0)
    throw new Error(`${file}: ${name} must say a matter of schemas/regulation.schema.json, or null`)
  return found
}

/** A unit that says `after` which other it comes is put behind that one. @throws Error where there is none of that id. */
function putBehind(units: readonly Unit[], unit: Unit): Unit[] {
  const { after } = unit.says
  if (after === undefined) return [...units]
  const others = units.filter((other) => other !== unit)
  const before = others.findIndex(({ says }) => says.id === after)
  if (before < 0) throw new Error(`${unit.file}: comes after '${after}', which is not there`)
  return others.toSpliced(before + 1, 0, unit)
}

/** Forms as the packs list them: those of the annex first; last those that no pack lists. */
export function byPack(forms: readonly Unit[]): Unit[] {
  const listed = readdirSync(packs)
    .sort()
    .flatMap((file): string[] => {
      const pack: { forms?: { id: string }[] } | null = parse(readFileSync(`${packs}/${file}`, 'utf8'))
      return (pack?.forms ?? []).map(({ id }) => id)
    })
  const place = (form: Unit): number => {
    const found = listed.indexOf(said(form, 'id'))
    return found < 0 ? listed.length : found
  }
  return forms.toSorted((a, b) => place(a) - place(b) || byId(a, b))
}

/** Each command behind the one that it says it comes `after`. @throws Error that names a command that comes after none. */
export function byPredecessor(commands: readonly Unit[]): Unit[] {
  const follow = (name: string | null): Unit[] =>
    commands
      .filter(({ says }) => says.after === name)
      .toSorted((a, b) => (said(a, 'name') < said(b, 'name') ? -1 : 1))
      .flatMap((command) => [command, ...follow(said(command, 'name'))])
  const ordered = follow(null)
  const lost = commands.find((command) => !ordered.includes(command))
  if (lost) throw new Error(`${lost.file}: must say after which command it comes, in after: '…'`)
  return ordered
}

function byId(a: Unit, b: Unit): number {
  return said(a, 'id') < said(b, 'id') ? -1 : 1
}
