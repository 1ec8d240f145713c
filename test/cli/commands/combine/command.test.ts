import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { addDays } from '../../../../src/core/calendar/dates.ts'
import { officersOn } from '../../../../src/core/facts/by-day.ts'
import { dataOf, listOf, type TestRepository } from '../../../support/cli.ts'
import { errorsIn, exampleDay, exampleOffice, sha256Of, stateOf } from '../../../support/example-office.ts'

const [signed, young, clue] = ['GC-2026-0001', 'GC-2026-0005', 'GC-2026-0006']
const why = ['--reason', '同一厂区的两次巡查']

function combine({ ejc }: TestRepository, from: string, into: string, ...options: string[]) {
  return ejc(['combine', from, into, ...why, ...options, ...exampleDay])
}

function change(repository: TestRepository, file: string, from: string, to: string): void {
  repository.replace(file, from, to)
  repository.git('commit', '--quiet', '--all', '-m', '改动')
}

describe('two cases that are one', () => {
  const repository = exampleOffice()
  const before = stateOf(repository)
  const old = repository.read(`cases/${young}/case.yaml`)

  it('are refused as long as nobody says which of two different facts counts, each named with its option', () => {
    const call = combine(repository, young, signed)
    expect(call).toMatchObject({ exit: 2, stdout: '' })
    expect(call.stderr).toContain(`--keep 启动索赔=${signed}`)
    expect(call.stderr).toContain(`--keep 初步估算损害金额=${signed}`)
    expect(stateOf(repository)).toBe(before)
  })

  it('are shown before, with what moves, and nothing is written by --dry-run', () => {
    const call = combine(repository, young, signed, '--keep', signed, '--dry-run')
    expect(call.exit).toBe(0)
    expect(call.stderr).toMatch(/转入赔偿义务人：o1 → o3/)
    expect(call.stderr).toContain(`启动索赔：以 ${signed} 为准`)
    expect(call.stderr).toMatch(new RegExp(`案件名称、.*：以 ${signed} 的说法为准`))
    expect(stateOf(repository)).toBe(before)
  })

  it('say who joins the officers, as the case then has them', () => {
    const other = exampleOffice()
    const kept = ['--keep', 'GC-2026-0004']
    const call = combine(other, clue, 'GC-2026-0004', ...kept)
    expect(call.stderr).toContain('办案人员：宁某加入，与韩某共同承办')
    const text = other.read('cases/GC-2026-0004/case.yaml')
    expect(text).toMatch(/officers:[\s\S]*韩某[\s\S]*宁某/)
    const file = parseYaml(text)
    const namesOn = (day: string) => officersOn(file, day).map(({ name }) => name)
    const joined = exampleDay[1] ?? ''
    expect(namesOn(addDays(joined, -1))).toEqual(['韩某'])
    expect(namesOn(joined)).toEqual(['韩某', '宁某'])
    expect(other.ejc(['show', 'GC-2026-0004', ...exampleDay]).stdout).toContain(
      `移交  ${joined} 宁某接办：${clue} 并入本案`,
    )
  })

  it('become one by one commit of the files of the two', () => {
    const call = combine(repository, young, signed, '--keep', signed)
    expect(call).toMatchObject({ exit: 0 })
    expect(call.stdout).toContain(`已并案：${young} 并入 ${signed}`)
    expect(repository.ejc(['show', young, ...exampleDay]).stdout).toContain(`已并入 ${signed} 号案件`)
    const listed = repository.ejc(['list', ...exampleDay])
    expect(listed.stdout).not.toContain(young)
    expect(listed.stderr).toContain('另有 1 件已撤回或者已并入别案，用 --all 列出。')
    const all = repository.ejc(['list', '--all', ...exampleDay]).stdout
    expect(all.split('\n').find((line) => line.startsWith(young))).toMatch(/ 已并入( |$)/)
    expect(repository.git('status', '--porcelain')).toBe('')
    expect(repository.git('rev-list', '--count', 'HEAD')).toBe('3\n')
    const files = repository
      .git('-c', 'core.quotePath=false', 'show', '--name-only', '--format=')
      .trim()
      .split('\n')
    expect(files.filter((file) => file.startsWith(`cases/${young}/`))).toEqual([`cases/${young}/case.yaml`])
    expect(
      files.every((file) => file.startsWith(`cases/${young}/`) || file.startsWith(`cases/${signed}/`)),
    ).toBe(true)
    expect(repository.git('log', '-1', '--format=%B')).toMatch(
      new RegExp(`Ejc-Action: combine\nEjc-Case: ${signed}\nEjc-Subject: ${young}`),
    )
  })

  it('with obligors, evidence, appraisals and what refers to them under free numbers', () => {
    expect(repository.read(`cases/${signed}/case.yaml`)).toMatch(
      /- (?:id: o3|\{ id: o3)[\s\S]*某电镀有限公司/,
    )
    expect(repository.read(`cases/${signed}/appraisals.yaml`)).toContain('id: A2')
    expect(repository.read(`cases/${signed}/investigation.yaml`)).toContain('E11')
    const file = `cases/${signed}/attachments/E11-现场勘查笔录.txt`
    expect(sha256Of(repository, file)).toBe(
      sha256Of(repository, `cases/${young}/attachments/E1-现场勘查笔录.txt`),
    )
    expect(repository.read(`cases/${signed}/evidence.yaml`)).toContain(sha256Of(repository, file))
    expect(errorsIn(repository, signed)).toEqual([])
  })

  it('the other one withdrawn, with its facts as they stood and a note of where it went', () => {
    const withdrawn = repository.read(`cases/${young}/case.yaml`)
    expect(withdrawn.startsWith(old.trimEnd())).toBe(true)
    expect(withdrawn).toMatch(new RegExp(`withdrawal:[\\s\\S]*duplicateOf: ${signed}[\\s\\S]*combined: true`))
    expect(listOf(repository.ejc(['due', young, '--json', ...exampleDay]), 'due')).toEqual([])
    expect(errorsIn(repository, young)).toEqual([])
    const refused = repository.ejc(['advance', young, 'conclude', ...exampleDay])
    expect(refused.stderr).toContain(`并入 ${signed}`)
  })

  it.each([
    [signed, `${young} 并入本案`, { kind: 'combined-from', case: young }],
    [young, `并入 ${signed}，全部记录已转入该案`, { kind: 'combined-into', case: signed }],
  ])('%s says so with day and reason, in show and in log', (id, says, related) => {
    const shown = repository.ejc(['show', id, ...exampleDay], { columns: 200 }).stdout
    expect(shown).toContain(`2026-11-24 ${says}`)
    expect(shown).toContain('同一厂区的两次巡查')
    expect(dataOf(repository.ejc(['show', id, '--json', ...exampleDay]), 'show')).toMatchObject({
      related: [{ ...related, on: '2026-11-24', reason: '同一厂区的两次巡查' }],
    })
    const [last] = listOf(repository.ejc(['log', id, '--json', ...exampleDay]), 'log')
    expect(last).toMatchObject({
      action: 'combine',
      note: expect.stringContaining('理由：同一厂区的两次巡查'),
    })
    expect(repository.ejc(['log', id, ...exampleDay]).stdout).not.toContain('直接修改：GC-2026')
  })

  it('and leave nothing for the check of the history to find', () => {
    const call = repository.ejc([
      'lint',
      '--verify-history',
      '--rule',
      'history/other-case',
      '--json',
      ...exampleDay,
    ])
    expect(listOf(call, 'lint')).toEqual([])
  })

  it.each([
    ['the one that goes on', signed],
    ['the one that went into it', young],
  ])('are two again by one undo of %s, and one again by the next', (_, id) => {
    const combined = stateOf(repository)
    expect(repository.ejc(['undo', id, ...exampleDay])).toMatchObject({ exit: 0 })
    expect(stateOf(repository)).toBe(before)
    expect(repository.ejc(['undo', signed, ...exampleDay])).toMatchObject({ exit: 0 })
    expect(stateOf(repository)).toBe(combined)
  })

  it('cannot be parted by undo once the one that goes on went on', () => {
    const set = ['--set', 'to=桂川市公安局', '--set', 'on=2026-11-24']
    expect(repository.ejc(['advance', signed, 'notify-leniency', 'o1', ...set, ...exampleDay]).exit).toBe(0)
    const refused = repository.ejc(['undo', young, ...exampleDay])
    expect(refused.exit).toBe(2)
    expect(refused.stderr).toMatch(new RegExp(`${signed}.*ejc undo ${signed}|此后又有提交`, 's'))
  })
})

describe('what counts in two cases that are one', () => {
  it('is the earlier clue, from which the law counts, with the reporter who is owed an answer; the preview says which days moved', () => {
    const repository = exampleOffice()
    const call = combine(repository, young, clue, '--keep', clue)
    expect(call.exit).toBe(0)
    const said = call.stderr.replace(/\s/g, '')
    expect(said).toContain(`线索：以较早的${young}为准（2026年9月2日）`)
    expect(said).toContain(`${clue}的线索记入并入记录`)
    expect(call.stderr).toMatch(/日期有变动的期限：\n {2}初步核查：2026-11-26.* → 2026-09-/)
    const text = repository.read(`cases/${clue}/case.yaml`)
    expect(text).toMatch(/receivedOn: 2026-09-02[\s\S]*name: 农某/)
    expect(text).toMatch(/combinations:[\s\S]*clue:\n +channel: /)
    expect(repository.ejc(['show', clue, ...exampleDay]).stdout).toContain('另一条线索')
  })

  it('is what the officer says of each fact, by its title or its address', () => {
    const repository = exampleOffice()
    const keep = ['--keep', `损害地点=${young}`, '--keep', clue]
    const data = dataOf(combine(repository, young, clue, ...keep, '--json'), 'written')
    expect(data).toMatchObject({
      case: clue,
      subject: young,
      action: 'combine',
      combined: {
        from: young,
        kept: expect.arrayContaining([
          { address: 'case.damage.location', case: young },
          { address: 'case.damage.description', case: clue },
        ]),
        deadlines: expect.arrayContaining([
          { deadline: 'screening', subject: null, from: '2026-11-26', to: expect.stringMatching(/^2026-09/) },
        ]),
      },
    })
    const text = repository.read(`cases/${clue}/case.yaml`)
    expect(text).toContain('桂川市高新区电镀园 B 区')
    expect(text).toContain('村民反映连续三晚河水发红')
  })

  it('is one obligor where both have the same number, and is asked where only the names are the same', () => {
    const repository = exampleOffice()
    const obligors = (id: string): string => `cases/${id}/case.yaml`
    change(
      repository,
      obligors(clue),
      'obligors: []',
      'obligors: [{ id: o1, kind: organization, name: 某电镀有限公司 }, { id: o2, kind: individual, name: 某甲 }]',
    )
    const refused = combine(repository, clue, young, '--keep', young)
    expect(refused.exit).toBe(2)
    expect(refused.stderr).toContain('--same o1=o1')
    const call = combine(repository, clue, young, '--keep', young, '--same', 'o1=o1', '--json')
    expect(dataOf(call, 'written')).toMatchObject({
      combined: {
        ids: [
          { kind: 'obligor', from: 'o1', to: 'o1', known: true },
          { kind: 'obligor', from: 'o2', to: 'o2', known: false },
        ],
      },
    })
  })

  it('is no reporter who has not been answered', () => {
    const repository = exampleOffice()
    const reporter = 'reporter: { kind: citizen, name: 乙某, reportedOn: 2026-09-02 }'
    change(repository, `cases/${young}/case.yaml`, 'damage:\n', `  ${reporter}\ndamage:\n`)
    const refused = combine(repository, clue, young, '--keep', young)
    expect(refused).toMatchObject({ exit: 1, stdout: '' })
    expect(refused.stderr).toContain(`ejc advance ${clue} 答复举报人`)
  })
})

describe('cases that are not one', () => {
  const repository = exampleOffice()

  it.each([
    ['a case with itself', [young, young], 2, '两件不同的案件'],
    ['facts that contradict each other', [signed, young, '--keep', young], 1, '互相矛盾'],
    ['a fact that need not be chosen', [clue, young, '--keep', `启动索赔=${young}`], 2, '不用选'],
    ['a third case', [clue, young, '--keep', signed], 2, `${young} 或者 ${clue}`],
    ['an obligor that is not there', [clue, young, '--same', 'o7=o1'], 2, '没有义务人 o7'],
  ])('%s', (_, [from = '', into = '', ...options], exit, says) => {
    const state = stateOf(repository)
    const call = combine(repository, from, into, ...options)
    expect(call).toMatchObject({ exit, stdout: '' })
    expect(call.stderr).toContain(says)
    expect(stateOf(repository)).toBe(state)
  })

  it('one that was withdrawn, and one that is closed', () => {
    const other = exampleOffice()
    expect(combine(other, clue, young, '--keep', young).exit).toBe(0)
    expect(combine(other, clue, signed)).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('已经撤回'),
    })
    other.write(`cases/${signed}/closing.yaml`, 'closed: { closedOn: 2026-11-20, result: performed }\n')
    expect(combine(other, young, signed)).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('已经结案'),
    })
    const advice = combine(other, young, signed).stderr
    expect(advice).toContain(`不应继续的：ejc advance ${young} 终止索赔`)
    expect(advice).toContain(`ejc amend ${signed} 结案 --remove`)
  })

  it('cases under different texts', () => {
    const other = exampleOffice()
    change(other, `cases/${clue}/case.yaml`, 'regulation: guangxi-2025-draft', 'regulation: national-2026')
    const call = combine(other, clue, young)
    expect(call).toMatchObject({ exit: 1, stderr: expect.stringContaining('ejc regulation move') })
  })
})

