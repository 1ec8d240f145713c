import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { unitFolders } from './folders.ts'
import { byMatter, byPack, byPredecessor } from './order.ts'
import { replaceFile } from './replace.ts'
import {
  definedIds,
  functionReturning,
  namedUnit,
  type SourceUnit,
  sourcesBelow,
  textUnder,
  unitsIn,
} from './units.ts'

const target = 'src/generated'
const deadlineMakers = ['defineDeadline', 'defineDeadlineForEach']

/** Writes the lists of all actions, rules, deadlines, forms and commands that stand in the sources, and their ids. */
export function generateIndexes(): void {
  const actions = byMatter(allIn(unitFolders.actions, ['defineAction']))
  const rules = byMatter(allIn(unitFolders.rules, ['defineRule', 'defineHistoryRule']))
  const deadlines = byMatter(someIn(unitFolders.deadlines, deadlineMakers))
  const forms = byPack(formsIn(unitFolders.forms))
  const [commands, hiddenCommands] = commandsIn()
  writeList('ids.ts', [
    union('ActionId', actions.map(idOf)),
    union('RuleId', [...rules.map(idOf), ...definedIds(unitFolders.describedRules, ['describeRule'])]),
    union('DeadlineId', deadlineIds()),
    union('FormId', forms.map(idOf)),
    union('CommandName', commands.map(nameOf)),
  ])
  writeList('actions.ts', unitLists({ actions }))
  writeList(
    'rules.ts',
    unitLists({
      caseRules: rules.filter(({ maker }) => maker === 'defineRule'),
      historyRules: rules.filter(({ maker }) => maker === 'defineHistoryRule'),
    }),
  )
  writeList('deadlines.ts', unitLists({ deadlines }))
  writeList('forms.ts', unitLists({ forms }))
  writeList('templates.ts', templatesOf(forms))
  writeList('commands.ts', [
    commandEntries('commands', commands),
    commandEntries('hiddenCommands', hiddenCommands),
  ])
}

/** The units of a folder in which every file holds one. */
function allIn(folder: string, makers: readonly string[]): SourceUnit[] {
  return sourcesBelow(folder).map((file) => namedUnit(folder, file, makers))
}

/** The units of a folder in which they stand beside what they share. @throws Error where two have one id. */
function someIn(folder: string, makers: readonly string[]): SourceUnit[] {
  const units = sourcesBelow(folder).flatMap((file) => unitsIn(file, makers))
  const ids = units.map(idOf)
  const twice = units.find((unit, index) => ids.indexOf(idOf(unit)) < index)
  if (twice) throw new Error(`${twice.file}: another has the id '${idOf(twice)}' already`)
  return units
}

/** The forms of a folder, each named by its file; what they share stands beside them. */
function formsIn(folder: string): SourceUnit[] {
  return sourcesBelow(folder)
    .filter((file) => unitsIn(file, ['defineForm']).length > 0)
    .map((file) => namedUnit(folder, file, ['defineForm']))
}

/** The ids of all deadlines, those of the office as a whole too, which are in no list. */
export function deadlineIds(): string[] {
  return sourcesBelow(unitFolders.deadlines).flatMap((file) => definedIds(file, deadlineMakers))
}

function idOf(unit: SourceUnit): string {
  return textUnder(unit, 'id')
}

function nameOf(unit: SourceUnit): string {
  return textUnder(unit, 'name')
}

function union(name: string, ids: readonly string[]): string {
  const members = ids.toSorted().map((id) => `  | '${id}'`)
  return `export type ${name} =\n${members.join('\n')}\n`
}

/** Lists of units by the names of the lists, with the imports that they need. */
function unitLists(lists: Readonly<Record<string, readonly SourceUnit[]>>): string[] {
  const units = Object.values(lists).flat()
  const names = units.map(({ name }) => name)
  // Units of two files may have one name.
  const local = (unit: SourceUnit): string => {
    const index = units.indexOf(unit)
    return names.indexOf(unit.name) === index ? unit.name : `${unit.name}${index}`
  }
  const imports = units.map((unit) => {
    const wanted = local(unit) === unit.name ? unit.name : `${unit.name} as ${local(unit)}`
    return `import { ${wanted} } from '${fromTarget(unit.file)}'`
  })
  const exports = Object.entries(lists).map(
    ([name, members]) =>
      `export const ${name} = [\n${members.map((unit) => `  ${local(unit)},\n`).join('')}]\n`,
  )
  return [`${imports.join('\n')}\n`, ...exports]
}

/** The functions that make the template of each form, by the ids of the forms. */
function templatesOf(forms: readonly SourceUnit[]): string[] {
  const templates = forms.map((form, index) => {
    const file = `${unitFolders.templates}/${idOf(form)}.ts`
    if (!existsSync(file)) throw new Error(`${form.file}: its template is missing, to be made by ${file}`)
    return { id: idOf(form), file, name: functionReturning(file, 'Document'), local: `template${index}` }
  })
  const imports = templates.map(
    ({ file, name, local }) => `import { ${name} as ${local} } from '${fromTarget(file)}'`,
  )
  const entries = templates.map(({ id, local }) => `  '${id}': ${local},\n`)
  return [`${imports.join('\n')}\n`, `export const templates = {\n${entries.join('')}}\n`]
}

/** The commands that the help names, in its order, and the others. */
export function commandsIn(): readonly [shown: readonly SourceUnit[], hidden: readonly SourceUnit[]] {
  const folder = unitFolders.commands
  const files = sourcesBelow(folder).filter((file) =>
    /^[^/]+\/command\.ts$/.test(file.slice(folder.length + 1)),
  )
  const makers = ['defineCommand', 'defineHiddenCommand']
  const units = files.map((file) => namedUnit(folder, file, makers, 'name'))
  const isShown = ({ maker }: SourceUnit) => maker === 'defineCommand'
  return [byPredecessor(units.filter(isShown)), units.filter((unit) => !isShown(unit))]
}

/** What the help says of each command, and how to load it when it is called. */
function commandEntries(list: string, commands: readonly SourceUnit[]): string {
  const entries = commands.map((unit) => {
    const keys = ['name', ...(unit.says.alias === undefined ? [] : ['alias']), 'usage', 'summary']
    const heading = keys.map((key) => `    ${key}: ${JSON.stringify(textUnder(unit, key))},\n`)
    const load = `    load: async () => (await import('${fromTarget(unit.file)}')).${unit.name},\n`
    return `  {\n${heading.join('')}${load}  },\n`
  })
  return `export const ${list} = [\n${entries.join('')}]\n`
}

function fromTarget(file: string): string {
  return `../${file.slice('src/'.length)}`
}

/** Writes a list, only where it changes. */
function writeList(name: string, parts: readonly string[]): void {
  const content = ['// Generated from the sources by `npm run generate`. Do not edit.\n', ...parts].join('\n')
  const file = `${target}/${name}`
  if (existsSync(file) && readFileSync(file, 'utf8') === content) return
  mkdirSync(target, { recursive: true })
  replaceFile(file, content)
}
