import { beforeAll, describe, expect, it } from 'vitest'
import type { TestRepository } from '../support/cli.ts'
import { check, LIMIT, readCoverage } from './check.ts'
import { acceptanceRepository } from './office.ts'

const { cases, rows } = readCoverage()

describe('每一条要求，由真实的命令办到', () => {
  let office: TestRepository

  beforeAll(() => {
    office = acceptanceRepository(cases)
  })

  for (const { article, asks, runs } of rows) {
    it(
      `${article}：${asks}`,
      () => {
        for (const run of runs) check(office, run)
      },
      LIMIT,
    )
  }

  it('every row shows something', () => {
    expect(rows.filter(({ runs }) => !runs?.length)).toEqual([])
  })

  it('no article of the table is left out', () => {
    const named = rows.map(({ article }) => article).join('、')
    const asked = ['一', '四', '五', '六', '七', '八', '九', '十', '三十一', '四十二', '四十三']
    const tens = ['十', '二十', '三十'].flatMap((ten) =>
      ['一', '二', '三', '四', '五', '六', '七', '八', '九'].map((one) => ten + one),
    )
    const wanted = [...asked, ...tens, '二十', '三十'].filter(
      (number) => number !== '三十七' && number !== '三十九',
    )
    expect(wanted.filter((number) => !named.includes(`第${number}条`))).toEqual([])
    expect(named).toContain('附件1')
    expect(named).toContain('附件2')
  })
})
