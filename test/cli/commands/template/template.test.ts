import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { offerFor } from '../../../../src/cli/commands/completion/answer.ts'
import { forms } from '../../../../src/core/forms/index.ts'
import { docx, p } from '../../../documents/sample.ts'
import {
  createRepository,
  ejcIn,
  listOf,
  type TestRepository,
  temporaryFolder,
} from '../../../support/cli.ts'
import { allCompared, finalFile, finalId, newFinalText } from '../../../support/own-pack.ts'

const day = ['--today', '2026-11-24', '--no-input']
let office: TestRepository

function put(file: string, bytes: Uint8Array, { root }: TestRepository = office): void {
  const path = join(root, 'templates', file)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, bytes)
}

/** Wide, so that no line of it is broken. */
const wide = { columns: 200 }
const call = (...args: string[]) => office.ejc(['template', ...args, ...day], wide)

beforeAll(() => {
  office = createRepository()
  put('现场检查笔录.docx', docx(p('案由：{{案由}}，天气：{{天气}}，{{案件由}}')))
  put('坏的.docx', docx(p('{{案由}')))
})

describe('ejc template list', () => {
  test('names every form with its template, then the papers of the office and how they stand', () => {
    const { stdout, exit } = call('list')
    expect(exit).toBe(0)
    expect(stdout).toMatch(/^4 +生态环境损害赔偿磋商告知书 +consultation-notice +内置/mu)
    expect(stdout).toMatch(/坏的 +templates\/坏的\.docx +1 处要改正/u)
    expect(stdout).toMatch(/现场检查笔录 .*2 处请核对/u)
  })

  test('says the same to programs', () => {
    const listed = listOf(call('list', '--json'), 'templates')
    expect(listed.filter(({ kind }) => kind === 'form')).toHaveLength(forms.length)
    expect(listed.at(-1)).toMatchObject({
      form: '现场检查笔录',
      title: '现场检查笔录',
      kind: 'own',
      file: 'templates/现场检查笔录.docx',
      problems: [],
    })
  })
})

describe('ejc template copy', () => {
  test('puts an original into the library, in a commit of its own, and it stands in place of the built-in one', () => {
    const repository = createRepository()
    const copied = repository.ejc(['template', 'copy', '磋商告知书', ...day])
    expect(copied).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining('templates/consultation-notice.docx'),
    })
    expect(repository.git('show', '--name-only', '--format=%s%n%(trailers:key=Ejc-Action)', 'HEAD')).toMatch(
      /^取出文书模板：生态环境损害赔偿磋商告知书\nEjc-Action: template-copy\n\n+templates\/consultation-notice\.docx\n$/,
    )
    const original = readFileSync('templates/consultation-notice.docx')
    expect(
      Buffer.compare(readFileSync(join(repository.root, 'templates/consultation-notice.docx')), original),
    ).toBe(0)
    expect(repository.ejc(['template', 'list', ...day]).stdout).toMatch(/consultation-notice +templates/u)
    expect(repository.ejc(['template', 'copy', '4', ...day]).stdout).toContain('已是原件')
  })

  test('does not overwrite what the office has changed, unless it is told to', () => {
    const repository = createRepository()
    put('agreement.docx', docx(p('改过的')), repository)
    const refused = repository.ejc(['template', 'copy', '5', ...day])
    expect(refused.exit).toBe(1)
    expect(refused.stderr).toContain('templates/agreement.docx')
    expect(repository.ejc(['template', 'copy', '5', '--force', ...day]).exit).toBe(0)
  })

  test('hands out all originals elsewhere, by their names, and writes nothing with --dry-run', () => {
    const folder = temporaryFolder()
    expect(call('copy', '--all', '--out', folder, '--dry-run').stdout).toContain('将写入')
    expect(call('copy', '--all', '--out', folder).exit).toBe(0)
    const notice = readFileSync(join(folder, '生态环境损害赔偿磋商告知书.docx'))
    expect(Buffer.compare(notice, readFileSync('templates/consultation-notice.docx'))).toBe(0)
    // By its name it takes the place of the built-in one, too.
    const repository = createRepository()
    put('生态环境损害赔偿磋商告知书.docx', notice, repository)
    expect(repository.ejc(['template', 'check', ...day]).stdout).toContain(
      '代替内置的生态环境损害赔偿磋商告知书',
    )
  })

  test('asks which, and says what may be meant', () => {
    expect(call('copy')).toMatchObject({ exit: 2, stderr: expect.stringContaining('--all') })
    expect(call('copy', '磋商通知书')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('生态环境损害赔偿磋商告知书'),
    })
  })
})

