import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findOffice } from '../../../../src/documents/pdf.ts'
import { ejcIn } from '../../../support/cli.ts'

const project = join(import.meta.dirname, '../../../..')
const made: string[] = []
const id = 'NN-2026-0001'
const documents = `cases/${id}/documents`
const register = `${documents}/索赔启动登记表-${id}.docx`
let [template, root] = ['', '']

const env = {
  PATH: process.env.PATH ?? '',
  HOME: tmpdir(),
  TZ: 'Asia/Shanghai',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ejc-render-test-'))
  made.push(folder)
  return folder
}

function git(...args: string[]): string {
  return spawnSync('git', args, { cwd: root, env, encoding: 'utf8' }).stdout
}

function render(...args: string[]) {
  const call = ['render', ...args, '--today', '2026-11-24', '--no-input']
  const { exit: status, stdout, stderr } = ejcIn(root, call, { env })
  return { status, stdout, stderr }
}

/** A case repository with the first example, committed; each test has a copy. */
beforeAll(() => {
  template = newFolder()
  root = template
  const fixture = join(project, 'test/fixtures/example-case')
  mkdirSync(join(root, 'cases'))
  cpSync(fixture, join(root, 'cases', id), { recursive: true })
  cpSync(join(fixture, 'ejc.yaml'), join(root, 'ejc.yaml'))
  for (const file of ['ejc.yaml', 'submissions.yaml', 'closing.yaml.sample'])
    rmSync(join(root, 'cases', id, file))
  git('init', '-q', '-b', 'main')
  git('config', 'user.name', '覃某')
  git('config', 'user.email', 'qin@example.invalid')
  git('add', '-A')
  git('commit', '-qm', 'begin')
})
beforeEach(() => {
  root = newFolder()
  cpSync(template, root, { recursive: true })
})

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** Changes a text in a file of the case and leaves it uncommitted, as an officer in an editor does. */
function edit(file: string, from: string, to: string): void {
  const path = join(root, 'cases', id, file)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
}

/** Changes a word of a paper, as somebody in Word does. */
function editPaper(file: string): void {
  const parts = unzipSync(readFileSync(join(root, file)))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  parts['word/document.xml'] = strToU8(xml.replace('同意启动', '同意'))
  writeFileSync(join(root, file), zipSync(parts))
}

describe('ejc render', () => {
  test('writes the register and commits exactly it, with trailers', () => {
    const { status, stdout } = render(id, '1')
    expect({ status, stdout }).toEqual({ status: 0, stdout: `已写入 ${register}\n` })
    expect(git('log', '-1', '--format=%B')).toContain(`Ejc-Action: render\nEjc-Case: ${id}\nEjc-Tx: `)
    const files = git('-c', 'core.quotePath=false', 'show', '--name-only', '--format=')
    expect(files.trim()).toBe(register)
    expect(git('status', '--porcelain')).toBe('')
  })

  test('again, it writes nothing and says so', () => {
    render(id, '1')
    const head = git('rev-parse', 'HEAD')
    expect(render(id, '索赔启动登记表').stdout).toBe(`已是最新 ${register}\n`)
    expect(git('rev-parse', 'HEAD')).toBe(head)
  })

  test('--all of a form that lacks facts says which were not made, and why, and is no success', () => {
    const { status, stdout, stderr } = render(id, '会议纪要', '--all')
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/没有生成：磋商会议纪要（第1轮.*第1次.*）缺少 \d+ 项/)
    expect(stderr).toMatch(/没有生成：磋商会议纪要（第1轮.*第2次/)
    expect(stderr).toContain('record.claimant')
    expect(existsSync(join(root, documents))).toBe(false)
  })

  test('--all writes every form that the facts allow, in one commit', () => {
    const { status, stderr } = render(id, '--all')
    expect(status).toBe(0)
    expect(stderr).toContain('未生成 积极履行情况告知函（韦某）缺少 1 项')
    expect(stderr).toMatch(/本案还没有涉及，未生成：索赔终止登记表、强制执行申请书、.+。/)
    expect(readdirSync(join(root, documents)).sort()).toEqual(
      [
        `司法确认申请书-${id}-G1.docx`,
        `生态环境损害调查情况登记表-${id}.docx`,
        `生态环境损害赔偿协议-${id}-G1.docx`,
        `生态环境损害赔偿磋商告知书-${id}-1_o1.docx`,
        `生态环境损害赔偿磋商告知书-${id}-1_o2.docx`,
        `索赔启动登记表-${id}.docx`,
        `信息公开稿-${id}-agreement_G1.docx`,
        `信息公开稿-${id}-funds.docx`,
        `案件线索移送函-${id}-2026-03-02.docx`,
        `磋商会议议程-${id}-1.docx`,
        `送达回证-${id}-1_o1.docx`,
        `送达回证-${id}-1_o2.docx`,
        `鉴定评估委托书-${id}-A1.docx`,
        `授权委托书-${id}-G1.docx`,
        `证据目录-${id}-G1.docx`,
        `法定代表人身份证明书-${id}.docx`,
      ].sort(),
    )
    expect(git('rev-list', '--count', 'HEAD')).toBe('2\n')
  })

  test('names what stands in the files under no known key, also for a draft: no paper prints it', () => {
    edit('consultation.yaml', 'replyBy:', 'replyByDay:')
    const { stderr } = render(id, '磋商告知书', '韦某', '--draft')
    const said = stderr.replaceAll(/\s+/g, '')
    expect(said).toMatch(/没有读入，文书里不会有：cases\/NN-2026-0001\/consultation.yaml第\d+行/)
    expect(said).toContain('replyByDay')
    expect(render(id, '1').stderr).toContain('replyByDay')
  })

  test('--json tells form, subject, file and status', () => {
    const { status, stdout } = render(id, '磋商告知书', '1/o2', '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      schemaVersion: 1,
      kind: 'render',
      data: [
        {
          form: 'consultation-notice',
          subject: '1/o2',
          file: `${documents}/生态环境损害赔偿磋商告知书-${id}-1_o2.docx`,
          status: 'written',
          missing: [],
          undecided: [],
          lines: [],
        },
      ],
    })
  })
})

