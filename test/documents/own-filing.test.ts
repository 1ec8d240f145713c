import { describe, expect, test } from 'vitest'
import { phases, phaseToldBy } from '../../src/core/facts/phases.ts'
import { fillTemplate } from '../../src/documents/fill.ts'
import { checkTemplate } from '../../src/documents/own-template.ts'
import { readText } from '../support/read-text.ts'
import { settingOn } from '../support/setting.ts'
import { docx, p, terms } from './sample.ts'

const { regulation } = settingOn('2026-11-24')

/** What the check says of a template of that name. */
const checked = (name: string, ...body: string[]) =>
  checkTemplate(`templates/${name}.docx`, [regulation], () => docx(...body))

describe('where a paper of the office lies in the archive', () => {
  test('is what its template says, with the title that it says', () => {
    const { filing, problems, remarks } = checked(
      '函',
      p('{{归档：鉴定评估}}'),
      p('{{题名：关于提供水文资料的函}}'),
    )
    expect([problems, remarks]).toEqual([[], []])
    expect(filing).toEqual({ phase: 'appraisals', title: '关于提供水文资料的函', by: 'template' })
  })

  test.each(['调查', '损害 调查', '损害调查'])('may be named as people call it: %s', (word) => {
    expect(checked('函', p(`{{归档: ${word}}}`)).filing?.phase).toBe('investigation')
    expect(checked('函', p(`{{归档位置：${word}}}`)).filing?.phase).toBe('investigation')
  })

  test.each([
    ['现场检查笔录', 'investigation'],
    ['采样记录', 'evidence'],
    ['修复工程验收意见', 'restoration'],
    ['结案报告', 'closing'],
  ])('is else what the name of the paper tells: %s', (name, phase) => {
    expect(checked(name, p('{{案由}}')).filing).toEqual({ phase, title: name, by: 'name' })
  })

  test.each([
    [['{{案件名称}}'], 'case'],
    [['{{案件名称}}', '{{证据.名称}}'], 'evidence'],
    [['{{案件名称}}', '{{证据.名称}}', '{{协议赔偿总额}}'], 'agreements'],
  ])('is else the last phase whose facts it prints: %j', (fields, phase) => {
    const body = fields.map((each) => p(each))
    expect(checked('报告', ...body).filing).toEqual({ phase, title: '报告', by: 'fields' })
  })

  test.each([[['天气：晴']], [['{{天气}}']]])(
    'is told by nothing where no field of the case stands: %j',
    (body) => {
      const { filing } = checked('报告', ...body.map((each) => p(each)))
      expect(filing).toEqual({ phase: 'case', title: '报告', by: 'nothing' })
    },
  )

  test('is nothing that a name tells which tells two', () => {
    expect(phaseToldBy('调查结案报告')).toBeUndefined()
  })
})

test('a place that there is not, a mark twice and an empty title are named by their paragraph', () => {
  const { problems } = checked(
    '函',
    p('{{归档：审判}}'),
    p('{{归档：磋商}}'),
    p('{{题名： }}'),
    p(`{{题名：${'长'.repeat(101)}}}`),
  )
  expect(problems.map((line) => line.replace(/（.*?）/u, ''))).toEqual([
    `正文第 1 段：没有「审判」这个归档位置，请从下列选一个写在冒号后面：${phases.map(({ name }) => name).join('、')}。`,
    '正文第 2 段：{{归档：…}} 只写一处：请删去这一处。',
    '正文第 3 段：{{题名：}} 没有写题名：请写在冒号后面，或者删去。',
    '正文第 4 段：题名超过 100 个字，目录里写不下：请写短些。',
  ])
})

test('a template that takes the place of a built-in one has its place already', () => {
  const { problems, filing } = checked('agreement', p('{{归档：结案}}'))
  expect(filing).toBeNull()
  expect(problems.join('\n')).toMatch(/正文第 1 段：.*只用于自备文书/u)
})

test('the marks are not printed, in drafts neither, and leave no empty line', async () => {
  const template = docx(p('{{归档：结案}}'), p('案由：{{案由}}{{题名：结案的报告}}'))
  for (const draft of [false, true]) {
    const printed = await readText(
      await fillTemplate(template, { 案由: '倾倒' }, terms({ own: true, draft })),
    )
    expect(printed.filter((line) => !line.startsWith('草稿'))).toEqual(['案由：倾倒'])
  }
})
