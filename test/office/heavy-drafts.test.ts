import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shippedLaw } from '../../src/cli/shared/law/law-in-force.ts'
import { looseDraftFindings } from '../../src/office/lint/drafts.ts'
import { docx, p } from '../documents/sample.ts'
import { temporaryFolder } from '../support/folders.ts'

const law = await shippedLaw()

/** Seconds of the processor that a check takes, and what it says. */
async function checked(body: string): Promise<{ seconds: number; said: string }> {
  const file = join(temporaryFolder(), '协议.docx')
  writeFileSync(file, docx(p('赔偿协议'), body))
  const before = process.cpuUsage()
  const found = await looseDraftFindings(file, '协议.docx', law)
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1_000_000, said: found.map(({ message }) => message).join('\n') }
}

const LONG = 200_000
const long = (unit: string): string => unit.repeat(Math.floor(LONG / unit.length))
const runs = [
  '1',
  '1,',
  '1.',
  '零',
  '壹拾',
  '，',
  '年',
  '2026年',
  '第1条',
  '一、',
  '（',
  '万元',
  '违约责任',
  ' ',
  'A',
  '20%',
]

describe('a draft that is made to take long is answered within two seconds', { timeout: 120_000 }, () => {
  it.each(runs)('a run of “%s”', async (unit) => {
    expect((await checked(p(`支付${long(unit)}`))).seconds).toBeLessThan(2)
  })

  it('comments, instructions and attributes that do not end', async () => {
    for (const body of [
      long('<!--'),
      long('<?'),
      long('<![CDATA['),
      `<w:p ${long('a')}><w:r/></w:p>`,
      long('<w:p a="'),
    ]) {
      const { seconds } = await checked(body)
      expect(seconds).toBeLessThan(2)
    }
    expect((await checked(long('<!--'))).said).toContain('XML 不完整')
  })

  it('sixty thousand paragraphs are no agreement', async () => {
    const { said, seconds } = await checked(
      Array.from({ length: 60_000 }, (_, at) => p(`第${at}条`)).join(''),
    )
    expect(said).toContain('正文超过')
    expect(seconds).toBeLessThan(4)
  })
})
