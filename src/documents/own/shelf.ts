import type { FormDefinition } from '../../core/forms/define.ts'
import { forms } from '../../core/forms/index.ts'
import { ownForm } from '../../core/forms/own.ts'
import { formTitle } from '../../core/regulation/forms.ts'
import type { Regulation } from '../../core/regulation/regulation.ts'
import { closestChoice } from '../../core/schema/suggest.ts'
import { builtInTemplate } from '../builtin.ts'
import { DocumentError } from '../error.ts'
import { differencesFrom } from './against-built-in.ts'
import { readOwnTemplate, type TemplateReading } from './read.ts'

/** Reads a file of the case repository by its relative path; undefined when there is none. */
export type ReadBytes = (relative: string) => Uint8Array | undefined

/** The files of a case repository that templates are looked for in. */
export interface Shelf {
  readonly templates: () => readonly string[]
  readonly readBytes: ReadBytes
}

const folder = 'templates'

/** The folders in which the templates of a text stand, the first wins: the office's own, then those of the text. */
export function templateFolders({ pack }: Regulation): string[] {
  return pack.templates === undefined ? [folder] : [folder, `${folder}/${pack.templates}`]
}

/** The name of a template without its folder and `.docx`; undefined for another file, or one that Word keeps open. */
export function templateName(file: string): string | undefined {
  return /(?:^|\/)(?!~\$|\.)([^/]+)\.docx$/u.exec(file)?.[1]?.normalize('NFC')
}

/** The form whose template a file of that name is: by its code or its title. */
export function formNamed(name: string, regulation: Regulation): FormDefinition | undefined {
  return forms.find(({ id }) => id === name) ?? forms.find(({ id }) => formTitle(regulation, id) === name)
}

/** A template with the file that it comes from; null for a built-in one. */
export interface FoundTemplate {
  readonly file: string | null
  readonly bytes: Uint8Array
}

/** The template of a form: the office's own by its code or title, then that of the text, then the built-in one. */
export function templateOf(
  { id, own }: FormDefinition,
  regulation: Regulation,
  readBytes: ReadBytes,
): FoundTemplate {
  const title = formTitle(regulation, id)
  const names = [...new Set([id, title])]
  const files = own
    ? [own.file]
    : templateFolders(regulation).flatMap((each) => names.map((name) => `${each}/${name}.docx`))
  for (const file of files) {
    const bytes = readBytes(file)
    if (bytes) return { file, bytes }
  }
  const bytes = own ? undefined : builtInTemplate(id)
  if (bytes) return { file: null, bytes }
  throw new DocumentError(title, [`没有模板 ${own?.file ?? `templates/${id}.docx`}。`])
}

/** A template of the office of which no paper can be made, and why, in Chinese. */
export interface BrokenTemplate {
  readonly name: string
  readonly file: string
  readonly problems: readonly string[]
}

/** Every paper that a case under a text can have: the forms, then those that the office has made, by their names. */
export interface PaperSet {
  readonly forms: readonly FormDefinition[]
  readonly broken: readonly BrokenTemplate[]
  /** Templates of forms that have to be mended first, by the codes of the forms; looked for where all are made. */
  readonly damaged?: readonly BrokenTemplate[]
}

/** The same for all that can be made: a form whose own template is damaged waits, and the others go on. */
export function allPapersUnder(regulation: Regulation, shelf: Shelf): PaperSet {
  return { ...papersUnder(regulation, shelf), damaged: damagedForms(regulation, shelf) }
}

/** The papers of a text, with the templates of the office that have to be mended first. */
export function papersUnder(regulation: Regulation, shelf: Shelf): PaperSet {
  const own: FormDefinition[] = []
  const broken: BrokenTemplate[] = []
  for (const [name, file] of ownTemplates(regulation, shelf)) {
    const problems = problemsOf(name, file, shelf.readBytes)
    if (problems.length) broken.push({ name, file, problems })
    else own.push(ownFormAt(name, file, shelf.readBytes))
  }
  return { forms: [...forms, ...own], broken }
}

/** The templates of the office for forms that have to be mended before such a form can be made. */
function damagedForms(regulation: Regulation, { readBytes }: Shelf): readonly BrokenTemplate[] {
  return forms.flatMap((form): BrokenTemplate[] => {
    const { file, bytes } = templateOf(form, regulation, readBytes)
    const builtIn = file === null ? undefined : builtInTemplate(form.id)
    if (file === null || !builtIn) return []
    const { problems } = differencesFrom(builtIn, bytes)
    return problems.length ? [{ name: form.id, file, problems }] : []
  })
}

/** The templates that belong to no form, by the names of their papers: the office's own win over those of the text. */
function ownTemplates(regulation: Regulation, { templates }: Shelf): ReadonlyMap<string, string> {
  const files = templates()
  const byName = new Map<string, string>()
  for (const wanted of templateFolders(regulation))
    for (const file of files.filter((each) => each.slice(0, each.lastIndexOf('/')) === wanted)) {
      const name = templateName(file)
      if (name !== undefined && !byName.has(name) && !formNamed(name, regulation)) byName.set(name, file)
    }
  return byName
}

/** What is wrong with the name of a paper of the office, in Chinese: it must be no slip for that of a form. */
export function nameProblems(name: string): string[] {
  if (/^\d+$/u.test(name)) return ['文件名就是文书的名称，不能只是数字：请改名。']
  const choices = forms.map(({ id }) => ({ code: id, label: id }))
  const near = /^[\w-]+$/u.test(name) ? closestChoice(name, choices) : undefined
  return near
    ? [
        `没有「${name}」这个文书代码。是否应为 ${near.code}.docx？自备的文书请用中文文件名，文件名就是文书的名称。`,
      ]
    : []
}

/** What is wrong with a template of the office, in Chinese. */
function problemsOf(name: string, file: string, readBytes: ReadBytes): readonly string[] {
  try {
    return [...nameProblems(name), ...ownReading(file, readBytes).problems]
  } catch (error) {
    if (error instanceof DocumentError) return error.problems
    throw error
  }
}

/** A paper by its code, as its file names it: a form, or one of the office; undefined where it has no template. */
export function formByCode(
  code: string,
  regulation: Regulation,
  readBytes: ReadBytes,
): FormDefinition | undefined {
  const known = forms.find(({ id }) => id === code)
  if (known) return known
  const file = templateFolders(regulation)
    .map((each) => `${each}/${code}.docx`)
    .find((each) => isInOneFolder(code) && readBytes(each))
  return file === undefined ? undefined : ownFormAt(code, file, readBytes)
}

/** A code comes from a file that somebody may have made by hand: it names no other folder. */
function isInOneFolder(code: string): boolean {
  return !/[/\\]|^\.|\p{Cc}/u.test(code)
}

/** Templates are read once for each library. */
const readings = new WeakMap<ReadBytes, Map<string, TemplateReading>>()

/** What a template of the office asks for. Throws DocumentError when it is no .docx, or is gone. */
export function ownReading(file: string, readBytes: ReadBytes): TemplateReading {
  const known = readings.get(readBytes) ?? new Map<string, TemplateReading>()
  readings.set(readBytes, known)
  const bytes = known.has(file) ? undefined : readBytes(file)
  const reading = known.get(file) ?? readOwnTemplate(bytes ?? new Uint8Array(), `模板 ${file}`)
  known.set(file, reading)
  return reading
}

function ownFormAt(name: string, file: string, readBytes: ReadBytes): FormDefinition {
  return ownForm(name, file, () => ownReading(file, readBytes).use)
}
