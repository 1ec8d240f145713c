import { forms } from '../../../../core/forms/index.ts'
import { formTitle } from '../../../../core/regulation/forms.ts'
import { templateFolders } from '../../../../documents/own/shelf.ts'
import type { CheckedTemplate } from '../../../../documents/own-template.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { Exit, type ExitCode } from '../../../shared/exit.ts'
import { allChecked } from '../check/run.ts'
import { NO_LIBRARY_HERE, type TemplateLibrary, templateLibrary } from '../library.ts'
import { type ListedTemplate, templateJson, templatesText } from './text.ts'

/** `ejc template list`: every paper with the template that it is made of. */
export async function listTemplates(context: CommandContext): Promise<ExitCode> {
  const { out, global } = context
  const library = await templateLibrary(context)
  const listed = listedTemplates(library)
  if (global.json) out.json('templates', listed.map(templateJson))
  else {
    out.print(templatesText(listed, out))
    if (!library.isThere) out.note(NO_LIBRARY_HERE)
    out.note('取出原件：ejc template copy 文书。可用的字段：ejc template fields。')
  }
  return Exit.Ok
}

/** The forms of the text of new cases, then the other files among the templates. */
function listedTemplates(library: TemplateLibrary): ListedTemplate[] {
  const { regulation } = library.setting
  const checked = allChecked(library)
  const used = forms.map(({ id }): ListedTemplate => {
    const entry = regulation.forms.find((form) => form.id === id)
    const own = inUse(checked, id, templateFolders(regulation))
    return {
      number: entry?.number ?? null,
      form: id,
      title: formTitle(regulation, id),
      kind: 'form',
      checked: own,
    }
  })
  const shown = new Set(used.flatMap(({ checked: own }) => own ?? []))
  const others = checked.filter((each) => !shown.has(each))
  return [...used, ...others.map((each): ListedTemplate => ({ number: null, ...each, checked: each }))]
}

/** The template of the office that a form is made of; undefined where it is the built-in one. */
function inUse(
  checked: readonly CheckedTemplate[],
  id: string,
  folders: readonly string[],
): CheckedTemplate | undefined {
  return folders
    .flatMap((folder) => checked.filter(({ file }) => file.slice(0, file.lastIndexOf('/')) === folder))
    .find(({ kind, form }) => kind === 'form' && form === id)
}
