import { type DocumentName, documentNames } from '../facts/documents.ts'
import { phaseToldBy } from '../facts/phases.ts'
import type { CaseView } from '../view.ts'
import { commonField, commonList, isOfParty } from './common/index.ts'
import { collectFields, defineForm, type FieldValue, type FilledForm, type FormDefinition } from './define.ts'
import type { FieldCollector } from './fields.ts'
import { joinedNames } from './fields.ts'

/** What a template of the office asks for. */
export interface TemplateUse {
  /** The names that stand alone, and whether the paper has a gap without them: not where they are marked optional. */
  readonly fields: ReadonlyMap<string, boolean>
  /** The lists, each with the fields of its items, and whether the paper has a gap without any item. */
  readonly lists: ReadonlyMap<string, { readonly needed: boolean; readonly fields: ReadonlySet<string> }>
  /** Where the paper lies in the archive, and its title there (题名), as far as the template says so. */
  readonly filing?: { readonly phase?: DocumentName | undefined; readonly title?: string | undefined }
}

/**
 * Where a paper of the office lies in the archive, and what tells it: the template, the name of the paper, its fields, or
 * nothing, where it has no field of the case.
 */
export interface ArchivePlace {
  readonly phase: DocumentName
  readonly title: string
  readonly by: 'template' | 'name' | 'fields' | 'nothing'
}

/**
 * What the template says; else what the name tells; else the last phase of the case whose facts it prints; else the first.
 * @param name what the paper is called
 */
export function archivePlaceOf(name: string, use: TemplateUse): ArchivePlace {
  const { phase, title = name } = use.filing ?? {}
  if (phase) return { phase, title, by: 'template' }
  const told = phaseToldBy(name) ?? phaseToldBy(title)
  if (told) return { phase: told.document, title, by: 'name' }
  const sources = sectionsOf(use)
  return { phase: lastPhase(sources), title, by: sources.length ? 'fields' : 'nothing' }
}

/**
 * A paper that the office has made itself, of a template with common fields. What is not on record, and what is no
 * common field, is a line to write on; with a field of 当事人 there is one for each obligor (`o1`).
 * @param file the template, relative to the library
 * @param use what it asks for, read when it is first needed
 */
export function ownForm(id: string, file: string, use: () => TemplateUse): FormDefinition {
  return defineForm({
    id,
    own: {
      file,
      get archivedAs() {
        return use().filing?.title
      },
    },
    signing: 'office',
    get phase() {
      return archivePlaceOf(id, use()).phase
    },
    subjects: (view) =>
      [...use().fields.keys()].some(isOfParty)
        ? view.facts.obligors.map(({ id: obligor }) => obligor)
        : [null],
    fill: (view, subject) => filledOwn(view, subject, use()),
  })
}

/** The field of a list that is written in one line, beside the field of its items. */
export function inOneLine(list: string): string {
  return `${list}〔并列〕`
}

function filledOwn(view: CaseView, subject: string | null, { fields, lists }: TemplateUse): FilledForm {
  const collector = collectFields()
  const single = [...fields].flatMap(([name, needed]) => {
    const value = singleValue(view, subject, name, needed, collector)
    return value === undefined ? [] : [[commonList(name) ? inOneLine(name) : name, value] as const]
  })
  const several = [...lists].flatMap(([name, { needed, fields: wanted }]) => {
    const rows = rowsOf(view, name, wanted, needed, collector)
    return rows ? [[name, { rows }] as const] : []
  })
  const values: Record<string, FieldValue> = Object.fromEntries([...single, ...several])
  return { ...collector.filled(values), open: openIn(view, { fields, lists }) }
}

/** The value of a field, or of a list in one line; undefined for a name that is neither. */
function singleValue(
  view: CaseView,
  subject: string | null,
  name: string,
  needed: boolean,
  { need }: FieldCollector,
): string | undefined {
  const field = commonField(name)
  const list = commonList(name)
  const source = field ?? list
  if (!source) return undefined
  const found = field
    ? (field.value(view, subject)?.trim() ?? '')
    : joinedNames(list?.rows(view).map((row) => list.word(row)))
  return needed ? need(name, found, field?.place?.(view, subject) ?? source.path, source.action) : found
}

/** The items of a list with the fields that the template prints; undefined for a name that is no list. */
function rowsOf(
  view: CaseView,
  name: string,
  wanted: ReadonlySet<string>,
  needed: boolean,
  { need }: FieldCollector,
): Record<string, string>[] | undefined {
  const list = commonList(name)
  if (!list) return undefined
  const rows = list.rows(view).map((row) => {
    return Object.fromEntries(Object.entries(row).filter(([field]) => wanted.has(field)))
  })
  if (needed) need(name, rows.length ? name : undefined, list.path, list.action)
  return rows
}

/** What is left as a line to write on: names that are no field, and fields that some item of a list does not have. */
function openIn(view: CaseView, { fields, lists }: TemplateUse): NonNullable<FilledForm['open']> {
  const unknown = [
    ...[...fields.keys()].filter((name) => !commonField(name) && !commonList(name)),
    ...[...lists].flatMap(([name, { fields: wanted }]) => {
      const known = commonList(name)?.fields.map((field) => field.name) ?? []
      return [...wanted].filter((field) => !known.includes(field)).map((field) => `${name}.${field}`)
    }),
  ]
  const gaps = [...lists].flatMap(([name, { fields: wanted }]) => {
    const rows = commonList(name)?.rows(view) ?? []
    return [...wanted]
      .filter((field) => rows.some((row) => row[field] === ''))
      .map((field) => `${name}.${field}`)
  })
  return { unknown, gaps }
}

/** The sections of the case whose facts it prints. */
function sectionsOf({ fields, lists }: TemplateUse): readonly string[] {
  return [...fields.keys(), ...lists.keys()]
    .flatMap((name) => commonField(name) ?? commonList(name) ?? [])
    .flatMap(({ path }) => path.split('.').at(0) ?? [])
}

/** The last phase of the case among sections; the first of all where there is none. */
function lastPhase(sections: readonly string[]): DocumentName {
  // Lists of evidence, as the name of the case, are printed at any time.
  const later = documentNames.findLast(
    (name) => name !== 'evidence' && name !== 'case' && sections.includes(name),
  )
  return later ?? (sections.includes('evidence') ? 'evidence' : 'case')
}