describe('what is missing', () => {
  beforeEach(() => edit('consultation.yaml', 'replyBy: 2026-07-10', ''))

  test('is named with its path and action, exit 1, nothing written', () => {
    const { status, stdout, stderr } = render(id, '4', '1/o1')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(`用 ejc amend ${id} 发出磋商告知书 1 补填`)
    expect(stderr).toContain('答复期限（答复截止日期）：--set replyBy=')
    const set = ['--set', 'replyBy=2026-07-10', '--reason', '漏填']
    const call = ['amend', id, '发出磋商告知书', '1', ...set, '--no-commit', '--no-input']
    expect(ejcIn(root, call, { env })).toMatchObject({ exit: 0 })
    expect(existsSync(join(root, documents))).toBe(false)
  })

  test('stands in --json too', () => {
    const { status, stdout } = render(id, '4', '1/o1', '--json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout).data).toMatchObject([
      {
        status: 'missing',
        file: null,
        missing: [{ path: 'consultation.rounds[1].notice.replyBy', action: 'notify' }],
      },
    ])
  })

  test('becomes a blank in a --draft, which has its own file', () => {
    const { status, stdout } = render(id, '4', '1/o1', '--draft', '--json')
    expect(status).toBe(0)
    const file = `${documents}/生态环境损害赔偿磋商告知书-${id}-1_o1-草稿.docx`
    expect(JSON.parse(stdout).data).toMatchObject([{ status: 'draft', file }])
    expect(existsSync(join(root, file))).toBe(true)
  })
})

describe('a draft beside the paper for signature', () => {
  const draft = register.replace('.docx', '-草稿.docx')
  beforeEach(() => {
    render(id, '1', '--draft')
    expect(existsSync(join(root, draft))).toBe(true)
  })

  test('goes in the same commit, and that is said', () => {
    const { status, stderr } = render(id, '1')
    expect(status).toBe(0)
    expect(stderr.replace(/\n\s*/g, '')).toContain(`${draft} 已有正式的代替，已删去`)
    expect(existsSync(join(root, draft))).toBe(false)
    expect(git('show', '--name-status', '--no-renames', '--format=', '-z')).toContain(`D\0${draft}`)
    expect(git('status', '--porcelain')).toBe('')
  })

  test('goes also where the paper itself is up to date', () => {
    render(id, '1')
    render(id, '1', '--draft')
    expect(render(id, '1').stdout).toBe(`已是最新 ${register}\n`)
    expect(existsSync(join(root, draft))).toBe(false)
  })

  test('stays with --dry-run, and where the paper is written elsewhere', () => {
    render(id, '1', '--dry-run')
    render(id, '1', '--out', newFolder())
    expect(existsSync(join(root, draft))).toBe(true)
  })

  test('stays where somebody has written on in it, and that is said', () => {
    editPaper(draft)
    const { status, stderr } = render(id, '1')
    expect(status).toBe(0)
    expect(stderr.replace(/\n\s*/g, '')).toContain(`${draft} 生成后经过手工修改，没有删`)
    expect(existsSync(join(root, draft))).toBe(true)
  })
})

