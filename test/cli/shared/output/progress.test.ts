import { describe, expect, it } from 'vitest'
import { progressLine } from '../../../../src/cli/shared/output/progress.ts'

/** A terminal that keeps what was written, and a clock that is set by hand. */
function terminal({ isTTY = true, quiet = false } = {}) {
  const written: string[] = []
  let clock = 0
  const line = progressLine({ isTTY, write: (text) => written.push(text) }, quiet, () => clock)
  const pass = (milliseconds: number): void => {
    clock += milliseconds
  }
  return { line, written, pass }
}

const shown = (written: readonly string[]): string[] => written.map((text) => text.replace('\r\u001b[K', ''))

describe('progress', () => {
  it('of a work that is done within a second is not shown', () => {
    const { line, written, pass } = terminal()
    const work = line.start('检查案件', 10)
    pass(999)
    work.at(9)
    work.end()
    expect(written).toEqual([])
  })

  it('appears after a second and goes at the end, on one line', () => {
    const { line, written, pass } = terminal()
    const work = line.start('检查案件', 10_000)
    pass(1000)
    work.at(1234)
    work.at(1235)
    pass(100)
    work.at(1300)
    work.end()
    expect(shown(written)).toEqual(['检查案件 1,234／10,000', '检查案件 1,300／10,000', ''])
    expect(written.join('')).not.toContain('\n')
  })

  it('asks for no time where nobody sees it, since node loads its clock at the first question', () => {
    const broken = () => {
      throw new Error('asked for the time')
    }
    const work = progressLine({ isTTY: false, write: broken }, false, broken).start('检查案件', 10)
    expect(() => work.at(10)).not.toThrow()
  })

  it('of bytes is told in the unit of the whole', () => {
    const { line, written, pass } = terminal()
    const gigabyte = 1024 ** 3
    const work = line.start('计算校验值', 4.5 * gigabyte, 'bytes')
    pass(1000)
    work.at(1.2 * gigabyte)
    expect(shown(written)).toEqual(['计算校验值 1.2／4.5 GB'])
  })

  it.each([
    ['no terminal', { isTTY: false }],
    ['a call with --json', { quiet: true }],
  ])('is not shown for %s', (_, setting) => {
    const { line, written, pass } = terminal(setting)
    const work = line.start('检查案件', 10)
    pass(5000)
    work.at(5)
    work.end()
    expect(written).toEqual([])
  })

  it('gives way to what else is said', () => {
    const { line, written, pass } = terminal()
    const work = line.start('检查案件', 10)
    pass(1000)
    work.at(5)
    line.clear()
    line.clear()
    expect(written.at(-1)).toBe('\r\u001b[K')
    expect(written).toHaveLength(2)
  })
})
