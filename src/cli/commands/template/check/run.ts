import { basename, resolve } from 'node:path'
import { type CheckedTemplate, checkOwnTemplates, checkTemplate } from '../../../../documents/own-template.ts'
import { templateFiles, textsOf } from '../../../../office/lint/papers.ts'
import { bytesIfThere } from '../../../../repository/durable.ts'
import { pathBelow } from '../../../../repository/paths.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { Exit, type ExitCode, UsageError } from '../../../shared/exit.ts'
import { clean } from '../../../shared/output/output.ts'
import { type TemplateLibrary, templateLibrary } from '../library.ts'
import { checkedTemplateJson, checkedText } from './text.ts'

/** `ejc template check`: what is wrong with the templates of the office, or with a file that is to become one. */
export async function checkTemplates(context: CommandContext, words: readonly string[]): Promise<ExitCode> {
  const { out, global } = context
  const library = await templateLibrary(context)
  if (!words.length && !library.isThere) throw new UsageError(NOTHING)
  const checked = words.length
    ? words.map((word) => checkedNamed(context, library, word))
    : allChecked(library)
  if (global.json) out.json('templates', checked.map(checkedTemplateJson))
  else if (checked.length) out.print(checked.map((each) => checkedText(each, out.width)).join('\n\n'))
  else out.note('案件库的 templates/ 里还没有本单位的模板。取出原件：ejc template copy 文书。')
  return checked.some(({ problems }) => problems.length) ? Exit.Findings : Exit.Ok
}

const NOTHING =
  '这里不是案件库，没有可检查的模板：请写明文件，例如 ejc template check ~/桌面/现场检查笔录.docx，或者进入案件库。'

/** Every template of the library. */
export function allChecked(library: TemplateLibrary): CheckedTemplate[] {
  const { repository } = library
  return checkOwnTemplates(templateFiles(repository), textsOf(library), repository.readBytes)
}

/** A template that is named by its file, in the library or not yet, or by the name of its paper. */
function checkedNamed({ folder }: CommandContext, library: TemplateLibrary, word: string): CheckedTemplate {
  const { repository, isThere } = library
  const inLibrary = allChecked(library).find(
    ({ file, title, form }) =>
      [file, title, form].includes(word) || resolve(folder, word) === resolve(repository.root, file),
  )
  if (inLibrary) return inLibrary
  const path = resolve(folder, word)
  const bytes = bytesIfThere(path)
  if (!bytes)
    throw new UsageError(
      `没有文件 ${clean(word)}${isThere ? '，案件库的 templates/ 里也没有这个模板' : ''}。`,
    )
  // As it would be in the library.
  const file = `templates/${basename(path)}`
  const checked = checkTemplate(file, textsOf(library), () => bytes)
  return { ...checked, file: pathBelow(folder, path) || path }
}
