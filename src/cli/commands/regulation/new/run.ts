import { copyPack, type NewHead } from '../../../../core/regulation/copy.ts'
import { RepositoryError } from '../../../../repository/errors.ts'
import { newPackText } from '../../../../repository/regulation/pack-text.ts'
import { allPacks, writtenPacks } from '../../../../repository/regulation/packs.ts'
import { commitTransaction } from '../../../../repository/transaction.ts'
import type { Workspace } from '../../../../repository/workspace.ts'
import { flag, type OptionValues, text } from '../../../shared/command.ts'
import { confirmed, NOT_WRITTEN } from '../../../shared/confirm.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { Exit, type ExitCode, UsageError } from '../../../shared/exit.ts'
import { clean } from '../../../shared/output/output.ts'
import { needRegulation, packIds, visibleLaw } from '../packs.ts'
import { collectHead } from './head.ts'
import { printNew } from './text.ts'

const PACK_ID = /^[a-z][a-z0-9-]*$/u

/** `ejc regulation new ID --from PACK`: a text of its own, copied entry by entry and to be compared with the text. */
export async function newPack(
  context: CommandContext,
  words: readonly string[],
  options: OptionValues,
): Promise<ExitCode> {
  const workspace = await context.workspace()
  const visible = await visibleLaw(context)
  const id = needNewId(words, packIds(visible), workspace)
  const from = text(options, 'from') ?? workspace.setting.config.regulation
  const source = needRegulation(visible, from).pack
  if (source.base) throw new UsageError(`${from} 仅供其他规范继承，不能抄；请写继承它的规范包。`)
  const head = await collectHead(context, id, source, options)
  const packs = allPacks(await writtenPacks(workspace.repository))
  const yaml = newPackText(copyPack(from, packs, head), from)
  const file = `regulations/${id}.yaml`
  if (!context.global.json)
    context.out.note(
      clean(`写入 ${file}：${head.title}（${head.number ?? '未印发'}），抄自 ${from}，各项待核`),
    )
  const isWritten = !flag(options, 'dryRun') && (await confirmed(context, options, undefined, NOT_WRITTEN))
  const files = await packAndSchema(workspace, file, yaml)
  const commit = isWritten ? await writePack(workspace, head, files, options.commit !== false) : null
  printNew(context, { id, files: [...files.keys()], yaml, isWritten, commit })
  return Exit.Ok
}

/** The id that the call gives: well-formed, and not yet used by a pack or a file. */
function needNewId(words: readonly string[], known: readonly string[], { repository }: Workspace): string {
  const [id, ...more] = words
  if (id === undefined || more.length)
    throw new UsageError('请写明新规范包的编号：ejc regulation new 编号 --from 规范包，例如 guangxi-2026。')
  if (!PACK_ID.test(id))
    throw new UsageError(`编号“${id}”以小写字母开头，只用小写字母、数字和短横，例如 guangxi-2026。`)
  if (known.includes(id)) throw new UsageError(`已有规范包 ${id}：请换一个编号。`)
  const file = [`regulations/${id}.yaml`, `regulations/${id}.yml`].find((name) => repository.readBytes(name))
  if (file) throw new UsageError(`${file} 已经存在，没有改动：请换一个编号，或者直接修改该文件。`)
  return id
}

const SCHEMA = 'schemas/regulation.schema.json'

/** The pack, and the schema by which editors explain its keys, where that is missing or differs. */
async function packAndSchema(
  { repository }: Workspace,
  file: string,
  yaml: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { default: schema } = await import('../../../../generated/regulation.schema.json')
  const text = `${JSON.stringify(schema, undefined, 2)}\n`
  const there = repository.readBytes(SCHEMA)
  const same = there !== undefined && Buffer.from(there).toString() === text
  const encoder = new TextEncoder()
  return new Map([[file, encoder.encode(yaml)], ...(same ? [] : [[SCHEMA, encoder.encode(text)] as const])])
}

async function writePack(
  { repository }: Workspace,
  { id, shortTitle }: NewHead,
  files: ReadonlyMap<string, Uint8Array>,
  commit: boolean,
): Promise<string | null> {
  const [file = ''] = files.keys()
  const message = `录入规范包 ${id}（${shortTitle}），待核`
  const request = { action: 'regulation-new', caseId: null, subject: id, message, files }
  const written = await commitTransaction(
    repository.root,
    { ...request, expected: new Map([[file, null]]) },
    { commit },
  )
  if (!written.changed.length) throw new RepositoryError('io', `${file} 没有写入`, { file })
  return written.commit
}
