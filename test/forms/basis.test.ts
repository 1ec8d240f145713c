import { describe, expect, it, test } from 'vitest'
import { basisOf } from '../../src/core/forms/basis.ts'
import { collectFields } from '../../src/core/forms/define.ts'
import { forms } from '../../src/core/forms/index.ts'
import { inForce, paper, says } from './say.ts'
import { agreementOf, roundOf } from './variants.ts'
import { wholeCase } from './whole.ts'

const on = (today: string) => wholeCase(today)
const cited = (view: ReturnType<typeof on>, national: Parameters<typeof basisOf>[1]['national']) => {
  const collector = collectFields()
  const text = basisOf(
    view,
    { local: 'civil-liability-first', ...(national && { national }), otherwise: '案件办理需要' },
    collector,
  )
  return { text, cited: collector.filled({}).cited }
}

describe('what a letter relies on', () => {
  it('is the national law in force on its day', () => {
    const national = ['civil-first-general', 'national-civil-first'] as const
    expect(cited(on('2026-08-14'), national).text).toBe('《中华人民共和国民法典》第一百八十七条')
    expect(cited(on('2026-08-15'), national)).toEqual({
      text: '《中华人民共和国民法典》第一百八十七条、《中华人民共和国生态环境法典》第一千零五十八条',
      cited: ['civil-first-general', 'national-civil-first'],
    })
    expect(cited(on('2020-12-31'), national)).toEqual({ text: '案件办理需要', cited: undefined })
  })

  it('is no draft, and no other text in its place', () => {
    expect(cited(on('2026-12-24'), undefined).text).toBe('案件办理需要')
    const texts = forms.flatMap((form) =>
      form
        .subjects(on('2026-12-24'))
        .map((subject) => JSON.stringify(form.fill(on('2026-12-24'), subject).fields)),
    )
    for (const text of texts) expect(text).not.toContain('征求意见稿')
  })

  it('is the local text too, once it is in force and has the matter', () => {
    const view = inForce(on('2026-12-24'))
    expect(cited(view, ['civil-first-general']).text).toBe(
      `《中华人民共和国民法典》第一百八十七条、《${view.regulation.title}》第九条`,
    )
    const { regulation } = view
    const without = {
      ...view,
      regulation: {
        ...regulation,
        has: (matter: string) =>
          matter !== 'civil-liability-first' && regulation.has(matter as 'enforcement'),
      },
    }
    expect(cited(without, undefined).text).toBe('案件办理需要')
  })

  it('names the number of a document that is known by it, and keeps paragraph and item', () => {
    const view = on('2026-12-24')
    expect(cited(view, ['national-disclosure']).text).toBe(
      '《生态环境损害赔偿管理规定》（环法规〔2022〕31号）',
    )
    expect(cited(view, ['crime-authority']).text).toBe('《中华人民共和国生态环境法典》第一千零八十三条第二款')
  })
})

test('no paper of the whole case calls anything by its number in the record', () => {
  const view = wholeCase('2026-12-24', (documents) => {
    agreementOf(documents).substitutes = [{ mode: 'off-site', place: '某林场', project: 'L1' }]
    Object.assign(roundOf(documents).services?.[0] ?? {}, { method: 'lien', recording: 'E1', receipt: 'E3' })
  })
  for (const form of forms)
    for (const subject of form.subjects(view)) {
      const { fields } = form.fill(view, subject)
      const said = Object.keys(fields).map((field) => String(says({ fields } as never, field)))
      expect(said.join('\n'), `${form.id} ${subject}`).not.toMatch(/(?<![\w〔-])[ABEGLPRSW]\d+(?![\w号])/u)
    }
})

describe('案件线索移送函 (第二十二条)', () => {
  const letter = (change: Parameters<typeof paper>[2]) => paper('transfer-letter', '2025-03-10', change)

  it.each([
    ['污染环境罪', '涉嫌污染环境罪'],
    ['涉嫌污染环境罪。', '涉嫌污染环境罪'],
    ['可能构成污染环境罪', '可能构成污染环境罪'],
  ])('of %j finds no more than a suspicion', (matter, said) => {
    expect(
      says(
        letter(({ court }) => Object.assign(court?.transfers?.[0] ?? {}, { matter })),
        '涉嫌事项',
      ),
    ).toBe(said)
  })

  it('names who is suspected, where not all are', () => {
    const one = letter(({ court }) => Object.assign(court?.transfers?.[0] ?? {}, { obligors: ['o2'] }))
    expect(says(one, '涉嫌事项')).toBe('郑某涉嫌污染环境罪')
  })

  it('hands over no evidence that was collected after its day, and tells nothing that rests on it alone', () => {
    const later = letter(({ evidence, investigation }) => {
      Object.assign(evidence?.evidence.find(({ id }) => id === 'E2') ?? {}, { collectedOn: '2025-03-11' })
      investigation?.facts?.push({ statement: '检测结果超标', evidence: ['E2'] })
    })
    expect(says(later, '移送材料')).toBe('勘查笔录。')
    expect(String(says(later, '案情'))).not.toContain('检测结果超标')
  })
})
