import type { Item } from '../../../core/stages/define.ts'
import { commitTransaction } from '../../../repository/transaction.ts'
import { type Unfinished, unfinishedAnswers } from '../../../repository/unfinished.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { schemaStyle } from '../../../repository/yaml/style.ts'
import { editYaml } from '../../../repository/yaml/write.ts'
import { collectItem, type WantedItem } from '../answers/collect.ts'
import { type OptionValues, text, texts } from '../command.ts'
import type { CommandContext } from '../context.ts'

/** A document that an officer adds beside the cases, in a file of its own. */
type NewDocument = 'calendar' | 'project'

/** A file that an officer adds beside the cases, and what its commit says. */
export interface FileToAdd {
  readonly document: NewDocument
  readonly subject: string
  readonly message: string
  readonly file: string
  readonly yaml: string
}

/** Collects a new document; `what` names it where questions are asked, which an interrupted call may have left open. */
export async function collectDocument(
  context: CommandContext,
  workspace: Workspace,
  wanted: WantedItem & { readonly name: NewDocument },
  what: string,
  options: OptionValues,
): Promise<Item> {
  const given = { from: text(options, 'from'), sets: texts(options, 'set') }
  if (!context.interactive || given.from !== undefined) return collectItem(wanted, given)
  const { promptFor } = await import('../../prompts/prompt.ts')
  const { regulation } = workspace.setting
  const recipient = { id: wanted.name, regulation, view: undefined, text: undefined, digest: null }
  const kept = { answers: answersFor(workspace, wanted.name), what }
  return collectItem(wanted, { ...given, prompt: promptFor(context, workspace, recipient, kept, {}) })
}

/** The text of a new document, with its schema named for editors. */
export function documentYaml(document: NewDocument, item: object): string {
  const edits = Object.entries(item).map(([key, value]) => ({ kind: 'set', path: [key], value }) as const)
  return editYaml(undefined, edits, {
    header: `yaml-language-server: $schema=../schemas/${document}.schema.json`,
    ...schemaStyle(document),
  })
}

/**
 * Writes a file that is not there yet and drops the answers that were kept for it; its commit, null when none was
 * wanted.
 * Throws RepositoryError, and then nothing is written.
 */
export async function writeNewFile(
  workspace: Workspace,
  { document, file, yaml, ...note }: FileToAdd,
  commit: boolean,
): Promise<string | null> {
  const files = new Map([[file, new TextEncoder().encode(yaml)]])
  const change = {
    ...note,
    action: `${document}-add`,
    caseId: null,
    files,
    expected: new Map([[file, null]]),
  }
  const written = await commitTransaction(workspace.repository.root, change, { commit })
  answersFor(workspace, document).drop()
  return written.commit
}

function answersFor({ repository }: Workspace, document: NewDocument): Unfinished {
  return unfinishedAnswers(repository.root, document, 'add', null)
}
