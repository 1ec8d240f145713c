import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copyAll, digestWatched } from '../../src/repository/attach.ts'
import { digestOf } from '../../src/repository/digest.ts'

const PIECE = 1024 * 1024
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejc-attach-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function source(name: string, size: number) {
  const bytes = Buffer.alloc(size, name)
  writeFileSync(join(folder, name), bytes)
  const target = join(folder, 'outside', name)
  return { source: join(folder, name), target, size, sha256: digestOf(bytes) }
}

/** A watch that stops the work once so many bytes were read. */
function watching(stopAfter = Number.POSITIVE_INFINITY) {
  const stop = new AbortController()
  const told: number[] = []
  const onBytes = (done: number): void => {
    told.push(done)
    if (done >= stopAfter) stop.abort()
  }
  return { told, watch: { onBytes, signal: stop.signal } }
}

const left = (): string[] => (existsSync(join(folder, 'outside')) ? readdirSync(join(folder, 'outside')) : [])

describe('large evidence is read piece by piece', () => {
  it('and hashed as one', async () => {
    const file = source('film.mp4', 3 * PIECE + 1)
    const { told, watch } = watching()
    expect(await digestWatched(file.source, watch)).toBe(file.sha256)
    expect(told).toEqual([PIECE, 2 * PIECE, 3 * PIECE, 3 * PIECE + 1])
  })

  it('copied whole, with the bytes of all files counted', async () => {
    const files = [source('a.mp4', 2 * PIECE), source('b.mp4', 10)]
    const { told, watch } = watching()
    await copyAll(files, watch)
    for (const file of files) expect(digestOf(readFileSync(file.target))).toBe(file.sha256)
    expect(told.at(-1)).toBe(2 * PIECE + 10)
    expect(left()).toEqual(['a.mp4', 'b.mp4'])
  })

  it('and taken away again when what belongs to it fails', async () => {
    const takeAway = await copyAll([source('a.mp4', 10)], watching().watch)
    takeAway()
    expect(existsSync(join(folder, 'outside'))).toBe(false)
  })

  it('stopped in the second file, leaves nothing of either', async () => {
    const files = [source('a.mp4', 10), source('b.mp4', 3 * PIECE)]
    await expect(copyAll(files, watching(PIECE).watch)).rejects.toThrow()
    expect(left()).toEqual([])
  })

  it('changed since it was hashed, leaves nothing and says so', async () => {
    const file = source('a.mp4', 10)
    writeFileSync(file.source, 'other')
    await expect(copyAll([file], watching().watch)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect(left()).toEqual([])
  })

  it('leaves a file alone that lies beside under the name of a temporary one', async () => {
    const file = source('a.mp4', 10)
    mkdirSync(join(folder, 'outside'))
    writeFileSync(`${file.target}.ejc-tmp`, 'other')
    await copyAll([file], watching().watch)
    expect(readFileSync(`${file.target}.ejc-tmp`, 'utf8')).toBe('other')
    expect(left()).toEqual(['a.mp4', 'a.mp4.ejc-tmp'])
  })

  it('not written over what comes to stand there while it is copied', async () => {
    const file = source('a.mp4', 10)
    const onBytes = (): void => writeFileSync(file.target, 'other')
    const copying = copyAll([file], { onBytes, signal: new AbortController().signal })
    await expect(copying).rejects.toThrow('已经存在')
    expect(left()).toEqual(['a.mp4'])
    expect(readFileSync(file.target, 'utf8')).toBe('other')
  })

  it('never written over another file', async () => {
    const [file, other] = [source('a.mp4', 10), source('b.mp4', 10)]
    await copyAll([{ ...other, target: file.target }], watching().watch)
    await expect(copyAll([file], watching().watch)).rejects.toThrow('已经存在')
    expect(digestOf(readFileSync(file.target))).toBe(other.sha256)
  })

  it('that is there already stays, also when the rest fails', async () => {
    const file = source('a.mp4', 10)
    await copyAll([file], watching().watch)
    const takeAway = await copyAll([file], watching().watch)
    takeAway()
    expect(left()).toEqual(['a.mp4'])
  })
})
