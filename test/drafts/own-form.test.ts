import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Agreement } from '../../src/core/facts/documents.ts'
import { only } from '../forms/support.ts'
import {
  byPhases,
  caseToSign,
  edited,
  filledIn,
  performances,
  printed,
  readBack,
  signedCase,
  told,
} from './own-form.ts'

const counts = [1, 2, 6]
const ways = Object.entries(performances)

/** The clauses as the paper prints them. */
function clausesOf({ clauses = {} }: Agreement): Record<string, string> {
  const said = Object.entries(clauses).flatMap(([code, clause]) =>
    clause
      ? [[code, typeof clause === 'string' ? clause : `本案不涉及：${clause.notApplicable}`] as const]
      : [],
  )
  return Object.fromEntries(said.map(([code, text]) => [code, /[。；]$/u.test(text) ? text : `${text}。`]))
}

/** The clauses but for the one behind which the days of the record are printed. */
function withoutSchedule({ restorationSchedule: _, ...clauses }: Record<string, string>) {
  return clauses
}

describe('the agreement that ejc prints, read again', () => {
  it.each(counts.flatMap((count) => ways.map(([way, change]) => [count, way, change] as const)))(
    'has the same clauses with %i obligors and %s',
    async (count, _, change) => {
      const view = signedCase(count, change)
      const read = readBack(view, await printed(view, false))
      const recorded = clausesOf(only(view.facts.agreements))
      expect(withoutSchedule(read)).toEqual(withoutSchedule(recorded))
      expect(read.restorationSchedule?.startsWith(recorded.restorationSchedule ?? '?')).toBe(true)
    },
  )

  it.each(counts)('is printed the same from what was read, with %i obligors', async (count) => {
    const view = signedCase(count, byPhases)
    const before = await printed(view, false)
    const again = readBack(view, before)
    expect(again.restorationSchedule).not.toContain('前（含当日）启动')
    const written = signedCase(count, (signed) => {
      byPhases(signed)
      signed.clauses = again
    })
    expect(readBack(written, await printed(written, false))).toEqual(again)
  })
})

/** Words of officers: with lists, colons and brackets, but no line that reads as a title of the form. */
const words = fc
  .array(
    fc.constantFrom(
      ...[
        '甲方支付',
        '修复目标：',
        '（一）',
        '1．',
        '2026年8月31日前',
        '157,200元',
        '，',
        '；',
        '（含税）',
        '不涉及',
      ],
      ...['评估报告、修复方案', '赔偿义务人', '违约责任', '其他事项', '《民法典》', '没有异议', '第三方'],
    ),
    { minLength: 2, maxLength: 12 },
  )
  .map((parts) => `按约定${parts.join('')}执行。`)

describe('the draft before the talks, filled in', () => {
  it.each(counts)(
    'gives each line back as it was written, with %i obligors',
    { timeout: 60_000 },
    async (count) => {
      const view = caseToSign(count)
      const empty = await printed(view, true)
      const known = readBack(view, empty)
      const codes = ['opinions', 'breach', 'evaluation', 'disputes', 'forceMajeure']
      await fc.assert(
        fc.asyncProperty(fc.array(words, { minLength: 9, maxLength: 9 }), async (lines) => {
          const [liability = '', performance = '', goal = '', schedule = '', ...others] = lines
          const typed = [liability, performance, goal, schedule, '300,000元', ...others]
          expect(readBack(view, filledIn(empty, typed))).toEqual({
            ...known,
            liability,
            performance,
            restorationGoal: goal,
            restorationSchedule: schedule,
            ...Object.fromEntries(codes.map((code, index) => [code, others[index]])),
          })
        }),
        { numRuns: 40 },
      )
    },
  )

  it('has only what the case knows where nothing is filled in', async () => {
    const view = caseToSign(2)
    expect(Object.keys(readBack(view, await printed(view, true)))).toEqual([
      ...['facts', 'evidence', 'legalBasis', 'reasons', 'restorationPlan'],
    ])
  })

  it('leaves to the words what somebody added under the headings', async () => {
    const view = caseToSign(1)
    const added = '双方均无异议。</w:t></w:r></w:p><w:p><w:r><w:t>（六）送达地址：以本协议写明的地址为准。'
    const typed = ['甲', '乙', '丙', '丁', '1元', '双方均无异议。', '违约金。', '评估。', '起诉。', added]
    const read = readBack(view, filledIn(await printed(view, true), typed))
    expect(read.forceMajeure).toBe('双方均无异议。')
    expect(read.disputes).toBe('起诉。')
  })
})

/** An edit of the one paragraph that begins so. */
const at =
  (beginning: string, ...lines: string[]) =>
  (text: string): string[] =>
    text === '' ? [] : text.startsWith(beginning) ? lines.map((line) => line || text) : [text]

const pairsOf = (all: readonly string[]): string[][] =>
  all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other]))

