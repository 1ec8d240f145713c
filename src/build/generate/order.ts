import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { readSchema } from './prepare.ts'
import { type SourceUnit, textUnder } from './units.ts'

const packs = 'src/law/regulations'

/** The ids of the matters, in the order of the text. */
export function matterIds(): string[] {
  return Object.keys(readSchema('regulation').properties?.matters?.properties ?? {})
}

/**
 * Units in the order of the text: in that of their matters in the schema, then by id. A unit with `matter: null`, which
 * rests on no norm, comes before all others; a unit with `after` comes directly after the unit that it names.
 * @throws Error that names a unit whose `matter` is left out or is not in the schema.
 */
export function byMatter(units: readonly SourceUnit[]): SourceUnit[] {
  const matters = matterIds()
  const places = new Map(units.map((unit) => [unit, rankInText(unit, matters)]))
  const place = (unit: SourceUnit): number => places.get(unit) ?? 0
  const ordered = units.toSorted((a, b) => place(a) - place(b) || byId(a, b))
  return withFollowers(ordered, 'id', undefined)
}

function rankInText({ file, name, says }: SourceUnit, matters: readonly string[]): number {
  if (says.matter === null) return -1
  const found = matters.indexOf(says.matter ?? '')
  if (found < 0)
    throw new Error(`${file}: ${name} must say a matter of schemas/regulation.schema.json, or null`)
  return found
}

/** Forms as the packs list them: those of the annex first; last those that no pack lists. */
export function byPack(forms: readonly SourceUnit[]): SourceUnit[] {
  const listed = packsWithForms().flatMap((file) => formsOf(file).map(({ id }) => id))
  const place = (form: SourceUnit): number => {
    const found = listed.indexOf(textUnder(form, 'id'))
    return found < 0 ? listed.length : found
  }
  return forms.toSorted((a, b) => place(a) - place(b) || byId(a, b))
}

/** The files of the packs that list forms; other packs take the list from the one that they extend. */
export function packsWithForms(): string[] {
  const files = readdirSync(packs).sort()
  return files.map((file) => `${packs}/${file}`).filter((file) => formsOf(file).length > 0)
}

/** The forms that a pack lists itself. */
function formsOf(file: string): readonly { readonly id: string }[] {
  const pack: { forms?: { id: string }[] } | null = parse(readFileSync(file, 'utf8'))
  return pack?.forms ?? []
}

/** Each command after the one that its `after` names. @throws Error that names a command that comes after none. */
export function byPredecessor(commands: readonly SourceUnit[]): SourceUnit[] {
  return withFollowers(
    commands.toSorted((a, b) => (textUnder(a, 'name') < textUnder(b, 'name') ? -1 : 1)),
    'name',
    null,
  )
}

/** The units whose `after` is `first`, each with its own followers behind it; otherwise in the given order. */
function withFollowers(units: readonly SourceUnit[], key: string, first: null | undefined): SourceUnit[] {
  const follow = (name: string | null | undefined): SourceUnit[] =>
    units.filter(({ says }) => says.after === name).flatMap((unit) => [unit, ...follow(textUnder(unit, key))])
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

function byId(a: SourceUnit, b: SourceUnit): number {
  return textUnder(a, 'id') < textUnder(b, 'id') ? -1 : 1
}
