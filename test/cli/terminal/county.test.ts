import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createRepository, ejcIn, temporaryFolder } from '../../support/cli.ts'
import { hasTmux, openOfficerTerminal, type TerminalOfficer } from './officer.ts'

const CLUE = [
  'title=某厂排污案',
  'clue.channel=投诉举报',
  'clue.receivedOn=3.2',
  'damage.scope=生态环境损害',
  'damage.kind=pollutant-discharge',
  'damage.estimatedLoss=8.6万',
].flatMap((set) => ['--set', set])
const day = ['--today', '2026-03-02']

describe.skipIf(!hasTmux())('a county at the terminal', { timeout: 120_000 }, () => {
  const offices: TerminalOfficer[] = []
  afterEach(() => {
    for (const office of offices.splice(0)) office.close()
  })

  function officeIn(folder: string): TerminalOfficer {
    const office = openOfficerTerminal(folder)
    offices.push(office)
    return office
  }

  it('makes its case repository, goes back with Esc, registers its first case, and corrects what it answered', async () => {
    const folder = temporaryFolder()
    const office = officeIn(folder)
    await office.ejc('init 案件库')
    await office.answers('承办单位名称', '南宁市马山县生态环境局')
    await office.presses('本单位是哪一类承办单位？', 'Escape')
    await office.sees('承办单位名称')
    await office.answers('承办单位名称', '马山县农业农村局')
    await office.sees('❯ 县级部门')
    await office.chooses('本单位是哪一类承办单位？', '县级部门')
    // A word that is typed and deleted again leads back to the proposal.
    await office.sees('❯ 马山县')
    await office.presses('本单位在哪里？', '兴')
    await office.sees('❯ 兴宁区')
    await office.presses('本单位在哪里？', 'BSpace')
    await office.sees('❯ 马山县')
    await office.chooses('本单位在哪里？', '武鸣区')
    await office.sees('单位名称里写的是马山县，选的是武鸣区')
    await office.presses('要改哪几栏？', 'Escape')
    await office.chooses('本单位在哪里？', '马山县')
    await office.sees(
      '案件库层级：县',
      '案件编号前缀：NNMS',
      '默认适用细则：广西壮族自治区生态环境损害赔偿工作细则',
    )
    await office.answers('要改哪几栏？')
    // Five blanks of the office, left with one key.
    await office.answers('承办单位其余选填栏，要填哪几栏？')
    await office.sees('地方依据')
    await office.answers('地方依据')
    await office.sees('新建案件库')
    expect(await office.exits()).toBe(0)
    const root = join(folder, '案件库')
    const config = () => readFileSync(join(root, 'ejc.yaml'), 'utf8')
    expect(config()).toMatch(/level: county[\s\S]*kind: county-department/)

    const registered = ejcIn(root, ['new', '--no-input', ...CLUE, ...day])
    expect(registered).toMatchObject({ exit: 0 })
    expect(registered.stderr).toContain('请在启动索赔以前取得并记录授权')
    expect(registered.stderr).toContain('ejc advance NNMS-2026-0001 记录初步核查')
    expect(readFileSync(join(root, 'cases/NNMS-2026-0001/case.yaml'), 'utf8')).toContain('"86000.00"')
    const screened = ['advance', '1', '初步核查', '--set', 'damageFound=是', '--set', 'decision=启动', ...day]
    expect(ejcIn(root, screened).exit).toBe(0)
    const tooEarly = ejcIn(root, ['advance', '1', '启动索赔', '--set', 'reason=直排', ...day])
    expect(tooEarly).toMatchObject({ exit: 1 })
    expect(tooEarly.stderr).toContain('先办“登记设区市授权”')
    const authorized = ['advance', '1', '登记设区市授权', '--set', '授权文号=南政函〔2026〕3号', ...day]
    expect(ejcIn(root, authorized).stderr).not.toContain('没有写入')

    await office.ejc('init 案件库')
    await office.answers('承办单位名称')
    await office.chooses('本单位是哪一类承办单位？', '设区市部门的派出机构')
    await office.answers('本单位在哪里？')
    await office.leaves('承办单位其余选填栏，要填哪几栏？')
    await office.answers('承办单位其余选填栏，要填哪几栏？')
    await office.leaves('写入并提交吗')
    await office.sees('承办单位类型：县级部门 → 设区市部门的派出机构', '案件库层级：县（区、市）级 → 设区市')
    await office.chooses('写入并提交吗', '是')
    await office.sees('已登记的 1 件案件照旧')
    expect(await office.exits()).toBe(0)
    expect(config()).toMatch(/level: city[\s\S]*kind: city-branch/)
    expect(office.tooWide()).toEqual([])
  })

  it('asks of each evidence file its own day, and proposes none', async () => {
    const { root } = createRepository('example-case')
    mkdirSync(join(root, 'in'))
    for (const name of ['照片', '笔录']) writeFileSync(join(root, 'in', `${name}.txt`), name)
    const office = officeIn(root)
    await office.ejc('evidence add 2026-1 in/照片.txt in/笔录.txt --today 2026-11-24')
    await office.chooses('2 个文件怎样登记？', '全部逐个填写')
    for (const date of ['11.20', '11.21']) {
      await office.leaves('取得日期')
      expect(await office.sees('取得日期')).not.toMatch(/取得日期.*2026-11-24/)
      await office.answers('取得日期', date)
      await office.leaves('写入并提交吗')
      await office.chooses('写入并提交吗', '写入')
    }
    expect(await office.exits()).toBe(0)
    const listed = readFileSync(join(root, 'cases/NN-2026-0001/evidence.yaml'), 'utf8')
    expect(listed).toMatch(/照片[\s\S]*collectedOn: 2026-11-20[\s\S]*笔录[\s\S]*collectedOn: 2026-11-21/)
  })

  it('asks once for the day of files that were taken together, and proposes the kind of each by its file', async () => {
    const { root } = createRepository('example-case')
    mkdirSync(join(root, 'in'))
    for (const name of ['照片.jpg', '现场勘查笔录.docx']) writeFileSync(join(root, 'in', name), name)
    const office = officeIn(root)
    await office.ejc('evidence add 2026-1 in/照片.jpg in/现场勘查笔录.docx --today 2026-11-24')
    await office.chooses('2 个文件怎样登记？', '来源、日期、人员先问一次')
    expect(await office.sees('先填 2 个文件共用的栏目')).not.toContain('第 1 个')
    await office.answers('证据来源', '现场检查')
    await office.answers('取得日期', '11.20')
    // Whoever breaks off here does not answer them again.
    await office.leaves('证据名称')
    await office.sees('第 1 个，共 2 个：照片.jpg')
    await office.presses('证据名称', 'C-c')
    expect(await office.exits()).toBe(130)
    await office.ejc('evidence add 2026-1 in/照片.jpg in/现场勘查笔录.docx --today 2026-11-24')
    await office.chooses('2 个文件怎样登记？', '来源、日期、人员先问一次')
    await office.sees('（几个文件共用的）', '证据来源：现场检查')
    await office.chooses('接着填吗？', '是')
    await office.leaves('写入并提交吗')
    await office.chooses('写入并提交吗', '写入')
    await office.leaves('写入并提交吗')
    expect(await office.sees('写入并提交吗')).toMatch(/取得日期：2026-11-20/)
    await office.chooses('写入并提交吗', '写入')
    expect(await office.exits()).toBe(0)
    const listed = readFileSync(join(root, 'cases/NN-2026-0001/evidence.yaml'), 'utf8')
    expect(listed.match(/collectedOn: 2026-11-20/g)).toHaveLength(2)
    expect(listed.match(/source: 现场检查/g)).toHaveLength(2)
    expect(listed).toMatch(/照片[\s\S]*kind: electronic[\s\S]*笔录[\s\S]*kind: inspection/)
  })

  it('is broken off by Ctrl-D as by Ctrl-C, never as if all were well', async () => {
    const { root } = createRepository()
    const office = officeIn(root)
    await office.ejc('new')
    await office.presses('案件名称', 'C-d')
    expect(await office.exits()).toBe(130)
    await office.ejc('new')
    await office.answers('案件名称', '某厂排污案')
    await office.leaves('线索渠道')
    await office.presses('线索渠道', 'C-d')
    expect(await office.exits()).toBe(130)
  })
})
