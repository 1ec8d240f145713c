import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFrom } from '../../../../src/cli/shared/answers/from.ts'
import { readText } from '../../../../src/cli/shared/answers/text-file.ts'
import { createRepository, temporaryFolder } from '../../../support/cli.ts'

const folder = temporaryFolder()

describe('a file that a call names and that cannot be read', () => {
  it.each(['nothing.yaml', 'folder'])('is told with the reason: %s', (name) => {
    mkdirSync(join(folder, 'folder'), { recursive: true })
    const reason = name === 'folder' ? '应为文件，却是文件夹' : '文件不存在'
    expect(() => readFrom(join(folder, name))).toThrow(reason)
    expect(readText(join(folder, name))).toEqual({ wrong: expect.stringContaining(reason) })
  })

  it('is not read at all where it is far too large for a text', () => {
    const film = join(folder, 'film.mp4')
    writeFileSync(film, '')
    truncateSync(film, 5 * 1024 * 1024)
    expect(readText(film)).toEqual({ wrong: expect.stringContaining('超过 4 MiB') })
  })

  it.skipIf(process.platform === 'win32')('is not opened at all where it is a pipe or a device', () => {
    const pipe = join(folder, 'pipe.yaml')
    execFileSync('mkfifo', [pipe])
    for (const file of [pipe, '/dev/zero']) expect(() => readFrom(file)).toThrow('不是普通文件（管道或设备）')
  })

  it.skipIf(process.platform === 'win32')('ends where standard input has no end', () => {
    const { root } = createRepository()
    const call = `node '${resolve('bin/ejc.js')}' new --from - --no-input < /dev/zero`
    const { status, stderr } = spawnSync('sh', ['-c', call], { cwd: root, encoding: 'utf8', timeout: 60_000 })
    expect(`${status} ${stderr}`).toMatch(/^2 .*读不到 标准输入：文件超过 4 MiB/)
  })
})
