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
 * Units in the order of the text: by their matter, then by id; those without a matter come first. A unit with `after`
 * comes directly after the unit that it names. @throws Error that names a unit without a matter.
 */
export function byMatter(units: readonly Unit[]): Unit[] {
  const matters = matterIds()
  const places = new Map(units.map((unit) => [unit, rankInText(unit, matters)]))
  const place = (unit: Unit): number => places.get(unit) ?? 0
  const ordered = units.toSorted((a, b) => place(a) - place(b) || byId(a, b))
  return withFollowers(ordered, 'id', undefined)
}

function rankInText({ file, name, says }: Unit, matters: readonly string[]): number {
  if (says.matter === null) return -1
  const found = matters.indexOf(says.matter ?? '')
  if (found < 0)
    throw new Error(`${file}: ${name} must say a matter of schemas/regulation.schema.json, or null`)
  return found
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

/** Each command after the one that its `after` names. @throws Error that names a command that comes after none. */
export function byPredecessor(commands: readonly Unit[]): Unit[] {
  return withFollowers(
    commands.toSorted((a, b) => (said(a, 'name') < said(b, 'name') ? -1 : 1)),
    'name',
    null,
  )
}

/** The units whose `after` is `first`, each with its own followers behind it; otherwise in the given order. */
function withFollowers(units: readonly Unit[], key: string, first: null | undefined): Unit[] {
  const follow = (name: string | null | undefined): Unit[] =>
    units.filter(({ says }) => says.after === name).flatMap((unit) => [unit, ...follow(said(unit, key))])
  const ordered = follow(first)
  const lost = units.find((unit) => !ordered.includes(unit))
  if (!lost) return ordered
  const { after } = lost.says
  throw new Error(
    after
      ? `${lost.file}: comes after '${after}', which is not there`
      : `${lost.file}: must say after which other it comes, in after: '…'`,
  )
}

function byId(a: Unit, b: Unit): number {
  return said(a, 'id') < said(b, 'id') ? -1 : 1
}