describe('a paper edited by hand', () => {
  beforeEach(() => {
    render(id, '1')
    editPaper(register)
  })

  test('is not overwritten: exit 1, bytes untouched', () => {
    edit('investigation.yaml', '符合启动条件', '符合条件')
    const before = readFileSync(join(root, register))
    const { status, stderr } = render(id, '1')
    expect(status).toBe(1)
    expect(stderr).toContain('手工修改')
    expect(stderr).toContain(register)
    expect(readFileSync(join(root, register)).equals(before)).toBe(true)
  })

  test('is overwritten with --force', () => {
    expect(render(id, '1', '--force')).toMatchObject({ status: 0, stdout: `已写入 ${register}\n` })
  })

  test('stays as it is with --all, which writes the others and says so', () => {
    edit('investigation.yaml', '符合启动条件', '符合条件')
    const before = readFileSync(join(root, register))
    const { status, stdout, stderr } = render(id, '--all')
    expect(status).toBe(0)
    expect(stdout).not.toContain(register)
    expect(stdout).toContain('已写入')
    expect(stderr).toContain(`${register} 经过手工修改`)
    expect(readFileSync(join(root, register)).equals(before)).toBe(true)
    const outcomes = JSON.parse(render(id, '--all', '--json').stdout).data
    expect(outcomes).toContainEqual(expect.objectContaining({ file: register, status: 'edited' }))
    expect(render(id, '--all', '--force').stdout).toContain(`已写入 ${register}`)
  })

  test('shows in --list', () => {
    expect(render(id, '--list').stdout).toMatch(/^1 +索赔启动登记表 +已生成，经过手工修改$/m)
  })
})

describe('a file that ejc did not write', () => {
  const scan = Buffer.from('%PDF-1.7 盖章后的扫描件')
  const pdf = register.replace('.docx', '.pdf')

  function place(file: string, bytes: Uint8Array): void {
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, bytes)
  }

  test('such as a scan of the signed paper is not overwritten by --pdf: exit 1, nothing written', () => {
    place(join(root, pdf), scan)
    const { status, stdout, stderr } = render(id, '1', '--pdf')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('不是 ejc 生成的')
    expect(stderr).toContain(pdf)
    expect(readFileSync(join(root, pdf)).equals(scan)).toBe(true)
    expect(existsSync(join(root, register))).toBe(false)
  })

  test('such as the scan of a paper that is as it was is kept, and told of', () => {
    expect(render(id, '1', '--force').status).toBe(0)
    place(join(root, pdf), scan)
    const { status, stderr } = render(id, '1', '--pdf')
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('已保留') })
    expect(readFileSync(join(root, pdf)).equals(scan)).toBe(true)
  })

  test('is not overwritten in the folder of --out either, neither Word nor PDF', () => {
    const folder = `${root}-out`
    made.push(folder)
    place(join(folder, basename(register)), Buffer.from('不是文书'))
    place(join(folder, basename(pdf)), scan)
    const { status, stderr } = render(id, '1', '--pdf', '--out', folder)
    expect(status).toBe(1)
    for (const file of [register, pdf]) expect(stderr).toContain(join(folder, basename(file)))
    expect(readFileSync(join(folder, basename(pdf))).equals(scan)).toBe(true)
    expect(readFileSync(join(folder, basename(register)), 'utf8')).toBe('不是文书')
  })

  test('a paper edited by hand in the folder of --out is not overwritten, one that was not is', () => {
    const folder = `${root}-out-edited`
    made.push(folder)
    const call = [id, '1', '--out', folder]
    expect(render(...call).status).toBe(0)
    edit('investigation.yaml', '符合启动条件', '符合条件')
    expect(render(...call)).toMatchObject({ status: 0, stdout: expect.stringContaining('已写入') })
    editPaper(join('..', basename(folder), basename(register)))
    edit('investigation.yaml', '符合条件', '符合启动的条件')
    expect(render(...call)).toMatchObject({ status: 1, stderr: expect.stringContaining('手工修改') })
    expect(render(...call, '--force').status).toBe(0)
  })

  test.skipIf(findOffice() === undefined)(
    '--pdf makes a PDF beside each paper, in the case as in the folder of --out, and knows its own again',
    { timeout: 120_000 },
    () => {
      const folder = `${root}-pdf`
      made.push(folder)
      expect(render(id, '1', '--pdf').stdout).toBe(`已写入 ${register}\n已写入 ${pdf}\n`)
      expect(git('status', '--porcelain')).toBe('')
      expect(render(id, '1', '--pdf').stdout).toBe(`已是最新 ${register}\n`)
      place(join(folder, basename(pdf)), readFileSync(join(root, pdf)))
      const { status, stdout } = render(id, '1', '--pdf', '--out', folder)
      expect({ status, lines: stdout.split('\n').length - 1 }).toEqual({ status: 0, lines: 2 })
      expect(readdirSync(folder).sort()).toEqual([register, pdf].map((file) => basename(file)).sort())
    },
  )
})

