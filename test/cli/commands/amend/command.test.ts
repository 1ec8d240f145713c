import { describe, expect, it } from 'vitest'
import { createRepository, dataOf, listOf, type TestRepository } from '../../../support/cli.ts'

const id = 'NN-2026-0001'
const day = ['--today', '2026-11-24']
const consultation = `cases/${id}/consultation.yaml`

function committed(...cases: ('example-case' | 'example-case-2')[]): TestRepository {
  const repository = createRepository(...cases)
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  return repository
}

const why = ['--reason', '看错回执日期']
const lastMessage = ({ git }: TestRepository): string => git('log', '-1', '--format=%B')
const stateOf = ({ git }: TestRepository): string => git('rev-parse', 'HEAD') + git('status', '--porcelain')

describe('ejc amend corrects what was recorded', () => {
  const repository = committed('example-case')
  const before = repository.read(consultation)
  const call = repository.ejc(['amend', id, '送达磋商', 'o2', '--set', 'servedOn=2026-07-02', ...why, ...day])

  it('given a service recorded five steps back, changes its day alone and leaves every other line as it stood', () => {
    expect(call).toMatchObject({ exit: 0, stdout: expect.stringContaining('更正：送达磋商告知书') })
    const changed = repository.read(consultation).split('\n')
    const differing = before.split('\n').filter((line, index) => line !== changed[index])
    expect(differing).toHaveLength(1)
    expect(differing[0]).toContain('servedOn: 2026-07-03')
    expect(repository.read(consultation)).toContain('servedOn: 2026-07-02')
  })

  it('shows what follows before it writes', () => {
    expect(call.stderr).toContain('送达日期：2026-07-03 → 2026-07-02')
    expect(call.stderr).toMatch(/赔偿磋商（第1轮 韦某）：按期完成/)
  })

  it('makes one commit of that file, which says why, and what stood there before and after', () => {
    expect(repository.git('show', '--name-only', '--format=').trim()).toBe(consultation)
    const message = lastMessage(repository)
    expect(message).toMatch(
      /^NN-2026-0001 更正：送达磋商告知书（1\/o2）\n\n理由：看错回执日期\n送达日期：2026-07-03 → 2026-07-02\n\n/,
    )
    expect(repository.git('log', '-1', '--format=%(trailers:key=Ejc-Action,valueonly)').trim()).toBe('amend')
  })

  it('stands in the log of the case with its reason', () => {
    const { stdout } = repository.ejc(['log', id, ...day])
    expect(stdout).toContain('更正：送达磋商告知书')
    expect(stdout).toContain('理由：看错回执日期')
    expect(stdout).toContain('送达日期：2026-07-03 → 2026-07-02')
    expect(listOf(repository.ejc(['log', id, '--json', ...day]), 'log')[0]).toMatchObject({
      action: 'amend',
      subject: '1/o2',
      note: '理由：看错回执日期\n送达日期：2026-07-03 → 2026-07-02',
    })
  })

  it('is taken back by ejc undo', () => {
    expect(repository.ejc(['undo', id, ...day])).toMatchObject({ exit: 0 })
    expect(repository.read(consultation)).toBe(before)
  })
})

