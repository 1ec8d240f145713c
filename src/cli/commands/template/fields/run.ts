import { factsOf } from '../../../../core/facts/facts.ts'
import { commonGroups, commonLists } from '../../../../core/forms/common/index.ts'
import type { FormDefinition, Need } from '../../../../core/forms/define.ts'
import { sampleDocuments } from '../../../../core/lint/sample.ts'
import { formTitle } from '../../../../core/regulation/forms.ts'
import type { Setting } from '../../../../core/setting.ts'
import { viewOf } from '../../../../core/view.ts'
import { builtInTemplate } from '../../../../documents/builtin.ts'
import { ownReading, templateOf } from '../../../../documents/own/shelf.ts'
import { placeholders } from '../../../../documents/placeholders.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { Exit, type ExitCode } from '../../../shared/exit.ts'
import { printLong } from '../../../shared/output/pager.ts'
import { type TemplateLibrary, templateLibrary } from '../library.ts'
import { formCalled } from '../named.ts'
import { commonFieldsText, type FieldGroup, fieldsJson, groupsText } from './text.ts'

/** `ejc template fields`: the fields that papers of the office may print, or those of one form. */
export async function listFields(context: CommandContext, [word]: readonly string[]): Promise<ExitCode> {
  const { out, global } = context
  const groups = word === undefined ? commonFields() : await fieldsNamed(await templateLibrary(context), word)
  if (global.json) out.json('template-fields', groups.flatMap(fieldsJson))
  else printLong(word === undefined ? commonFieldsText(groups, out) : groupsText(groups, out), out)
  return Exit.Ok
}

/** The common fields, and the lists with the fields of their items. */
function commonFields(): FieldGroup[] {
  return [
    ...commonGroups.map(({ title, fields }): FieldGroup => ({ title, list: null, fields })),
    ...commonLists.map(
      ({ name, says, path, action, fields }): FieldGroup => ({
        title: `列表「${name}」：${says}`,
        list: name,
        fields: fields.map((field) => ({ name: `${name}.${field.name}`, says: field.says, path, action })),
      }),
    ),
  ]
}

/** The fields that the template of one paper has. */
async function fieldsNamed(library: TemplateLibrary, word: string): Promise<FieldGroup[]> {
  const { setting, repository } = library
  const form = formCalled(library, word)
  const title = formTitle(setting.regulation, form.id)
  if (form.own)
    return [{ title: `${title}（${form.own.file}）`, list: null, fields: ownFields(form, library) }]
  const { bytes, file } = templateOf(form, setting.regulation, repository.readBytes)
  const found = await placeholders(builtInTemplate(form.id) ?? bytes)
  const names = found.filter(({ kind }) => kind === 'text' || kind === 'row').map(({ name }) => name)
  const from = neededBy(form, setting)
  const fields = [...new Set(names)].map((name) => {
    const { path = '', action = '' } = from.find(({ field }) => field === name) ?? {}
    return { name, says: name.includes('.') ? '表格的行，逐项重复' : '', path, action }
  })
  return [{ title: `${title}（${file ?? '内置模板'}）`, list: null, fields }]
}

/** What a form needs and where it is recorded, found out by filling it for the sample case. */
function neededBy(form: FormDefinition, setting: Setting): readonly Need[] {
  const view = viewOf(factsOf(sampleDocuments()), setting)
  const [subject = null] = form.subjects(view)
  return form.fill(view, subject).needed
}

function ownFields({ own }: FormDefinition, { repository }: TemplateLibrary): FieldGroup['fields'] {
  const { use } = ownReading(own?.file ?? '', repository.readBytes)
  const names = [
    ...use.fields.keys(),
    ...[...use.lists].flatMap(([list, { fields }]) => [...fields].map((field) => `${list}.${field}`)),
  ]
  const known = new Map(commonFields().flatMap(({ fields }) => fields.map((field) => [field.name, field])))
  return names.map((name) => known.get(name) ?? { name, says: '字段表里没有，留横线', path: '', action: '' })
}
