import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { docx, p } from '../../../documents/sample.ts'
import { createRepository, ejcIn, listOf, temporaryFolder } from '../../../support/cli.ts'

const day = ['--today', '2026-11-24']
const draft = docx(p('损害事实'), p('2026年1月倾倒废酸。'), p('违约责任'), p('×××'))

describe('ejc lint draft.docx', () => {
  it('works outside of any repository, and says which paragraph', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'draft.docx'), draft)
    const call = ejcIn(folder, ['lint', 'draft.docx', '--json'])
    expect(call.exit).toBe(1)
    const found = listOf(call, 'lint')
    expect(found).toHaveLength(13)
    expect(found.find(({ code }) => code === 'breach')).toMatchObject({
      rule: 'agreement/draft-clause-missing',
      severity: 'error',
      article: '第二十一条',
      case: null,
      file: 'draft.docx',
      line: 3,
    })
    const { lines } = ejcIn(folder, ['lint', 'draft.docx'])
    expect(lines[0]).toBe('draft.docx')
    expect(lines).toContain('  错误  全文')
    expect(lines).toContain('  错误  第 3 段')
    expect(lines.join('\n')).not.toMatch(/案件库|docx:\d|breach/)
    const sarif = ejcIn(folder, [
      'lint',
      'draft.docx',
      '--format',
      'sarif',
      '--rule',
      'agreement/draft-figures',
    ])
    expect(sarif).toMatchObject({ exit: 0 })
    expect(sarif.stdout).toContain('"results": []')
  })

  it('refuses other files outside of a repository, and files that are not there', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'draft.txt'), '')
    expect(ejcIn(folder, ['lint', 'draft.txt'])).toMatchObject({ exit: 2, stdout: '' })
    const gone = ejcIn(folder, ['lint', 'gone.docx'])
    expect(gone).toMatchObject({ exit: 2, stdout: '' })
    expect(gone.stderr).toContain('没有“gone.docx”')
  })

  it('reads a draft beside a case in one call, and one in the case against its facts', () => {
    const repository = createRepository('example-case')
    const outside = join(temporaryFolder(), '来稿.docx')
    writeFileSync(outside, draft)
    repository.write('cases/NN-2026-0001/来稿.docx', draft)
    const found = listOf(
      repository.ejc([
        'lint',
        outside,
        'cases/NN-2026-0001/来稿.docx',
        '--json',
        '--rule',
        'agreement/draft-figures',
        '--rule',
        'agreement/draft-clause-missing',
        ...day,
      ]),
      'lint',
    )
    const of = (file: string) => found.filter((finding) => finding.file === file)
    expect(of('cases/NN-2026-0001/来稿.docx').map(({ code }) => code)).toContain('total')
    expect(of(outside).map(({ code }) => code)).toContain('breach')
    expect(of(outside).map(({ code }) => code)).not.toContain('total')
  })
})
