import { resolve } from 'node:path'
import type { FormDefinition } from '../../../../core/forms/define.ts'
import { forms } from '../../../../core/forms/index.ts'
import { formTitle } from '../../../../core/regulation/forms.ts'
import { builtInTemplate } from '../../../../documents/builtin.ts'
import { folderDestination, writeFiles } from '../../../../documents/deliver.ts'
import { digestOf } from '../../../../repository/digest.ts'
import { safeFileName } from '../../../../repository/paths.ts'
import { commitTransaction } from '../../../../repository/transaction.ts'
import { flag, type OptionValues, text } from '../../../shared/command.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { Exit, type ExitCode, RefusedError, UsageError } from '../../../shared/exit.ts'
import { type TemplateLibrary, templateLibrary } from '../library.ts'
import { formCalled } from '../named.ts'
import { type CopiedTemplate, printCopied } from './text.ts'

/** `ejc template copy`: the originals of built-in templates, to be changed in Word, or handed out. */
export async function copyTemplates(
  context: CommandContext,
  words: readonly string[],
  options: OptionValues,
): Promise<ExitCode> {
  const library = await templateLibrary(context)
  if (!library.isThere && text(options, 'out') === undefined) throw new UsageError(NOWHERE)
  const copies = wantedForms(library, words, options).flatMap((form) => copyOf(library, form, options))
  refuseChanged(copies, options)
  const fresh = copies.filter(({ existing, bytes }) => !existing || Buffer.compare(existing, bytes) !== 0)
  const dry = flag(options, 'dryRun')
  const commit = dry ? null : await write(library, fresh, options)
  printCopied(context, { copies, fresh, commit, dry, inLibrary: text(options, 'out') === undefined })
  return Exit.Ok
}

const NOWHERE =
  '这里不是案件库，不知道放到哪里：请进入案件库（或者用 -C 指定），放进它的 templates/；只要原件的，写 --out 文件夹。'

function wantedForms(
  library: TemplateLibrary,
  words: readonly string[],
  options: OptionValues,
): readonly FormDefinition[] {
  if (flag(options, 'all')) return forms
  if (!words.length)
    throw new UsageError('请写明取出哪种文书的模板，例如 ejc template copy 磋商告知书；全部的写 --all。')
  return words.map((word) => formCalled(library, word, 'forms'))
}

/** In the library by its code, which no change of the text changes; elsewhere by its name. */
function copyOf({ repository, setting }: TemplateLibrary, { id }: FormDefinition, options: OptionValues) {
  const bytes = builtInTemplate(id)
  if (!bytes) return []
  const folder = text(options, 'out')
  const title = formTitle(setting.regulation, id)
  const to = folder === undefined ? undefined : folderDestination(resolve(folder))
  const path = to ? to.pathOf(safeFileName(`${title}.docx`)) : `templates/${id}.docx`
  const existing = to ? to.read(path) : repository.readBytes(path)
  return [{ form: id, title, path, bytes, existing } satisfies CopiedTemplate]
}

function refuseChanged(copies: readonly CopiedTemplate[], options: OptionValues): void {
  const changed = copies.filter(({ existing, bytes }) => existing && Buffer.compare(existing, bytes) !== 0)
  if (!changed.length || flag(options, 'force')) return
  const files = changed.map(({ path }) => `  ${path}`).join('\n')
  throw new RefusedError(
    `下列模板已经有了，与原件不同，没有覆盖：\n${files}\n放弃改动、换回原件的，加 --force；只要原件的，用 --out 写到别处。`,
  )
}

async function write(
  { repository }: TemplateLibrary,
  fresh: readonly CopiedTemplate[],
  options: OptionValues,
): Promise<string | null> {
  const files = new Map(fresh.map(({ path, bytes }) => [path, bytes]))
  if (!files.size) return null
  if (text(options, 'out') !== undefined) {
    writeFiles(files)
    return null
  }
  const [only, ...others] = fresh
  const written = await commitTransaction(
    repository.root,
    {
      action: 'template-copy',
      caseId: null,
      subject: only && !others.length ? only.form : null,
      message: `取出文书模板：${fresh.map(({ title }) => title).join('、')}`,
      files,
      expected: new Map(fresh.map(({ path, existing }) => [path, existing ? digestOf(existing) : null])),
    },
    { commit: options.commit !== false },
  )
  return written.commit
}
