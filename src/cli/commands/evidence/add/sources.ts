import { readdirSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { digestWatched } from '../../../../repository/attach.ts'
import { isSystemError, systemErrorReason } from '../../../../repository/errors.ts'
import type { Source } from '../../../shared/evidence/places.ts'
import { CancelledError, UsageError } from '../../../shared/exit.ts'
import { clean, type Output } from '../../../shared/output/output.ts'

/** Hashes the named files. Throws UsageError with the name of one that can't be taken. */
export async function evidenceSources(names: readonly string[], out: Output): Promise<Source[]> {
  const found = names.flatMap(matching).map((name) => ({ path: resolve(name), size: statNamed(name).size }))
  const total = found.reduce((sum, { size }) => sum + size, 0)
  const progress = out.progress('计算校验值', total, 'bytes')
  return untilStopped(async (signal) => {
    const sources: Source[] = []
    let before = 0
    for (const { path, size } of found) {
      const onBytes = (done: number): void => progress.at(before + done)
      const sha256 = await digestWatched(path, { onBytes, signal })
      before += size
      sources.push({ path, name: basename(path).normalize('NFC'), size, sha256 })
    }
    progress.end()
    return sources
  })
}

/**
 * The files that a name with * or ? stands for, which the shells of Windows leave to the program; else the name itself.
 */
export function matching(name: string): string[] {
  const pattern = basename(name)
  if (!/[*?]/.test(pattern) || statOrNothing(name)) return [name]
  const found = visibleNames(dirname(name)).filter((each) => patternOf(pattern).test(each))
  if (!found.length) throw new UsageError(`没有与“${clean(name)}”相符的文件：请核对路径。`)
  return found.sort().map((each) => join(dirname(name), each))
}

/** A pattern stands for no hidden files. */
function patternOf(pattern: string): RegExp {
  const literal = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^(?!\\.)${literal.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'isu')
}

function visibleNames(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((each) => (each.isFile() ? each.name : []))
  } catch {
    return []
  }
}

function statNamed(name: string): Stats {
  const state = statOrNothing(name)
  if (!state) throw new UsageError(`没有文件“${clean(name)}”：请核对路径。`)
  if (state.isDirectory())
    throw new UsageError(`“${clean(name)}”是文件夹：请写其中的文件，例如 ${clean(name)}/*.jpg。`)
  if (!state.isFile()) throw new UsageError(`“${clean(name)}”不是普通文件，不能登记。`)
  if (state.size === 0) throw new UsageError(`“${clean(name)}”是空文件，没有登记：请核对是否复制完整。`)
  return state
}

function statOrNothing(name: string): Stats | undefined {
  try {
    return statSync(name, { throwIfNoEntry: false })
  } catch (error) {
    if (isSystemError(error)) throw new UsageError(`打不开“${clean(name)}”：${systemErrorReason(error)}。`)
    throw error
  }
}

/** Ctrl-C, the end of the terminal, and the closing of the window, which Windows reports as SIGHUP. */
const ENDS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs a long task that Ctrl-C (or the end of the terminal) ends in good order. */
export async function untilStopped<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  const halt = (): void => stop.abort()
  for (const signal of ENDS) process.once(signal, halt)
  try {
    return await work(stop.signal)
  } catch (error) {
    if (stop.signal.aborted) throw new CancelledError('已中断，没有写入。')
    throw error
  } finally {
    for (const signal of ENDS) process.off(signal, halt)
  }
}