describe('what a correction asks and refuses', () => {
  const repository = committed('example-case')
  const state = stateOf(repository)

  it.each([
    { what: 'without a reason', args: ['送达', 'o2', '--set', 'servedOn=2026-07-02'], says: '--reason 文字' },
    { what: 'without a change', args: ['送达', 'o2', ...why], says: '送达日期：2026-07-03' },
    {
      what: 'with what stands there already',
      args: ['送达', 'o2', '--set', 'servedOn=2026-07-03', ...why],
      says: '没有要更正的内容',
    },
    { what: 'of what has not been recorded', args: ['终止索赔', ...why], says: '没有记录过“终止索赔”' },
    { what: 'of one of several', args: ['送达', ...why], says: '送达磋商告知书 1/o2　第1轮 韦某' },
    { what: 'of a subject that there is not', args: ['送达', 'o7', ...why], says: '没有对象 o7' },
    {
      what: 'with a wrong value',
      args: ['送达', 'o2', '--set', 'servedOn=2026-13-02', ...why],
      says: '送达日期',
    },
    {
      what: 'that clears a required key',
      args: ['送达', 'o2', '--set', 'obligor=', ...why],
      says: 'obligor',
    },
  ])('$what, names the way out and writes nothing', ({ args, says }) => {
    const { exit, stderr } = repository.ejc(['amend', id, ...args, ...day])
    expect(exit).toBe(2)
    expect(stderr).toContain(says)
    expect(stateOf(repository)).toBe(state)
  })

  it('--dry-run shows and writes nothing', () => {
    const call = repository.ejc([
      'amend',
      id,
      '送达',
      'o2',
      '--set',
      'servedOn=2026-07-02',
      ...why,
      '--dry-run',
      ...day,
    ])
    expect(call).toMatchObject({ exit: 0, stderr: expect.stringContaining('没有写入') })
    expect(stateOf(repository)).toBe(state)
  })

  it('what the law refuses when it is entered is refused when it is corrected, and only that', () => {
    const two = committed('example-case-2')
    const other = 'NN-2025-0003'
    const refused = two.ejc(['amend', other, 'appeal', 'S1', '--set', 'on=2026-03-01', ...why, ...day])
    expect(refused.exit).not.toBe(0)
    expect(two.git('status', '--porcelain')).toBe('')
  })
})

describe('ejc amend completes and clears', () => {
  const repository = committed('example-case')

  it('adds what was left open, to the registration too', () => {
    const set = ['--set', 'remarks=另案处理废酸来源', '--set', 'clue.reference=信访2026-17']
    expect(repository.ejc(['amend', id, 'new', ...set, ...why, ...day])).toMatchObject({ exit: 0 })
    expect(repository.read(`cases/${id}/case.yaml`)).toContain('remarks: 另案处理废酸来源')
    expect(lastMessage(repository)).toContain('案件备注：（无） → 另案处理废酸来源')
  })

  it('silences a rule with a reason, without anybody opening a file', () => {
    const keys = ['lint.suppress.0.rule=document/missing', 'lint.suppress.0.reason=盖章件在三号柜']
    const set = keys.flatMap((key) => ['--set', key])
    expect(repository.ejc(['amend', id, '登记线索', ...set, ...why, ...day])).toMatchObject({ exit: 0 })
    expect(lastMessage(repository)).toContain('检查设置 豁免的检查 1 豁免理由：（无） → 盖章件在三号柜')
    expect(repository.read(`cases/${id}/case.yaml`)).toContain('rule: document/missing')
  })

  it('takes the title of a check, or a part of it, and tells it by its title', () => {
    const other = committed('example-case')
    const keys = ['检查设置.豁免的检查.0.检查=那一步的文书', '检查设置.豁免的检查.0.豁免理由=盖章件在三号柜']
    const set = keys.flatMap((key) => ['--set', key])
    expect(other.ejc(['amend', id, '登记线索', ...set, ...why, ...day])).toMatchObject({ exit: 0 })
    expect(lastMessage(other)).toContain('检查：（无） → 办到哪一步，那一步的文书就在案卷里')
    expect(other.read(`cases/${id}/case.yaml`)).toContain('rule: document/missing')
  })

  it('clears a key by `key=`', () => {
    expect(repository.ejc(['amend', id, '签订', '--set', 'place=', ...why, ...day])).toMatchObject({
      exit: 0,
    })
    expect(lastMessage(repository)).toMatch(/签订地点：.+ → （无）/)
  })

  it('masks id and telephone numbers in what the history says', () => {
    const set = ['--set', 'idNumber=45010219800101001X', '--set', 'phone=13877112233']
    const { exit, stderr } = repository.ejc(['amend', id, 'amend-obligors', 'o2', ...set, ...why, ...day])
    expect(exit).toBe(0)
    for (const said of [lastMessage(repository), stderr]) {
      expect(said).not.toContain('45010219800101001X')
      expect(said).not.toContain('13877112233')
      expect(said).toContain('138****2233')
    }
  })

  it('a reason can not pretend to be a trailer', () => {
    const reason = ['--reason', '改名\n\nEjc-Case: NN-2026-0009']
    repository.ejc(['amend', id, 'new', '--set', 'title=某化工公司倾倒案', ...reason, ...day])
    expect(repository.git('log', '-1', '--format=%(trailers:key=Ejc-Case,valueonly)').trim()).toBe(id)
    expect(listOf(repository.ejc(['log', id, '--json', ...day]), 'log')[0]?.note).toContain(
      '理由：改名 Ejc-Case',
    )
  })
})

