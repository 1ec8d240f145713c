import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readText } from '../../src/cli/shared/answers/text-file.ts'
import { createRepository, dataOf, listOf, type TestRepository, temporaryFolder } from '../support/cli.ts'

const id = 'NN-2026-0001'
const day = ['--today', '2026-11-24']
const file = `cases/${id}/case.yaml`

const windows = (text: string): string => `\ufeff${text.replaceAll('\n', '\r\n')}`

/** A repository as git for Windows sets clones up by itself. */
function onWindows(): TestRepository {
  const repository = createRepository('example-case')
  repository.git('config', 'core.autocrlf', 'true')
  repository.git('config', 'core.safecrlf', 'false')
  repository.git('config', 'core.fileMode', 'false')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  return repository
}

describe('a repository on Windows, where git changes line ends by itself', () => {
  const repository = onWindows()
  const ejc = (...args: string[]) => repository.ejc([...args, ...day])
  const found = (rule: string) => listOf(ejc('lint', id, '--rule', rule, '--json'), 'lint')

  it('has documents with LF in every checkout, and attachments to the byte', () => {
    const photo = join(temporaryFolder(), '清单.csv')
    writeFileSync(photo, '甲,1\r\n乙,2\n')
    expect(ejc('evidence', 'add', id, photo, '--set', 'kind=documentary', '--yes').exit).toBe(0)
    const names = repository.git('-c', 'core.quotepath=false', 'ls-files', `cases/${id}`).split('\n')
    const attached = names.find((name) => name.endsWith('.csv')) ?? ''
    repository.git('rm', '-r', '--quiet', '--cached', '.')
    repository.git('reset', '--quiet', '--hard')
    expect(repository.read(file)).not.toContain('\r')
    expect(repository.read(attached)).toBe('甲,1\r\n乙,2\n')
    expect(found('evidence/hash')).toEqual([])
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('takes documents saved with CRLF and a BOM, gives the same conclusions, and writes LF', () => {
    const before = dataOf(ejc('due', id, '--json'), 'due')
    const linted = ejc('lint').stdout
    for (const name of [file, `cases/${id}/evidence.yaml`, 'ejc.yaml'])
      repository.write(name, windows(repository.read(name)))
    expect(dataOf(ejc('due', id, '--json'), 'due')).toEqual(before)
    expect(ejc('lint').stdout).toBe(linted)
    const written = ejc('advance', id, 'add-evidence', '--set', 'title=现场照片')
    expect(written).toMatchObject({ exit: 0 })
    expect(repository.read(`cases/${id}/evidence.yaml`)).toMatch(/^[^\ufeff\r]*现场照片[^\r]*$/)
    expect(repository.git('show', `HEAD:cases/${id}/evidence.yaml`)).not.toContain('\r')
    expect(ejc('undo', id, '--yes').exit).toBe(0)
  })

  it('knows that nobody has touched a paper, whatever git does', () => {
    expect(ejc('render', id, 'consultation-notice', '1/o1').exit).toBe(0)
    repository.git('rm', '-r', '--quiet', '--cached', '.')
    repository.git('reset', '--quiet', '--hard')
    expect(found('document/stale')).toEqual([])
    const again = ejc('render', id, 'consultation-notice', '1/o1')
    expect(again).toMatchObject({ exit: 0, stderr: expect.not.stringContaining('--force') })
    expect(repository.git('status', '--porcelain')).toBe('')
  })
})

describe('an item given in a file', () => {
  const repository = createRepository('example-case')
  const item = 'title: 现场照片\nsource: 南宁市\n'

  it('with CRLF and a BOM is read as any other', () => {
    const path = join(temporaryFolder(), '证据.yaml')
    writeFileSync(path, windows(item))
    const call = repository.ejc(['advance', id, 'add-evidence', '--from', path, '--dry-run', ...day])
    expect(call).toMatchObject({ exit: 0, stdout: expect.stringMatching(/现场照片[\s\S]*南宁市/) })
  })

  it.each([
    ['UTF-8 with a BOM', windows('说明\n')],
    ['UTF-16, as PowerShell writes it', Buffer.from('\ufeff说明\r\n', 'utf16le')],
    ['GBK, as older editors do', Buffer.from([0xcb, 0xb5, 0xc3, 0xf7, 0x0d, 0x0a])],
  ])('as a text in %s is read', (_encoding, bytes) => {
    const path = join(temporaryFolder(), '说明.txt')
    writeFileSync(path, bytes)
    expect(readText(path)).toBe('说明')
  })
})

describe('an archive', () => {
  it('whose manifest an editor saved with CRLF still verifies', () => {
    const repository = onWindows()
    const target = join(temporaryFolder(), '案卷')
    expect(repository.ejc(['archive', id, '--working', '--no-pdf', '--out', target, ...day]).exit).toBe(0)
    const manifest = join(target, '元数据/manifest.sha256')
    const made = repository.ejc(['archive', 'verify', target]).stdout
    const text = windows(readFileSync(manifest, 'utf8'))
    writeFileSync(manifest, text)
    const digest = createHash('sha256').update(text).digest('hex')
    const verified = repository.ejc(['archive', 'verify', target])
    expect(verified).toMatchObject({ exit: 0, stdout: expect.stringContaining(digest) })
    expect(made).toContain('与清单一致')
  })
})
