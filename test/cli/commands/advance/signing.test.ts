import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { createRepository, type TestRepository } from '../../../support/cli.ts'

const id = 'NN-2026-0001'
const file = `cases/${id}/agreements.yaml`
const day = ['--today', '2026-09-28']
const payee = { name: '某鉴定评估中心', account: '4501 0121 234567', bank: '某银行某支行' }

/** The example case before it was signed, and what was signed. */
function toSign(): { repository: TestRepository; signed: Record<string, unknown> } {
  const repository = createRepository('example-case')
  const [signed] = parse(repository.read(file)).agreements
  for (const name of ['agreements', 'court', 'restoration', 'payments', 'supervision'])
    rmSync(join(repository.root, `cases/${id}/${name}.yaml`))
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  return { repository, signed }
}

function signs({ root, write, ejc }: TestRepository, item: object, ...more: string[]) {
  write('签订.yaml', stringify(item))
  return ejc(['advance', id, '签订', '--from', join(root, '签订.yaml'), ...more, ...day])
}

describe('ejc advance 签订', () => {
  it('takes the account of a payment by --set; the history and a search show its ends alone', () => {
    const { repository, signed } = toSign()
    const sets = Object.entries(payee).flatMap(([key, value]) => [
      '--set',
      `payments.1.payee.${key}=${value}`,
    ])
    expect(signs(repository, signed, ...sets)).toMatchObject({ exit: 0 })
    expect(parse(repository.read(file)).agreements[0].payments[1].payee).toEqual({
      ...payee,
      account: '45010121234567',
    })
    const { ejc } = repository
    const amended = ejc([
      'amend',
      id,
      'sign',
      '--set',
      'payments.1.payee.account=20123401040001',
      '--reason',
      '抄错',
      ...day,
    ])
    expect(amended).toMatchObject({ exit: 0 })
    // In the history, and where cases are searched, an account stands with its ends alone.
    expect(repository.git('log', '-1', '--format=%B')).toContain('450*******4567 → 201*******0001')
    expect(ejc(['search', '20123401040001', ...day]).stdout).toContain('201*******0001')
    expect(ejc(['search', '20123401040001', ...day]).stdout).not.toContain('20123401040001 ')
  })

  it.each([
    ['too little', '59999.99'],
    ['too much', '60000.01'],
  ])('refuses payments that come to %s', (_, amount) => {
    const { repository, signed } = toSign()
    const call = signs(repository, signed, '--set', `payments.1.amount=${amount}`)
    expect(call).toMatchObject({ exit: 1, stderr: expect.stringContaining('付款安排之和') })
    expect(repository.git('status', '--porcelain', 'cases')).toBe('')
  })

  it('refuses instalments without a bond, and takes them with one', () => {
    const { repository, signed } = toSign()
    const substitutes = [{ mode: 'instalments', consentedOn: '2026-09-28', reason: '停产半年' }]
    const call = signs(repository, { ...signed, substitutes })
    expect(call).toMatchObject({ exit: 1, stderr: expect.stringContaining('请填写“履约保证金”') })
    expect(call.stderr).toContain('第二十六条')
    const bond = ['amount=2万', 'form=银行保函', 'dueOn=10.10'].flatMap((set) => [
      '--set',
      `performanceBond.${set}`,
    ])
    expect(signs(repository, { ...signed, substitutes }, ...bond)).toMatchObject({ exit: 0 })
    expect(parse(repository.read(file)).agreements[0].performanceBond).toEqual({
      amount: '20000.00',
      form: '银行保函',
      dueOn: '2026-10-10',
    })
  })

  it('refuses a number that is no account, and says what one is', () => {
    const { repository, signed } = toSign()
    const call = signs(
      repository,
      signed,
      '--set',
      'payments.1.payee.name=某',
      '--set',
      'payments.1.payee.account=另行通知',
    )
    expect(call).toMatchObject({ exit: 2, stderr: expect.stringContaining('6 至 40 位数字') })
  })
})