describe('ejc template fields', () => {
  test('lists what papers of the office may print, with the step that records it', () => {
    const { stdout } = call('fields')
    expect(stdout).toMatch(/^\{\{案由\}\} +案由 +登记线索$/mu)
    expect(stdout).toMatch(/^\{\{证据\.名称\}\} +证据名称 +登记证据/mu)
    const listed = listOf(call('fields', '--json'), 'template-fields')
    expect(listed).toContainEqual({
      name: '证据.名称',
      list: '证据',
      says: '证据名称',
      path: 'evidence.evidence',
      action: 'add-evidence',
    })
  })

  test('lists the fields of one form, and of a paper of the office', () => {
    expect(call('fields', '磋商告知书').stdout).toContain('{{答复期限}}')
    expect(call('fields', '现场检查笔录').stdout).toMatch(/\{\{天气\}\} +字段表里没有，留横线/u)
  })
})

describe('ejc template check', () => {
  test('names what has to be mended and what to look at, by paragraph, and fails', () => {
    const { stdout, exit } = call('check')
    expect(exit).toBe(1)
    expect(stdout).toMatch(
      /坏的\.docx（自备文书，ejc render 案件 坏的）：1 处要改正\n要改正：\n {2}正文第 1 段（\{\{案由\}）/u,
    )
    expect(stdout).toContain('是否应为 {{案由}}？')
    expect(listOf(call('check', '现场检查笔录', '--json'), 'templates')).toHaveLength(1)
  })

  test('checks a file before it is put into the library', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, '结案报告.docx'), docx(p('{{#证据}}'), p('{{证据.名称}}')))
    const { stdout, exit } = call('check', join(folder, '结案报告.docx'))
    expect(exit).toBe(1)
    expect(stdout).toContain('没有对应的 {{/证据}}')
    expect(call('check', '没有的.docx')).toMatchObject({ exit: 2 })
  })
})

describe('two templates for one form', () => {
  test('are told: only that named by its code is used', () => {
    const repository = createRepository()
    for (const file of ['agreement.docx', '生态环境损害赔偿协议.docx'])
      put(file, readFileSync('templates/agreement.docx'), repository)
    const { stdout, exit } = repository.ejc(['template', 'check', ...day], wide)
    expect(exit).toBe(1)
    expect(stdout).toContain('templates/agreement.docx 也是这种文书的模板，只用它：请删去其中一个。')
  })
})

