import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { docx, p } from '../../../documents/sample.ts'
import { createRepository, type TestRepository } from '../../../support/cli.ts'

const id = 'NN-2026-0001'
const day = ['--today', '2026-11-24', '--no-input']

function put({ root }: TestRepository, file: string, ...body: string[]): void {
  mkdirSync(join(root, 'templates'), { recursive: true })
  writeFileSync(join(root, 'templates', file), docx(...body))
}

/** The titles of the volume in their order, as a dry run lists them. */
function titlesOf(repository: TestRepository): string[] {
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '改动')
  const { stdout } = repository.ejc(['archive', id, '--working', '--dry-run', '--json', ...day])
  return JSON.parse(stdout).data.materials.map(({ title }: { title: string }) => title)
}

describe("the office's own papers in the file of a case (第三十八条)", () => {
  const repository = createRepository('example-case')
  put(
    repository,
    '函.docx',
    p('{{归档：鉴定评估}}'),
    p('{{题名：关于提供水文资料的函}}'),
    p('致{{当事人名称}}'),
  )
  put(repository, '现场检查笔录.docx', p('案由：{{案由}}'))
  put(repository, '报告.docx', p('结案：{{案由}}{{结案日期}}'))
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  for (const papers of ['--all', '报告']) repository.ejc(['render', id, papers, ...day])
  const titles = titlesOf(repository)
  const placeOf = (start: string, among = titles) => among.findIndex((title) => title.startsWith(start))

  it('lie where their templates say, under the title that these say', () => {
    expect(titles).toContain('关于提供水文资料的函（某化工有限公司）')
    expect(placeOf('关于提供水文资料的函')).toBeGreaterThan(placeOf('索赔启动登记表'))
    expect(placeOf('关于提供水文资料的函')).toBeLessThan(placeOf('生态环境损害赔偿磋商告知书'))
  })

  it('lie else where their names tell, else with the last step that they tell of', () => {
    const investigation = placeOf('生态环境损害调查情况登记表')
    expect([investigation - 1, investigation + 1]).toContain(placeOf('现场检查笔录'))
    expect(placeOf('报告')).toBe(titles.length - 2)
  })

  it('stay where their names tell once the template is gone', () => {
    rmSync(join(repository.root, 'templates/现场检查笔录.docx'))
    const left = titlesOf(repository)
    expect(placeOf('现场检查笔录', left)).toBeLessThan(placeOf('生态环境损害赔偿磋商告知书', left))
  })
})
