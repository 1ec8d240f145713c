import { describe, expect, it } from 'vitest'
import { type AnswersByQuestion, createInterview } from '../../../src/cli/prompts/interview.ts'
import { terminalWith } from '../../support/terminal.ts'

const line = { read: (text: string) => (text === '' ? { wrong: '请填写' } : text) }

function threeQuestions(typed: readonly string[], kept: AnswersByQuestion = {}) {
  const { terminal, asked } = terminalWith(...typed)
  const saved: AnswersByQuestion[] = []
  const interview = createInterview(terminal, kept, (answers) => saved.push({ ...answers }))
  const run = () =>
    interview.run(async () => {
      const name = await interview.input('name', { title: '名称' }, line)
      const kind = await interview.select('kind', { title: '类别' }, [
        { value: 'a', name: '甲' },
        { value: 'b', name: '乙' },
      ])
      const reason = kind === 'b' ? await interview.input('reason', { title: '理由' }, line) : undefined
      return { name, kind, reason }
    })
  return { interview, run, asked, saved }
}

describe('an interview', () => {
  it('goes one question back at Escape, and proposes what was answered there', async () => {
    const { run, asked } = threeQuestions(['某厂', 'b', '<', 'a'])
    expect(await run()).toEqual({ name: '某厂', kind: 'a', reason: undefined })
    expect(asked).toEqual(['名称', '类别', '理由', '类别 (b)'])
  })

  it('goes back over several questions, one at a time', async () => {
    const { run, asked } = threeQuestions(['某厂', 'b', '<', '<', '某化工厂', 'a'])
    expect(await run()).toEqual({ name: '某化工厂', kind: 'a', reason: undefined })
    expect(asked).toEqual(['名称', '类别', '理由', '类别 (b)', '名称 (某厂)', '类别 (b)'])
  })

  it('says so at the first question, and asks it again', async () => {
    const { run, asked } = threeQuestions(['<', '某厂', 'a'])
    await run()
    expect(asked).toEqual(['名称', '这已经是第一题。', '名称', '类别'])
  })

  it('tells every answer as soon as it is given, so that none can be lost', async () => {
    const { run, saved } = threeQuestions(['某厂', 'b', '无'])
    await run()
    expect(saved.map((answers) => Object.keys(answers))).toEqual([
      ['name'],
      ['name', 'kind'],
      ['name', 'kind', 'reason'],
    ])
  })

  it('does not ask again what was answered in a call that was broken off', async () => {
    const kept = { name: { label: '名称', values: ['某厂'], shown: '某厂' } }
    const { run, asked } = threeQuestions(['a'], kept)
    expect(await run()).toEqual({ name: '某厂', kind: 'a', reason: undefined })
    expect(asked).toEqual(['类别'])
  })

  it('asks again where a kept answer can no longer be given', async () => {
    const kept = { kind: { label: '类别', values: ['c'], shown: '丙' } }
    const { run, asked } = threeQuestions(['某厂', 'a'], kept)
    await run()
    expect(asked).toEqual(['名称', '类别'])
  })

  it('gives back the answer that was proposed at first, once another stands in its place', async () => {
    const { terminal, asked } = terminalWith('12.15', '＝')
    const interview = createInterview(terminal, {}, () => undefined)
    const proposing = { fallback: '支付74,400.00元', read: (text: string) => text }
    const ask = () => interview.run(() => interview.input('content', { title: '催告内容' }, proposing))
    expect(await ask()).toBe('12.15')
    interview.forget('content')
    expect(await ask()).toBe('支付74,400.00元')
    expect(asked).toEqual(['催告内容 (支付74,400.00元)', '催告内容 (12.15)'])
  })

  it('asks one answer anew after it was forgotten, and what follows from it, and nothing else', async () => {
    const { interview, run, asked } = threeQuestions(['某厂', 'a', 'b', '理由在此'])
    await run()
    expect(interview.answered().map(({ label, shown }) => [label, shown])).toEqual([
      ['名称', '某厂'],
      ['类别', '甲'],
    ])
    interview.forget('kind')
    expect(await run()).toEqual({ name: '某厂', kind: 'b', reason: '理由在此' })
    expect(asked).toEqual(['名称', '类别', '类别 (a)', '理由'])
  })

  it('proposes the other answer where the one that was forgotten is not to stand', async () => {
    const { interview, run, asked } = threeQuestions(['某厂', 'b', '理由在此', 'a'])
    await run()
    interview.forget('kind', ['a'])
    expect(await run()).toMatchObject({ kind: 'a' })
    expect(asked.at(-1)).toBe('类别 (a)')
  })
})
