import { forms } from '../core/forms/index.ts'
import { type ArchivePlace, archivePlaceOf } from '../core/forms/own.ts'
import { formTitle } from '../core/regulation/forms.ts'
import type { Regulation } from '../core/regulation/regulation.ts'
import { builtInTemplate } from './builtin.ts'
import { DocumentError } from './error.ts'
import { differencesFrom } from './own/against-built-in.ts'
import { readOwnTemplate } from './own/read.ts'
import { formNamed, nameProblems, type ReadBytes, templateFolders, templateName } from './own/shelf.ts'

/** A file among the templates of the office, and what is wrong with it, in Chinese. */
export interface CheckedTemplate {
  /** Relative to the library. */
  readonly file: string
  /** form: it takes the place of a built-in one · own: a paper that the office has made · unused: no case uses it. */
  readonly kind: 'form' | 'own' | 'unused'
  /** What the paper is called; null for a file of which none is made. */
  readonly title: string | null
  /** The code by which the paper is made. */
  readonly form: string | null
  readonly problems: readonly string[]
  /** What a person should look at: names that are no field, which become lines to write on. */
  readonly remarks: readonly string[]
  /** Of a paper that the office has made: where it lies in the archive, and its title there. */
  readonly filing: ArchivePlace | null
}

/** Checks all templates of the office; of two for one form in one folder, only that named by its code is used. */
export function checkOwnTemplates(
  files: readonly string[],
  texts: readonly Regulation[],
  readBytes: ReadBytes,
): CheckedTemplate[] {
  const checked = files.map((file) => checkTemplate(file, texts, readBytes))
  return checked.map((each) => {
    const used = `${folderOf(each.file)}/${each.form}.docx`
    if (each.kind !== 'form' || each.file === used || !files.includes(used)) return each
    return { ...each, problems: [`${used} 也是这种文书的模板，只用它：请删去其中一个。`, ...each.problems] }
  })
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'))
}

/**
 * Checks one of the office's templates: one of a form is compared with the built-in one; of one of its own, every mark
 * must be sound.
 * @param texts the texts of the library; the first is that of new cases
 */
export function checkTemplate(
  file: string,
  texts: readonly Regulation[],
  readBytes: ReadBytes,
): CheckedTemplate {
  const folder = folderOf(file)
  const [text] = texts.filter((each) => templateFolders(each).includes(folder))
  const name = templateName(file)
  const unused = { file, kind: 'unused', title: null, form: null, remarks: [], filing: null } as const
  if (name === undefined) return { ...unused, problems: [otherFormat(file)] }
  if (!text) return { ...unused, problems: [noSuchFolder(folder)] }
  const form = formNamed(name, text)
  const bytes = readBytes(file) ?? new Uint8Array()
  if (!form)
    return {
      ...unused,
      kind: 'own',
      title: formTitle(text, name),
      form: name,
      ...ownProblems(name, file, bytes, text),
    }
  const builtIn = builtInTemplate(form.id)
  const differences = builtIn ? differencesFrom(builtIn, bytes) : { problems: [] }
  return { ...unused, kind: 'form', title: formTitle(text, form.id), form: form.id, ...differences }
}

function otherFormat(file: string): string {
  return /\.docx$/iu.test(file)
    ? '扩展名应当是小写的 .docx，生成文书时不会使用：请改名。'
    : '不是 .docx 文件，生成文书时不会使用：请在 Word 或 WPS 中另存为 .docx。'
}

function noSuchFolder(folder: string): string {
  const name = folder.slice(folder.indexOf('/') + 1)
  return `没有规范包使用文件夹 ${folder}，生成文书时不会使用：请在规范包里写 templates: ${name}，或者把文件移到 templates/。`
}

function ownProblems(
  name: string,
  file: string,
  bytes: Uint8Array,
  text: Regulation,
): Pick<CheckedTemplate, 'problems' | 'remarks' | 'filing'> {
  try {
    const { problems, remarks, use } = readOwnTemplate(bytes, `模板 ${file}`)
    return {
      problems: [...nameProblems(name), ...problems],
      remarks: [...nameRemarks(name, text), ...remarks],
      filing: archivePlaceOf(formTitle(text, name), use),
    }
  } catch (error) {
    if (error instanceof DocumentError) return { problems: error.problems, remarks: [], filing: null }
    throw error
  }
}

/** The end of the name of a form: by it `ejc render` would make the office's own paper, and the form as before. */
function nameRemarks(name: string, text: Regulation): string[] {
  const [title, ...others] = forms.map(({ id }) => formTitle(text, id)).filter((each) => each.endsWith(name))
  if (title === undefined || others.length) return []
  return [
    `名称像是内置的${title}，但不代替它：要代替的，文件名写 ${title}.docx；要另成一种文书的，请换一个名称。`,
  ]
}