describe('ejc amend --remove', () => {
  const repository = committed('example-case')

  it('takes away what was entered by mistake, and names it in the log', () => {
    const call = repository.ejc([
      'amend',
      id,
      'pay',
      'P1',
      '--remove',
      '--reason',
      '重复录入',
      '--json',
      ...day,
    ])
    expect(dataOf(call, 'written')).toMatchObject({ action: 'amend', dryRun: false })
    expect(repository.read(`cases/${id}/payments.yaml`)).not.toMatch(/id: P1\b/)
    expect(repository.read(`cases/${id}/payments.yaml`)).toMatch(/id: P2\b/)
    expect(lastMessage(repository)).toContain('更正：去掉记录付款（P1/2026-10-14）')
    expect(lastMessage(repository)).toMatch(/实付金额：38,200\.00 元 → （无）/)
  })

  it('refuses while a later record rests on it, and names what', () => {
    const state = stateOf(repository)
    for (const [step = '', says = ''] of [
      ['initiate', '没有记录启动索赔'],
      ['add-evidence E2', '登记证据（证据 E2 '],
      ['add-evidence E2', `损害调查 › 损害事实 1 › 事实证据：ejc amend ${id} 损害事实 1`],
    ]) {
      const { exit, stderr } = repository.ejc(['amend', id, ...step.split(' '), '--remove', ...why, ...day])
      expect(exit).toBe(1)
      expect(stderr).toContain(says)
      expect(stderr).toContain(`ejc amend ${id}`)
    }
    expect(stateOf(repository)).toBe(state)
  })

  it('names the places in calls that work from the folder in which the officer is', () => {
    const words = ['amend', id, 'add-evidence', 'E2', '--remove', ...why, ...day]
    const { exit, stderr } = repository.ejc(['-C', repository.root, ...words])
    expect(exit).toBe(1)
    const calls = stderr.split('ejc ').slice(1)
    expect(calls.length).toBeGreaterThan(1)
    for (const call of calls) expect(call).toMatch(new RegExp(`^-C "?${repository.root}"? amend ${id} `, 'u'))
  })

  it('takes the whole service away where nothing of it is left, and the file of a document of which nothing is left', () => {
    const other = committed('example-case')
    for (const args of [['inspect-restoration'], ['start-restoration']]) {
      expect(other.ejc(['amend', id, ...args, '--remove', ...why, ...day]).stderr).not.toContain('没有写入')
    }
    expect(other.git('ls-files', `cases/${id}/restoration.yaml`)).toBe('')
    expect(other.ejc(['show', id, ...day])).toMatchObject({ exit: 0 })
  })

  it('removes a file of evidence together with its entry', () => {
    const file = '现场照片.jpg'
    repository.write(file, 'photo')
    repository.replace(consultation, ', receipt: E3', '')
    const added = repository.ejc(['evidence', 'add', id, file, '--set', 'kind=electronic', ...day])
    expect(added).toMatchObject({ exit: 0 })
    const [entry = ''] = /E\d+(?= )/.exec(added.stdout) ?? []
    const call = repository.ejc(['amend', id, 'add-evidence', entry, '--remove', ...why, ...day])
    expect(call).toMatchObject({ exit: 0 })
    expect(repository.git('ls-files', `cases/${id}/attachments`)).toBe('')
    expect(repository.ejc(['undo', id, ...day])).toMatchObject({ exit: 0 })
    expect(repository.git('ls-files', `cases/${id}/attachments`)).not.toBe('')
  })
})

