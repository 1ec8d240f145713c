import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository, dataOf, listOf } from '../../../support/cli.ts'
import { allCompared, finalFile, finalId, newFinalText, placeOf } from '../../../support/own-pack.ts'

const repository = createRepository()
newFinalText(repository)
const marked = repository.read(finalFile)
allCompared(repository)
const clean = repository.read(finalFile)

/** What may be wrong: a text of the pack, what stands there instead, where it is found, and what is said of it. */
const mistakes: readonly (readonly [what: string, from: string, to: string, at: string, message: string])[] =
  [
    [
      'a matter that is left open',
      '  urging:\n    article: 第十三条\n    item: 第二款\n',
      '',
      'matters:',
      '缺少：matters 没有写明「督促启动」（urging）在哪一条；没有规定的写 absent: true。',
    ],
    [
      'a figure of a matter that the text has',
      '  agreement:\n    title: 签署赔偿协议\n    amount: 15\n    unit: working-day\n    words: 磋商会议后15个工作日内\n',
      '',
      'periods:',
      '缺少：periods 缺少 agreement（签署赔偿协议的期限）',
    ],
    [
      'an entry without its unit',
      '    unit: day\n    words: 自启动之日起60日内完成\n',
      '    words: 自启动之日起60日内完成\n',
      'investigation:\n    title: 损害调查\n',
      '缺少：periods.investigation 缺少 unit：请补上。',
    ],
    [
      'an article that the pack does not list',
      '  urging:\n    article: 第十三条\n',
      '  urging:\n    article: 第四十四条\n',
      '第四十四条',
      '条文无着：articles 里没有第四十四条：请核对条号，或者在 articles 补上这一条。',
    ],
    [
      'the second of two articles',
      '  urging:\n    article: 第十三条\n',
      '  urging:\n    article: 第十三条、第五十条\n',
      '第十三条、第五十条',
      '条文无着：articles 里没有第五十条',
    ],
    [
      'an annex that it does not list',
      '  departments:\n    article: 附件1\n',
      '  departments:\n    article: 附件3\n',
      '附件3',
      '条文无着：annexes 里没有“附件3”',
    ],
    [
      'a law that it does not know',
      '  urging:\n    article: 第十三条\n',
      '  urging:\n    article: 民法典第一百八十八条、某某条例第三条\n',
      '民法典第一百八十八条、某某条例第三条',
      '条文无着：laws 里没有“某某条例”',
    ],
    [
      'an absent matter with an article',
      '  urging:\n    article: 第十三条\n    item: 第二款\n',
      '  urging:\n    article: 第十二条\n    absent: true\n',
      '第十二条\n    absent',
      '矛盾：「督促启动」既写 absent: true，又写了条文：请留下一个。',
    ],
    [
      'an absent matter whose figure is still there',
      '  appraisal-explanation:\n    article: 第十六条\n    item: 第二款\n',
      '  appraisal-explanation:\n    absent: true\n',
      'appraisal-explanation:\n    title',
      '矛盾：「书面解释说明」（appraisal-explanation）写了 absent: true，这里却还有 appraisal-explanation：请删去',
    ],
    [
      'instalments that are longer by rule than at most',
      '    amount: 1\n    unit: year\n    words: 一般不得超过1年\n',
      '    amount: 40\n    unit: month\n    words: 一般不得超过1年\n',
      '40\n    unit: month',
      '矛盾：分期赔付的一般期限（40 个月）长于最长期限（3 年）',
    ],
    [
      'a simple case above what national policy lets a region set',
      'amount: "300000.00"',
      'amount: "500000.01"',
      '"500000.01"',
      '矛盾：简单案件的损害数额 500,000.01 元 超过国家给各地的上限 500,000.00 元',
    ],
    [
      'dated values that are out of order',
      '    amount: 60\n    unit: day\n',
      '    values:\n      - { amount: 60, unit: day, article: 第十三条 }\n      - { from: 2027-03-01, amount: 50, unit: day, article: 第十三条 }\n      - { from: 2027-02-01, amount: 40, unit: day, article: 第十三条 }\n',
      '2027-02-01',
      '矛盾：自 2027-02-01 起的数值排在自 2027-03-01 起的后面：请按日期先后排列。',
    ],
    [
      'a first dated value with a day',
      '    amount: 60\n    unit: day\n',
      '    values:\n      - { from: 2026-07-02, amount: 60, unit: day, article: 第十三条 }\n      - { from: 2027-02-01, amount: 40, unit: day, article: 第十三条 }\n',
      '2026-07-02',
      '矛盾：第一个数值是最早的，不写自何日起',
    ],
    [
      'a last day before the first',
      'effectiveFrom: 2026-07-01\n\n',
      'effectiveFrom: 2026-07-01\neffectiveTo: 2026-06-30\n\n',
      '2026-06-30',
      '矛盾：失效日期 2026-06-30 早于施行日期 2026-07-01',
    ],
    [
      'a region in which the office does not lie',
      'region: "450000"',
      'region: "530000"',
      '"530000"',
      '矛盾：适用地区是 530000（云南省），本库在 450100（广西壮族自治区）：请改正 region',
    ],
    [
      'a text in force without a first day',
      'effectiveFrom: 2026-07-01\n\n',
      '\n',
      'in-force',
      '矛盾：状态是 in-force（现行），没有写施行日期',
    ],
    [
      'a superseded text that does not say by what',
      'status: in-force',
      'status: superseded',
      'superseded\n',
      '矛盾：状态是 superseded（已被取代），没有写被何取代',
    ],
    [
      'a successor that there is not',
      'status: in-force\n',
      'status: superseded\nsupersededBy: guangxi-2027\n',
      'guangxi-2027',
      '矛盾：没有名为 guangxi-2027 的规范包。是否想写 guangxi-2026？',
    ],
    [
      'a text to build on that there is not',
      'extends: national-2026',
      'extends: national-2027',
      'national-2027',
      '矛盾：没有名为“national-2027”的法规数据',
    ],
    [
      'a code that stands twice in a list',
      '- { code: groundwater, label: 地下水 }',
      '- { code: air, label: 地下水 }',
      'air, label: 地下水',
      '矛盾：lists.media.items 的 code air 与第 1 项重复',
    ],
    [
      'an article that stands twice',
      '  - number: 4\n',
      '  - number: 3\n',
      '3\n    title: 适用范围',
      '矛盾：articles 的 number 3 与第 3 项重复',
    ],
    [
      'a clause that stands twice',
      '  - code: evidence\n',
      '  - code: facts\n',
      'facts\n    title: 有关证据',
      '矛盾：clauses 的 code facts 与第 1 项重复',
    ],
    [
      'a department that no list holds',
      'short: 盗猎盗采\n        department: forestry\n',
      'short: 盗猎盗采\n        department: forest\n',
      'forest\n',
      '矛盾：lists.departments 里没有 forest',
    ],
    [
      'a level that no list holds',
      '    level: city\n',
      '    level: town\n',
      'town\n',
      '矛盾：lists.levels 里没有 town',
    ],
    [
      'a fact of a major case that no list holds',
      'when: { channel: [inspection] }',
      'when: { channel: [inspector] }',
      'inspector',
      '矛盾：lists.channels 里没有 inspector',
    ],
    [
      'a clause that no word tells of',
      '      headings: [其他事项, 其他约定, 其他, 附则]\n      content: [一式, 生效, 未尽事宜]\n      sentences: [一式, 未尽事宜]\n',
      '      headings: []\n      content: []\n',
      'recognise:\n      headings: []',
      '矛盾：条款「其他事项」没有识别用词',
    ],
    [
      'an unknown key',
      '    words: 自启动之日起60日内完成\n',
      '    word: 自启动之日起60日内完成\n',
      '自启动之日起60日内完成',
      '不合格式：「期限（investigation）」没有「word」这一项：是否想写 words（原文）？',
    ],
    [
      'an unknown matter',
      '  urging:\n    article',
      '  urgeing:\n    article',
      'urgeing',
      '不合格式：「事项（matters）」没有「urgeing」这一项：是否想写 urging',
    ],
    [
      'a number in quotes',
      '    amount: 60\n    unit: day\n',
      '    amount: "60"\n    unit: day\n',
      '"60"',
      '不合格式：「investigation 的数量（amount）」应当是不加引号的整数，现在是「60」。',
    ],
    [
      'a unit that there is not',
      '    amount: 60\n    unit: day\n',
      '    amount: 60\n    unit: 天\n',
      '天\n    words',
      '不合格式：「investigation 的单位（unit）」没有「天」这个选项',
    ],
    [
      'a day that is not written as one',
      'effectiveFrom: 2026-07-01\n\n',
      'effectiveFrom: 2026年7月1日\n\n',
      '2026年7月1日\n\n',
      '不合格式：「施行日期（effectiveFrom）」应当写成年-月-日，如 2026-03-02，现在是「2026年7月1日」。',
    ],
    [
      'a day that there is not',
      'effectiveFrom: 2026-07-01\n\n',
      'effectiveFrom: 2026-02-30\n\n',
      '2026-02-30',
      '不合格式：「2026-02-30」不是真实存在的日期',
    ],
    [
      'a matter of a clause that there is not',
      '    matter: form-agreement\n',
      '    matter: form-agrement\n',
      'form-agrement',
      '不合格式：「liability 的事项（matter）」没有「form-agrement」这个选项：是否想写 form-agreement（示范文本：赔偿协议）？',
    ],
    ['a text that is no YAML', 'matters:\n', 'matters: [\n', '', '读不出：'],
  ]