describe('without a record', () => {
  test('--out writes elsewhere and commits nothing', () => {
    const folder = join(root, '..', `${root.split('/').at(-1)}-out`)
    made.push(folder)
    expect(render(id, '5', '--out', folder).status).toBe(0)
    expect(readdirSync(folder)).toEqual([`生态环境损害赔偿协议-${id}-G1.docx`])
    expect(git('rev-list', '--count', 'HEAD')).toBe('1\n')
    expect(git('status', '--porcelain')).toBe('')
  })

  test('--dry-run writes nothing at all', () => {
    expect(render(id, '1', '--dry-run')).toMatchObject({ status: 0, stdout: `将写入 ${register}\n` })
    expect(existsSync(join(root, documents))).toBe(false)
  })

  test('--no-commit writes and leaves the commit to the officer', () => {
    expect(render(id, '1', '--no-commit').status).toBe(0)
    expect(existsSync(join(root, register))).toBe(true)
    expect(git('rev-list', '--count', 'HEAD')).toBe('1\n')
  })
})

describe('exit 2, with what to write instead', () => {
  test.each([
    [[id], '请写明文书'],
    [[id, '索赔启动登机表'], '没有“索赔启动登机表”这种文书。是否想写“索赔启动登记表”'],
    [[id, '磋商通知书'], '是否想写“生态环境损害赔偿磋商告知书”'],
    [[id, 'agrement'], '是否想写“生态环境损害赔偿协议”'],
    [[id, '4'], '1/o2  第1轮 韦某'],
    [[id, '4', '1/o9'], '可写：1/o1、1/o2'],
    [['NN-2026-9999', '1'], 'NN-2026-9999'],
  ])('%j', (args, words) => {
    const { status, stdout, stderr } = render(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(words)
  })

  test('a broken template of the office is named, and nothing is written', () => {
    mkdirSync(join(root, 'templates'))
    writeFileSync(join(root, 'templates/initiation-register.docx'), 'no template')
    const { status, stderr } = render(id, '1')
    expect(status).toBe(2)
    expect(stderr).toContain('templates/initiation-register.docx')
    expect(existsSync(join(root, documents))).toBe(false)
  })
})

test('--list tells forms, subjects, state and what is missing', () => {
  render(id, '1')
  const { status, stdout } = render(id, '--list', '--json')
  expect(status).toBe(0)
  const { kind, data } = JSON.parse(stdout)
  expect(kind).toBe('documents')
  expect(data).toContainEqual({
    form: 'initiation-register',
    subject: null,
    title: '索赔启动登记表',
    article: '第十三条',
    file: register,
    state: 'current',
    missing: [],
    fields: expect.arrayContaining([
      { name: '备注', title: '备注', required: false, from: [] },
      { name: '案由', title: '案由', required: true, from: [{ path: 'case.cause', action: 'new' }] },
      {
        name: '义务人.地址（住址）',
        title: '地址（住址）',
        required: true,
        from: ['o1', 'o2'].map((of) => ({ path: `case.obligors[${of}].address`, action: 'amend-obligors' })),
      },
    ]),
  })
  expect(data).toContainEqual(
    expect.objectContaining({ form: 'termination-register', missing: ['closing.terminations'] }),
  )
})

describe('--list for people', () => {
  test('is one row a paper with its state, and no path of a file format', () => {
    render(id, '1')
    const { status, stdout } = render(id, '--list')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^序号 +文书 +代码 +对象 +状态$/m)
    expect(stdout).toMatch(/^1 +索赔启动登记表 +已生成$/m)
    expect(stdout).toMatch(/^4 +生态环境损害赔偿磋商告知书 +1\/o1 +第1轮 某化工有限公司 +可生成$/m)
    expect(stdout).toMatch(/^3 +索赔终止登记表 +尚未涉及$/m)
    expect(stdout).not.toMatch(/config|[a-z]\.[a-z]/)
    expect(stdout.split('\n').length).toBeLessThan(40)
  })

  test('of a named form tells in words what it lacks and the action that records it', () => {
    const text = readFileSync(join(root, `cases/${id}/case.yaml`), 'utf8')
    writeFileSync(join(root, `cases/${id}/case.yaml`), text.replace(/^ +address: .*\n/m, ''))
    const { stdout } = render(id, '1', '--list')
    expect(stdout).toContain(`用 ejc amend ${id} 增加或者更正赔偿义务人 o1 补填`)
    expect(stdout).toMatch(/：\n {4}地址（住址）\n/)
  })

  test('of 送达回证 without a notice says that the notice is what it lacks', () => {
    rmSync(join(root, `cases/${id}/consultation.yaml`))
    const { stdout } = render(id, '送达回证', '--list')
    expect(stdout).toContain('送达回证（service-receipt）：尚未涉及')
    expect(stdout).toContain(`ejc advance ${id} 发出磋商告知书`)
    expect(stdout).not.toContain('amend-obligors')
  })
})
