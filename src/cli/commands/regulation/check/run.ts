import { relative, resolve } from 'node:path'
import { RepositoryError } from '../../../../repository/errors.ts'
import { pathBelow } from '../../../../repository/paths.ts'
import { checkPack, type PackCheck, type PlacedFault } from '../../../../repository/regulation/check.ts'
import { allPacks, type WrittenPacks, writtenPacks } from '../../../../repository/regulation/packs.ts'
import { openRepository, type Repository } from '../../../../repository/repository.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { Exit, type ExitCode, UsageError } from '../../../shared/exit.ts'
import { checkJson, checkText } from './text.ts'

/** `ejc regulation check [FILE|ID…]`: what prevents the use of the office's own packs, with its line. */
export async function checkPacks(context: CommandContext, words: readonly string[]): Promise<ExitCode> {
  const { out, global } = context
  const repository = await openRepository(await context.root())
  const packs = await writtenPacks(repository)
  const files = words.length
    ? words.map((word) => fileMeant(word, context, repository, packs))
    : repository.readRegulations().map(({ file }) => file)
  const checks: PackCheck[] = []
  for (const file of new Set(files)) checks.push(await checkFile(file, repository, packs))
  if (global.json) out.json('regulation-check', checks.map(checkJson))
  else if (checks.length) for (const check of checks) out.print(checkText(check, out.width))
  else out.note('本库没有自己的规范包。用 ejc regulation new 编号 --from 规范包 新建一个。')
  return checks.some(({ faults }) => faults.length) ? Exit.Findings : Exit.Ok
}

async function checkFile(file: string, repository: Repository, packs: WrittenPacks): Promise<PackCheck> {
  const raw = repository.readDocument(file)
  if (!raw) throw new RepositoryError('io', `没有文件 ${file}：请核对文件名`, { file })
  return checkPack(raw, packs)
}

/** The file (relative to the repository) that a word of the call means: a path, or the id of a pack. */
function fileMeant(
  word: string,
  context: CommandContext,
  repository: Repository,
  packs: WrittenPacks,
): string {
  const own = packs.own.find(({ pack }) => pack.id === word)
  if (own) return own.raw.file
  if (packs.shipped.some(({ id }) => id === word))
    throw new UsageError(`${word} 是 ejc 自带的规范包，不用检查；只检查本库 regulations/ 里的。`)
  if (!/\.ya?ml$/u.test(word)) {
    const ids = packs.own.map(({ pack }) => pack.id)
    const there = ids.length ? `本库有：${ids.join('、')}。` : '本库还没有自己的规范包。'
    throw new UsageError(`没有规范包 ${word}。${there}`)
  }
  const inside = pathBelow(repository.root, resolve(context.folder, word))
  if (inside !== undefined && repository.readBytes(inside)) return inside
  // A path as it is printed is relative to the repository, wherever the call is made from.
  if (repository.readBytes(word)) return word
  throw new UsageError(`案件库里没有文件 ${relative(repository.root, resolve(context.folder, word))}。`)
}

/** What a check finds in a pack by its id; nothing for those that ejc ships. */
export async function faultsOfPack(repository: Repository, id: string): Promise<readonly PlacedFault[]> {
  const packs = await writtenPacks(repository)
  const own = packs.own.find(({ pack }) => pack.id === id)
  if (own) return (await checkPack(own.raw, packs)).faults
  if (allPacks(packs).some((pack) => pack.id === id)) return []
  throw new UsageError(
    `没有规范包 ${id}。现有：${allPacks(packs)
      .map((pack) => pack.id)
      .join('、')}。`,
  )
}