/** A pack for each mistake, all checked by one call. */
const faulty = mistakes.map(([what, from, to, at, message], index) => {
  const file = `regulations/f${index}.yaml`
  repository.write(file, clean.replace(`id: ${finalId}\n`, `id: f${index}\n`))
  repository.replace(file, from, to)
  return { what, file, message, place: at === '' ? `${file}:` : `${placeOf(repository, at, file)}：` }
})
const all = repository.ejc(['regulation', 'check', ...faulty.map(({ file }) => file)], { columns: 400 })
for (const { file } of faulty) rmSync(join(repository.root, file))

/** The pack after a text in it was replaced, as `ejc regulation check` sees it. */
function checked(from: string, to: string, ...args: string[]) {
  repository.write(finalFile, clean)
  repository.replace(finalFile, from, to)
  return repository.ejc(['regulation', 'check', ...args], { columns: 400 })
}

describe('ejc regulation check', () => {
  it('says in one line that a pack is clean, by its id, its file or of itself, also below a folder', () => {
    repository.write(finalFile, clean)
    const line = `${finalFile}（广西细则） 没有问题，可以使用。\n`
    for (const words of [[], [finalId], [finalFile], [finalFile, finalId]])
      expect(repository.ejc(['regulation', 'check', ...words])).toMatchObject({ exit: 0, stdout: line })
    const inside = repository.ejc(['-C', 'regulations', 'regulation', 'check', `${finalId}.yaml`])
    expect(inside).toMatchObject({ exit: 0, stdout: line })
  })

  it('names every mark that is left, with its line, and counts them', () => {
    repository.write(finalFile, marked)
    const call = repository.ejc(['regulation', 'check', finalId], { columns: 400 })
    expect(call.exit).toBe(1)
    const marks = marked
      .split('\n')
      .flatMap((line, index) => (/^ *review: 待核$/u.test(line) ? index + 1 : []))
    const named = call.lines.flatMap((line) => /^\S+?:(\d+):\d+：待核：/u.exec(line)?.[1] ?? [])
    expect(named.map(Number)).toEqual(marks)
    expect(call.lines.at(-1)).toBe(
      `${finalFile}（广西细则） 共 ${marks.length} 处：待核 ${marks.length} 处。`,
    )
    const place = placeOf(repository, '待核\n  # 督促启动（')
    expect(call.lines).toContain(
      `${place}：待核：「调查结论」还没有与正式文本核对：核对、改正以后删去这一行。`,
    )
    expect(call.stdout).toContain('：待核：「第二十条 磋商期限和次数」')
  })

  it.each(faulty)('finds $what', ({ file, place, message }) => {
    const found = all.lines.filter((line) => line.startsWith(`${file}:`))
    expect(
      found.filter((line) => line.startsWith(place) && line.includes(message)),
      found.join('\n'),
    ).toHaveLength(1)
  })

  it('finds one mistake once, and beside it only what it leaves out', () => {
    const more = faulty.filter(
      ({ file }) => all.lines.filter((line) => line.startsWith(`${file}:`)).length > 1,
    )
    expect(more.map(({ what }) => what)).toEqual(['an article that stands twice', 'an unknown matter'])
  })

  it('tells programs where and what', () => {
    const call = checked(
      '  urging:\n    article: 第十三条\n',
      '  urging:\n    article: 第四十四条\n',
      '--json',
    )
    expect(call.exit).toBe(1)
    const [check] = listOf(call, 'regulation-check')
    const [, line, column] = placeOf(repository, '第四十四条').split(':').map(Number)
    expect(check).toMatchObject({
      file: finalFile,
      id: finalId,
      shortTitle: '广西细则',
      faults: [{ kind: 'article', path: 'matters.urging.article', line, column }],
    })
  })

  it('goes on where ejc.yaml names a pack that can’t be used', () => {
    checked('extends: national-2026', 'extends: national-2027')
    repository.replace('ejc.yaml', 'regulation: guangxi-2025-draft', `regulation: ${finalId}`)
    const call = repository.ejc(['regulation', 'check'])
    expect(call.exit).toBe(1)
    expect(call.stdout).toContain('national-2027')
    repository.replace('ejc.yaml', `regulation: ${finalId}`, 'regulation: guangxi-2025-draft')
  })

  it('checks every file of the folder, also two of one id, and a pack that builds on another', () => {
    repository.write(finalFile, clean)
    repository.write('regulations/again.yaml', clean)
    const head = 'title: 丙办法\nshortTitle: 丙办法\nstatus: draft\nissuer: 丙\n'
    repository.write(
      'regulations/third.yaml',
      `id: third\nextends: ${finalId}\n${head}periods:\n  screening: { amount: 7 }\n`,
    )
    const call = repository.ejc(['regulation', 'check'], { columns: 400 })
    expect(call.exit).toBe(1)
    expect(call.stdout).toContain(placeOf(repository, `${finalId}\nextends`, 'regulations/again.yaml'))
    expect(call.stdout).toContain(`${finalFile} 也是 ${finalId}`)
    expect(call.lines).toContain('regulations/third.yaml（丙办法） 没有问题，可以使用。')
  })

  it('says what there is instead of a pack that there is not, and leaves those of ejc alone', () => {
    const strange = repository.ejc(['regulation', 'check', 'guangxi-2027'])
    expect(strange).toMatchObject({ exit: 2, stdout: '' })
    expect(strange.stderr).toContain(`本库有：`)
    expect(repository.ejc(['regulation', 'check', 'guangxi-2025-draft']).stderr).toContain('ejc 自带的规范包')
    expect(repository.ejc(['regulation', 'check', 'regulations/none.yaml']).stderr).toContain('没有文件')
    const none = createRepository()
    expect(none.ejc(['regulation', 'check'])).toMatchObject({ exit: 0, stdout: '' })
    expect(dataOf(none.ejc(['regulation', 'check', '--json']), 'regulation-check')).toEqual([])
  })
})
