import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ejcIn } from '../../../support/cli.ts'
import { readText } from '../../../support/read-text.ts'

const fixture = join(import.meta.dirname, '../../../fixtures/example-case')
const id = 'NN-2026-0001'
let root = ''

/** A library with the first example, before anything was agreed, paid or restored. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'ejc-render-day-'))
  mkdirSync(join(root, 'cases'))
  cpSync(fixture, join(root, 'cases', id), { recursive: true })
  cpSync(join(fixture, 'ejc.yaml'), join(root, 'ejc.yaml'))
  for (const file of ['ejc.yaml', 'submissions.yaml', 'closing.yaml.sample'])
    rmSync(join(root, 'cases', id, file))
  for (const file of ['agreements', 'court', 'payments', 'restoration'])
    rmSync(join(root, 'cases', id, `${file}.yaml`))
})
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

describe('ejc render 5 --draft before signing (第二十一条)', () => {
  it('brings parties, facts, evidence, law and sums to the talks, and is no paper to sign', async () => {
    const out = mkdtempSync(join(tmpdir(), 'ejc-render-out-'))
    const call = (...more: string[]) =>
      ejcIn(root, ['render', id, '5', ...more, '--out', out, '--today', '2026-07-19', '--no-input'])
    expect(call('--draft').exit).toBe(0)
    const [file = ''] = readdirSync(out)
    expect(file).toContain('草稿')
    const text = (await readText(new Uint8Array(readFileSync(join(out, file))))).join('\n')
    for (const known of ['某化工有限公司', '韦某', '倾倒', '《中华人民共和国民法典》', '529,700.00元'])
      expect(text).toContain(known)
    expect(text).toMatch(/违约责任的承担：＿+/u)
    expect(call()).toMatchObject({ exit: 1, stderr: expect.stringContaining('赔偿协议') })
    rmSync(out, { recursive: true, force: true })
  })
})

describe('the law that a paper cites', () => {
  it.each([
    ['鉴定评估委托书', 'A1', false],
    ['信息公开稿', 'agreement/G1', true],
  ])('of %s is told where nobody has read it in its own text', (paper, subject, isTold) => {
    for (const file of ['agreements', 'court', 'payments', 'restoration'])
      cpSync(join(fixture, `${file}.yaml`), join(root, 'cases', id, `${file}.yaml`))
    const out = mkdtempSync(join(tmpdir(), 'ejc-render-out-'))
    const { exit, stderr } = ejcIn(root, [
      ...['render', id, paper, subject, '--draft', '--out', out],
      ...['--today', '2026-11-24', '--no-input'],
    ])
    expect(exit).toBe(0)
    expect(stderr.replaceAll('\n', '').includes('未核对原文，发出以前请核对')).toBe(isTold)
    rmSync(out, { recursive: true, force: true })
  })
})