describe('the signed agreement, changed with Word', () => {
  const view = signedCase(1, byPhases)
  const recorded = clausesOf(only(view.facts.agreements))

  it('has what somebody added behind the figures in the clause for the rest', async () => {
    const added = ['（九）担保：乙方提供连带保证，保证期间三年。', '乙方应当配合甲方的监督检查。']
    const paper = edited(await printed(view, false), at('四、', ...added, ''))
    expect(readBack(view, paper)).toEqual({ ...recorded, other: added.join('\n') })
  })

  it.each([
    [
      [
        '1. 修复方式：清淤。',
        '2. 付款期限：乙方一次付清。',
        '3. 履行方式：现金或者转账。',
        '4. 甲方可以代履行。',
      ],
    ],
    [['（一）付款期限：乙方一次付清。', '（二）履行方式：现金或者转账。']],
    [['1．赔偿金额及构成：按评估报告。']],
  ])('keeps a list inside a clause: %j', async (list) => {
    const paper = edited(await printed(view, false), at('（一）生态环境损害赔偿责任的履行', '', ...list))
    const performance = [recorded.performance, ...list].join('\n')
    expect(readBack(view, paper)).toEqual({ ...recorded, performance })
  })

  it('keeps what the record prints out of the clauses', async () => {
    expect(readBack(view, await printed(view, false))).toEqual(recorded)
  })

  it.each(['一、', '（二）相关证据', '二、', '三、', '四、'])(
    'has the same clauses with the heading %s changed',
    async (heading) => {
      const number = /^(?:（.）|.、)/u.exec(heading)?.[0] ?? ''
      const paper = edited(await printed(view, false), at(heading, `${number}有关情况的约定`))
      expect(readBack(view, paper)).toEqual(recorded)
    },
  )

  it.each(['一、', '（二）相关证据', '二、', '三、', '四、'])(
    'loses no clause with the heading %s deleted',
    async (heading) => {
      const { clauses } = told(view, edited(await printed(view, false), at(heading)))
      for (const text of Object.values(recorded)) expect(clauses).toContain(text)
      expect(clauses).not.toMatch(/法定代表人|以下简称|赔偿金额及构成/u)
    },
  )

  const chief = ['一、', '二、', '三、', '四、'] as const
  const together = [...pairsOf(chief), ['一、', '二、', '三、'], ['二、', '三、', '四、']]

  it.each(together)('is read by the other headings where %s and %s… are changed', async (...headings) => {
    const changed = (text: string): string[] => {
      const [heading] = headings.filter((each) => text.startsWith(each))
      return text === '' ? [] : [heading ? `${heading}有关情况的约定` : text]
    }
    expect(readBack(view, edited(await printed(view, false), changed))).toEqual(recorded)
  })

  it.each(together)('is read by the other headings where %s and %s… are deleted', async (...headings) => {
    const deleted = (text: string): string[] =>
      text === '' || headings.some((each) => text.startsWith(each)) ? [] : [text]
    expect(readBack(view, edited(await printed(view, false), deleted))).toEqual(recorded)
  })

  it('shows by its words what stands behind the places to sign, and a line of figures that was changed', async () => {
    const behind = ['附件：付款计划', '第一期2026年7月1日前支付1,000,000元']
    const paper = edited(await printed(view, false), (text) => (text === '' ? behind : [text]))
    expect(told(view, paper).strays).toBe(behind.join('\n'))
    const changed = '（五）赔偿金额及构成：按双方另行确认的数额。'
    const other = edited(await printed(view, false), at('（五）赔偿金额', changed))
    expect(told(view, other).strays).toContain(changed)
  })

  it.each(ways)('has nothing to look at unchanged: %s', async (_, change) => {
    const signed = signedCase(2, change)
    expect(told(signed, await printed(signed, false)).strays).toBe('')
  })

  it('loses nothing that somebody added anywhere', { timeout: 60_000 }, async () => {
    const bytes = await printed(view, false)
    const texts: string[] = []
    edited(bytes, (text) => [texts[texts.push(text) - 1] ?? text])
    const body = texts.slice(
      texts.indexOf('（一）事实情况'),
      texts.indexOf('赔偿权利人或其指定部门、机构（盖章）'),
    )
    const places = fc.constantFrom(...body, '')
    const number = fc.constantFrom(
      '',
      '（一）',
      '（二）',
      '（五）',
      '（七）',
      '（九）',
      '1．',
      '2. ',
      '①',
      '五、',
    )
    const title = fc.constantFrom(
      '',
      '付款期限：',
      '赔偿金额及构成：',
      '担保：',
      '修复方式为',
      '第一期，',
      '违约责任：',
    )
    const gone = fc.constantFrom(
      ...['一、', '（一）事实情况', '（二）相关证据', '二、', '三、', '四、'].map((each) => [each]),
      ...[[], ['一、', '三、'], ['二、', '三、'], ['二、', '三、', '四、']],
    )
    await fc.assert(
      fc.asyncProperty(places, number, title, words, gone, async (place, count, name, said, deleted) => {
        const added = `${count}${name}添加${said}`
        const paper = edited(bytes, (text) => {
          const isDeleted = text === '' || deleted.some((heading) => text.startsWith(heading))
          const kept = isDeleted ? [] : [text]
          return text === place ? [...kept, added] : kept
        })
        const { clauses, strays } = told(view, paper)
        expect(`${clauses}\n${strays}`).toContain(`添加${said}`)
        expect(clauses).not.toContain('法定代表人')
      }),
      { numRuns: 150 },
    )
  })
})
