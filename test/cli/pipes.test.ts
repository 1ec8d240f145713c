import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository } from '../support/cli.ts'

const bin = resolve(process.env.EJC_BIN ?? 'bin/ejc.js')

describe('a pipe or device in the place of a file', { timeout: 60_000 }, () => {
  const { root } = createRepository('example-case')
  for (const name of ['台账.xlsx', '协议.docx', '照片.jpg']) spawnSync('mkfifo', [join(root, name)])

  it
    .skipIf(process.platform === 'win32')
    .each([
      ['import 台账.xlsx --dry-run'],
      ['import /dev/zero --dry-run'],
      ['lint 协议.docx'],
      ['advance NN-2026-0001 add-evidence --from 协议.docx'],
      ['advance NN-2026-0001 add-evidence --set title=@协议.docx'],
      ['evidence add NN-2026-0001 照片.jpg'],
      ['init ../另一库 --from /dev/zero'],
    ])('ejc %s: says so at once', (call) => {
    const args = [bin, ...call.split(' '), '--no-input', '--today', '2026-11-24']
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      timeout: 30_000,
    })
    expect(status).toBe(2)
    expect(stderr).toContain('不是普通文件')
  })
})