describe("another province's forms", () => {
  test('are a folder of templates that its text names', () => {
    const repository = createRepository()
    newFinalText(repository)
    repository.write(finalFile, repository.read(finalFile).replace('status:', 'templates: 湖南\nstatus:'))
    const faults = () => repository.ejc(['regulation', 'check', ...day]).stdout
    expect(faults()).toMatch(/guangxi-2026\.yaml:\d+:\d+.*templates\/湖南\/ 里没有 \.docx 模板/u)
    put('湖南/agreement.docx', readFileSync('templates/agreement.docx'), repository)
    put('湖南/现场勘验笔录.docx', docx(p('{{案由}}')), repository)
    put('贵州/现场勘验笔录.docx', docx(p('{{案由}}')), repository)
    expect(faults()).not.toContain('里没有 .docx 模板')
    repository.write(
      'ejc.yaml',
      repository.read('ejc.yaml').replace(/regulation: .*/u, `regulation: ${finalId}`),
    )
    const { stdout } = repository.ejc(['template', 'list', ...day], wide)
    expect(stdout).toMatch(/生态环境损害赔偿协议 +agreement +templates\/湖南\/agreement\.docx +没有问题/u)
    expect(stdout).toMatch(/现场勘验笔录 +templates\/湖南\/现场勘验笔录\.docx/u)
    expect(repository.ejc(['template', 'check', ...day]).stdout).toContain(
      '没有规范包使用文件夹 templates/贵州',
    )
  })

  test('are used by the cases of that text, and by no others', async () => {
    const repository = createRepository()
    newFinalText(repository)
    allCompared(repository)
    repository.write(finalFile, repository.read(finalFile).replace('status:', 'templates: 湖南\nstatus:'))
    put('湖南/索赔启动登记表.docx', readFileSync('templates/initiation-register.docx'), repository)
    put('湖南/现场勘验笔录.docx', docx(p('{{案由}}')), repository)
    for (const id of ['NN-2026-0001', 'NN-2026-0002']) repository.addCase('example-case', id)
    repository.replace(
      'cases/NN-2026-0002/case.yaml',
      'regulation: guangxi-2025-draft',
      `regulation: ${finalId}`,
    )
    repository.replace('cases/NN-2026-0002/case.yaml', 'id: NN-2026-0001', 'id: NN-2026-0002')
    expect(repository.ejc(['template', 'fields', '现场勘验笔录', ...day]).stdout).toContain('{{案由}}')
    for (const [id, count] of Object.entries({ 'NN-2026-0001': 0, 'NN-2026-0002': 1 }))
      expect(await offerFor('现', ['render', id], repository.root)).toHaveLength(count)
    const render = (...args: string[]) => repository.ejc(['render', ...args, '--dry-run', ...day], wide)
    expect(render('NN-2026-0002', '现场勘验笔录')).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining('现场勘验笔录-NN-2026-0002.docx'),
    })
    expect(render('NN-2026-0001', '现场勘验笔录')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('没有'),
    })
    // A form of theirs that is damaged is found only where it is used.
    put('湖南/索赔启动登记表.docx', docx(p('{{案由}')), repository)
    expect(render('NN-2026-0001', '1').exit).toBe(0)
    expect(render('NN-2026-0002', '1').stderr).toContain('templates/湖南/索赔启动登记表.docx')
  })
})

describe('outside of a case repository', () => {
  const folder = temporaryFolder()
  const outside = (...args: string[]) => ejcIn(folder, ['template', ...args, ...day], wide)

  test('the built-in papers and the fields are listed, and the call says that the office has none here', () => {
    expect(outside('list')).toMatchObject({
      exit: 0,
      stdout: expect.stringMatching(/^4 +生态环境损害赔偿磋商告知书 +consultation-notice +内置/mu),
      stderr: expect.stringContaining('这里不是案件库，只有内置文书'),
    })
    expect(listOf(outside('list', '--json'), 'templates')).toHaveLength(forms.length)
    expect(outside('fields')).toMatchObject({ exit: 0, stdout: expect.stringContaining('{{案由}}') })
    expect(outside('fields', '磋商告知书')).toMatchObject({
      exit: 0,
      stdout: expect.stringMatching(/\{\{答复期限\}\} .*发出磋商告知书/u),
    })
  })

  test('a file is checked; without one there is nothing to check', () => {
    writeFileSync(join(folder, '结案报告.docx'), docx(p('{{案由}')))
    expect(outside('check', '结案报告.docx')).toMatchObject({
      exit: 1,
      stdout: expect.stringContaining('正文第 1 段（{{案由}）'),
    })
    expect(outside('check', '没有的.docx').stderr).toBe('用法有误：没有文件 没有的.docx。\n')
    expect(outside('check')).toMatchObject({ exit: 2, stderr: expect.stringContaining('请写明文件') })
  })

  test('originals go where the call says; without that there is no place for them', () => {
    expect(outside('copy', '磋商告知书')).toMatchObject({ exit: 2, stderr: expect.stringContaining('--out') })
    expect(outside('copy', '磋商告知书', '--out', '原件').exit).toBe(0)
    const original = readFileSync('templates/consultation-notice.docx')
    const copied = readFileSync(join(folder, '原件/生态环境损害赔偿磋商告知书.docx'))
    expect(Buffer.compare(copied, original)).toBe(0)
  })

  test('a repository that is damaged is not taken for none', () => {
    const repository = createRepository()
    repository.write('ejc.yaml', 'schema: 1\n')
    expect(repository.ejc(['template', 'list', ...day])).toMatchObject({ exit: 2, stdout: '' })
  })
})
