import { appendFileSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/core/lint/define.ts'
import { lintRepository } from '../../../src/office/lint.ts'
import { docx, p } from '../../documents/sample.ts'
import { git, put, removeTemporary, temporaryFolder } from '../temporary.ts'
import { commit, templateOf } from './template.ts'
import { program, wholeOutput } from './whole-output.ts'

const today = '2026-11-24'
const id = 'GC-2026-0001'
const folder = `cases/${id}`
const document = `${folder}/case.yaml`
const E1 = 'attachments/E1-现场勘查笔录.txt'
const draft = `${folder}/attachments/赔偿协议.docx`
const unknownKey = 'unknown: 1\n'

let root: string
beforeEach(() => {
  root = templateOf([id])
})
afterAll(removeTemporary, 60_000)

const lint = () => lintRepository(root, { today, program })

describe('what git does not see is looked at every time', () => {
  it('when evidence is changed where git can not see it, as behind a filter', async () => {
    put(root, { '.gitattributes': '*.txt filter=same\n' })
    git(root, 'config', 'filter.same.clean', 'echo same')
    git(root, 'add', '--renormalize', '.')
    commit(root)
    await lint()
    // Of another length it would be a change to git whatever the filter says.
    const file = join(root, folder, E1)
    writeFileSync(file, readFileSync(file).reverse())
    expect(git(root, 'status', '--porcelain')).toBe('')
    expect((await lint()).map(({ rule }) => rule)).toContain('evidence/hash')
  })

  it('when a draft is changed where git can not see it', async () => {
    writeFileSync(join(root, draft), docx(p('损害事实')))
    put(root, { '.gitattributes': '*.docx filter=same\n' })
    git(root, 'config', 'filter.same.clean', 'echo same')
    commit(root)
    await lint()
    const file = join(root, draft)
    writeFileSync(file, readFileSync(file).reverse())
    expect(git(root, 'status', '--porcelain')).toBe('')
    expect((await lint()).filter(({ file }) => file === draft)).toMatchObject([{ code: 'unreadable' }])
  })

  it('when evidence outside of the repository is changed, gone or out of reach', async () => {
    const outside = temporaryFolder()
    const evidence = readFileSync(join(root, folder, 'evidence.yaml'), 'utf8')
    renameSync(join(root, folder, E1), join(outside, 'E1.txt'))
    put(root, { [`${folder}/evidence.yaml`]: evidence.replace(`file: ${E1}`, 'outside: E1.txt') })
    appendFileSync(join(root, 'ejc.yaml'), `evidence: { outside: ${JSON.stringify(outside)} }\n`)
    commit(root)
    const rules = async () => (await lint()).flatMap(({ rule, case: of }) => (of === id ? rule : []))
    expect(await rules()).not.toContain('evidence/missing-file')
    appendFileSync(join(outside, 'E1.txt'), '改')
    expect(await rules()).toContain('evidence/hash')
    rmSync(join(outside, 'E1.txt'))
    expect(await rules()).toContain('evidence/missing-file')
    rmSync(outside, { recursive: true })
    expect(await wholeOutput(root, today, 'remembered')).toBe(await wholeOutput(root, today, 'anew'))
  })

  it('when a Word file was named as a draft before, which it is not for others', async () => {
    const other = `${folder}/attachments/来稿.docx`
    writeFileSync(join(root, other), docx(p('损害事实')))
    commit(root)
    const ofDraft = (findings: readonly Finding[]) =>
      findings.filter(({ file, rule }) => file === other && rule.startsWith('agreement/'))
    await lint()
    const named = await lintRepository(root, { today, program, drafts: [other] })
    expect(ofDraft(named)).not.toEqual([])
    expect(ofDraft(await lint())).toEqual([])
  })

  it('when a document is a link and what it points to changes', async () => {
    renameSync(join(root, document), join(root, 'shared.yaml'))
    symlinkSync('../../shared.yaml', join(root, document))
    commit(root)
    await lint()
    appendFileSync(join(root, 'shared.yaml'), unknownKey)
    expect((await lint()).map(({ rule }) => rule)).toContain('schema/unknown-key')
  })
})
