import { describe, expect, it } from 'vitest'
import { formats } from '../../src/core/schema/formats.ts'

type Row = [format: keyof typeof formats, good: string[], bad: string[]]

const rows: Row[] = [
  [
    'date',
    ['2024-02-29', '2000-02-29', '2026-12-31', '1900-01-01', '2199-12-31'],
    [
      '2023-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '0000-01-01',
      '0026-01-01',
      '1899-12-31',
      '2200-01-01',
      '9999-12-20',
      '2026-1-1',
      '2026-01-01 ',
      '',
    ],
  ],
  [
    'date-time-minute',
    ['2026-07-20 09:30', '2026-07-20 23:59'],
    [
      '2026-07-20',
      '2026-07-20T09:30',
      '2026-07-20 9:30',
      '2026-02-30 09:30',
      '2026-07-20 09:60',
      '9999-07-20 09:30',
    ],
  ],
  [
    'web-address',
    [
      'https://sthjt.gxzf.gov.cn/zfxxgk/t1.shtml?id=1',
      'http://example.cn:8080',
      'www.nanning.gov.cn',
      '生态.公益',
    ],
    [
      '见局网站',
      '局网站公告栏',
      '已公开',
      'https://',
      'https://局 网站',
      '1.2',
      'a..cn',
      'https://x',
      '2026.3.2',
    ],
  ],
  [
    'bank-account',
    ['45010121234567890', '6222020200012345678', '20-123401040001234'],
    ['', '123', '6222 0202', '六二二二', 'ABCDEFGH', '1'.repeat(41)],
  ],
  [
    'money',
    ['0', '0.5', '431500.00', '9999999999999.99'],
    ['', '1.005', '-1', '01', '1,000', '1e3', '１２', '10000000000000', '.5', '1.'],
  ],
  ['decimal', ['0', '1200', '0.4311'], ['-1', '1e3', '1 ', '']],
  ['month', ['2026-04'], ['2026-4', '2026-13', '2026-04-01', '9999-04']],
  ['period', ['2026Q1', '2026'], ['2026Q5', '2026-1', 'Q1', '9999', '9999Q1']],
  [
    'id',
    ['o1', 'guangxi-2025-draft', '2026', '甲1'],
    ['', ' o1', 'a/b', 'a\\b', '..', 'a..b', '-x', 'a\nb', 'x'.repeat(65)],
  ],
  ['case-id', ['NN-2026-0001', 'A1-2026-0001'], ['nn-2026-0001', 'NN-26-0001', 'NN-2026-1', '../-2026-0001']],
  ['sha256', ['', 'a'.repeat(64)], ['a'.repeat(63), 'A'.repeat(64), 'g'.repeat(64)]],
  [
    'relative-path',
    ['attachments/E1-笔录.pdf'],
    ['', '/etc/passwd', '../x', 'a/../b', 'a//b', 'C:x', 'a\\b', './a', 'a/nul.pdf', 'a./b', 'a /b', 'a/b.'],
  ],
  [
    'line',
    ['某案', '𠮷某 😀', 'ئۇيغۇر', ''],
    ['a\nb', 'a\tb', 'a\u2028b', '\u0000', '\u2066', '\ud800', '\uffff', '\u009b'],
  ],
  ['text', ['第一行\n第二行\t完'], ['\u0007', 'a\rb', '\u202a', '\u2069', '\udc00']],
]

describe.each(rows)('the format %s', (format, good, bad) => {
  it.each(good)('accepts %j', (value) => {
    expect(formats[format](value)).toBe(true)
  })
  it.each(bad)('refuses %j', (value) => {
    expect(formats[format](value)).toBe(false)
  })
})