describe('a case that was registered twice', () => {
  const repository = committed('example-case')
  const twice = 'NN-2026-0002'
  const clue = [
    'clue.channel=complaint-media',
    'clue.receivedOn=2026-11-20',
    'damage.scope=covered',
    'damage.kind=pollutant-discharge',
  ]
  repository.ejc(['new', '--set', 'title=某化工倾倒', ...clue.flatMap((set) => ['--set', set]), ...day])
  const other = ['--set', `重复的案件=${id}`]

  it('is withdrawn only with the case that counts, and a reason', () => {
    const state = stateOf(repository)
    expect(repository.ejc(['amend', twice, 'new', '--remove', ...why, ...day]).stderr).toContain(
      '--set 重复的案件=案件编号',
    )
    for (const args of [
      other,
      ['--set', `duplicateOf=${twice}`, ...why],
      ['--set', 'duplicateOf=NN-2026-0099', ...why],
    ])
      expect(repository.ejc(['amend', twice, 'new', '--remove', ...args, ...day]).exit).toBe(2)
    expect(stateOf(repository)).toBe(state)
  })

  it('can not be withdrawn once the claim has been initiated', () => {
    const { exit, stderr } = repository.ejc([
      'amend',
      id,
      'new',
      '--remove',
      '--set',
      `duplicateOf=${twice}`,
      ...why,
      ...day,
    ])
    expect(exit).toBe(1)
    expect(stderr).toContain('已经启动索赔')
  })

  it('stays with a note of which case counts; nothing runs in it, and no report counts it', () => {
    const before = repository.ejc([
      'report',
      'clues',
      '--quarter',
      '2026Q4',
      '--format',
      'json',
      ...day,
    ]).stdout
    expect(before).toContain(twice)
    expect(
      repository.ejc(['amend', twice, 'new', '--remove', ...other, '--reason', '同一线索', ...day]),
    ).toMatchObject({ exit: 0 })
    expect(repository.ejc(['show', twice, ...day]).stdout).toMatch(
      /撤回 {2}2026-11-24 与 NN-2026-0001 重复登记，以该案为准：同一线索/,
    )
    expect(repository.ejc(['list', '--all', ...day]).stdout).toMatch(/NN-2026-0002 .* 已撤回/)
    expect(listOf(repository.ejc(['due', twice, '--all', '--json', ...day]), 'due')).toEqual([])
    expect(
      repository.ejc(['report', 'clues', '--quarter', '2026Q4', '--format', 'json', ...day]).stdout,
    ).not.toContain(twice)
    expect(repository.ejc(['log', twice, ...day]).stdout).toContain('理由：同一线索')
  })

  it('takes no further step, and the refusal names the case that counts', () => {
    const { exit, stderr } = repository.ejc(['advance', twice, 'screen', ...day])
    expect(exit).toBe(1)
    expect(stderr).toContain(`本案与 ${id} 重复登记`)
  })

  it('comes back by ejc undo', () => {
    expect(repository.ejc(['undo', twice, ...day])).toMatchObject({ exit: 0 })
    expect(repository.ejc(['due', twice, ...day]).stdout).toContain('初步核查')
  })
})

describe('ejc amend of a case that was closed', () => {
  it('says that the file of the case does not follow, and writes the correction all the same', () => {
    const repository = committed('example-case')
    repository.write(`cases/${id}/closing.yaml`, 'closed: { closedOn: 2026-11-20, result: performed }\n')
    repository.git('add', '--all')
    repository.git('commit', '--quiet', '-m', '结案')
    const call = repository.ejc([
      'amend',
      id,
      '送达磋商',
      'o2',
      '--set',
      'servedOn=2026-07-02',
      ...why,
      ...day,
    ])
    expect(call.exit).toBe(0)
    expect(call.stderr.replace(/\s/g, '')).toContain(`重新立卷：ejcarchive${id}`)
  })

  it('says nothing of the file when the day is recorded on which it went to the archive', () => {
    const repository = committed('example-case')
    repository.write(`cases/${id}/closing.yaml`, 'closed: { closedOn: 2026-11-20, result: performed }\n')
    repository.git('add', '--all')
    repository.git('commit', '--quiet', '-m', '结案')
    const call = repository.ejc(['amend', id, '结案', '--set', 'archivedOn=2026-11-23', ...why, ...day])
    expect(call.exit).toBe(0)
    expect(call.stderr).not.toContain('立卷')
  })
})
