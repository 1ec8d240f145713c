import { describe, expect, it } from 'vitest'
import { besideLines, subjectInTitle } from '../../../../src/cli/shared/entry/beside.ts'
import { likeliest, namedActions, oneAction } from '../../../../src/cli/shared/entry/named-action.ts'
import { taskOf } from '../../../../src/cli/shared/entry/task.ts'
import { addEvidence } from '../../../../src/core/stages/actions/add-evidence.ts'
import { step } from '../../../support/step.ts'

describe('what is written beside an item', () => {
  it('given three files of evidence, counts and names all of them in the preview', () => {
    const { view } = step('add-evidence')
    const task = taskOf(view, addEvidence, null)
    const evidence = ['E8', 'E9'].map((id) => ({
      path: ['evidence'],
      value: { id, title: `照片${id}` },
      append: true as const,
    }))
    const last = { id: 'E10', title: '照片E10' }
    const lines = besideLines({ ...task, companions: () => evidence }, last, 80)
    const names = ['    E8 照片E8', '    E9 照片E9', '    E10 照片E10']
    expect(lines).toEqual(['  写入 3 项：', ...names, '  最后一项的内容：'])
    expect(besideLines(task, {}, 80)).toEqual([])
  })

  it('given a role as the subject of a step, says it in Chinese in the title of the commit', () => {
    const { view } = step('add-evidence')
    const task = taskOf(view, addEvidence, null)
    expect(subjectInTitle({ ...task, subject: 'section-head', about: '机构负责人' })).toBe('（机构负责人）')
    expect(subjectInTitle({ ...task, subject: '1/o1', about: '某厂' })).toBe('（1/o1）')
    expect(subjectInTitle(task)).toBe('')
  })
})

describe('a word that several actions begin with', () => {
  const found = namedActions('启动')

  it('means the one that the case has, and is refused where it has several', () => {
    expect(found.length).toBeGreaterThan(1)
    const isOfCase = ({ id }: { id: string }): boolean => id === 'initiate'
    expect(oneAction('启动', found, () => false, isOfCase).id).toBe('initiate')
    expect(() => oneAction('启动', found)).toThrow(/“启动”可以是 .*请写全一些/)
    expect(likeliest(found, () => false)).toEqual(found)
  })
})

describe('what the facts call for', () => {
  it('is the determination of a simple case only while the investigation and its appraisal go on', () => {
    expect(
      step('determine-simple-case', { investigation: undefined, appraisals: undefined }).advised(null),
    ).toBe(true)
    expect(step('determine-simple-case').advised(null)).toBe(false)
  })
})
