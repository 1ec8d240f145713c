import { describe, expect, it } from 'vitest'
import { validate } from '../../src/generated/validators-output.js'

const deadline = {
  case: 'NN-2026-0001',
  deadline: 'screening',
  title: '初步核查',
  article: '第十二条',
  subject: null,
  start: '2026-02-11',
  due: '2026-02-25',
  rolledDue: '2026-02-25',
  status: 'met',
  daysLeft: null,
  certain: true,
  met: '2026-02-24',
  advisory: false,
  trace: [{ step: '起算', date: '2026-02-11', article: '第十二条' }],
}

const finding = {
  rule: 'agreement/clause-missing',
  code: 'breach',
  severity: 'error',
  message: '协议缺少违约责任条款。',
  article: '第二十一条',
  case: 'NN-2026-0001',
  file: 'cases/NN-2026-0001/agreements.yaml',
  line: 3,
  column: 5,
  path: 'agreements.0.clauses',
}

const show = {
  case: 'NN-2026-0001',
  stage: 'performance',
  obligors: [{ id: 'o1', name: '某公司', stage: 'performance' }],
  actions: [{ id: 'pay', subject: 'P1', title: '记录付款', article: null, available: true, blockedBy: null }],
  flags: {
    confirmation: 'applied',
    enforcement: false,
    preAgreementRestoration: false,
    investigationSuspended: false,
    major: false,
  },
  jurisdiction: {
    level: {
      proposed: 'city',
      chosen: 'county',
      conforms: true,
      article: '第十条',
      reason: '辖区内的损害。',
    },
    department: null,
    handlingUnit: '某县自然资源局',
    overrideReason: null,
  },
  simpleCase: {
    simple: false,
    conditions: [{ id: 'amount', title: '损害较小', holds: false, why: '未记录初步估算的损害数额' }],
  },
  remedies: [
    {
      reference: 'G1',
      failures: [{ what: '款项 P1 尚欠 1.00 元', obligors: ['o1'] }],
      remedies: [{ remedy: 'suit', action: 'sue', open: true, refusedBy: null }],
    },
  ],
  deadlines: [deadline],
  findings: [finding],
  documents: [{ form: 'agreement', subject: 'G1', title: '赔偿协议', file: null, state: 'absent' }],
}

describe('what --json prints', () => {
  it.each([
    ['due', [deadline, { ...deadline, due: null, status: 'suspended' }]],
    ['lint', [finding]],
    ['show', show],
  ])('%s is of its schema', (kind, data) => {
    expect(validate({ schemaVersion: 1, kind, data })).toBe(true)
  })

  it.each([
    ['another kind', { schemaVersion: 1, kind: 'due', data: [finding] }],
    ['another version', { schemaVersion: 2, kind: 'lint', data: [finding] }],
    [
      'a status that does not exist',
      { schemaVersion: 1, kind: 'due', data: [{ ...deadline, status: 'late' }] },
    ],
    ['an unknown key', { schemaVersion: 1, kind: 'lint', data: [{ ...finding, note: '' }] }],
  ])('%s is not', (_, output) => {
    expect(validate(output)).toBe(false)
  })
})