describe('what both are called from then on', () => {
  it('is no part any more, where the case that goes on was parted off from the other; --title says otherwise', () => {
    const other = exampleOffice()
    const whole = 'GC-2026-0004'
    const titleOf = (id: string) => parseYaml(other.read(`cases/${id}/case.yaml`)).title
    const usual = titleOf(whole)
    const parted = other.ejc(['split', whole, '--obligors', 'o2', '--reason', '两家', ...exampleDay])
    expect(parted).toMatchObject({ exit: 0 })
    expect(titleOf('GC-2026-0007')).toMatch(/（分案：闭某）$/)
    const call = combine(other, whole, 'GC-2026-0007', '--keep', 'GC-2026-0007')
    expect(call).toMatchObject({ exit: 0, stderr: expect.stringContaining(`案件名称改为：${usual}`) })
    expect(titleOf('GC-2026-0007')).toBe(usual)
    other.ejc(['undo', 'GC-2026-0007', ...exampleDay])
    combine(other, whole, 'GC-2026-0007', '--keep', 'GC-2026-0007', '--title', '两家电镀厂案')
    expect(titleOf('GC-2026-0007')).toBe('两家电镀厂案')
  })

  it('stays what it was, however it ends, where the two were never one', () => {
    const other = exampleOffice()
    for (const title of ['（分案：甲（乙））', '某案（分案：闭某）']) {
      other.ejc(['amend', young, '登记线索', '--set', `title=${title}`, '--reason', '改名', ...exampleDay])
      const call = combine(other, clue, young, '--keep', young)
      expect(call).toMatchObject({ exit: 0, stderr: expect.not.stringContaining('案件名称改为') })
      expect(parseYaml(other.read(`cases/${young}/case.yaml`)).title).toBe(title)
      other.ejc(['undo', young, ...exampleDay])
    }
  })
})

describe('every pair of example cases that can be one', () => {
  it.each([
    ['GC-2023-0001', 'GC-2026-0006'],
    ['GC-2024-0001', 'GC-2023-0001'],
    ['GC-2024-0001', 'GC-2023-0002'],
    ['GC-2026-0001', 'GC-2023-0002'],
    ['GC-2026-0004', 'GC-2023-0002'],
    ['GC-2026-0002', 'GC-2026-0001'],
    ['GC-2026-0005', 'GC-2026-0001'],
    ['GC-2026-0006', 'GC-2026-0004'],
  ])('%s into %s: lint finds no error, no file is missing, undo takes all of it back', (from, into) => {
    const repository = exampleOffice()
    const before = stateOf(repository)
    expect(combine(repository, from, into, '--keep', into).exit).toBe(0)
    expect([...errorsIn(repository, from), ...errorsIn(repository, into)]).toEqual([])
    const evidence = repository.ejc(['show', into, '--json', ...exampleDay])
    expect(evidence.exit).toBe(0)
    expect(existsSync(join(repository.root, 'cases', from, 'case.yaml'))).toBe(true)
    expect(repository.ejc(['undo', from, ...exampleDay]).exit).toBe(0)
    expect(stateOf(repository)).toBe(before)
  })
})
