import { describe, expect, test } from 'vitest'
import { consultationNotice } from '../../src/core/forms/consultation-notice.ts'
import { meetingAgenda } from '../../src/core/forms/meeting-agenda.ts'
import { stages } from '../../src/core/stages/stage.ts'
import { fill, lines } from '../forms/support.ts'
import type { Change } from '../support/actions.ts'
import { both, caseWithActions, upTo } from '../support/actions.ts'

const mistaken: Change = ({ case: file }) => {
  file.obligors.push({
    id: 'o3',
    kind: 'organization',
    name: '某运输有限公司',
    address: '南宁市某区',
    creditCode: '91350100M000100Y43',
    representative: { name: '莫某' },
  })
  file.obligorAmendments = [
    { on: '2026-05-06', kind: 'withdrawn', obligors: ['o3'], reason: '受雇，不知情。' },
  ]
}
const withdrawn = caseWithActions('example-case', '2026-07-15', both(upTo.conclusion, mistaken)).view

describe('第八条、第十三条: an obligor taken off the list has an end of his own', () => {
  test('no claim against him was terminated', () => {
    expect(withdrawn.stage.obligors.get('o3')).toBe('withdrawn')
    expect(stages.withdrawn).toEqual({ title: '已撤出', end: true })
  })

  test('form 2 does not name him among those against whom the claim is made', () => {
    const named = lines(fill(withdrawn, '2', null).fields.赔偿义务人的基本情况).join('\n')
    expect(named).toContain('某化工有限公司')
    expect(named).not.toContain('某运输有限公司')
  })

  test('no notice is written for him', () => {
    const { view } = caseWithActions('example-case', '2026-07-15', mistaken)
    expect(consultationNotice.subjects(view)).toEqual(['1/o1', '1/o2'])
  })

  test('a termination of the claim against all the others is one of the case as a whole', () => {
    const { view } = caseWithActions('example-case', '2026-07-15', both(upTo.conclusion, mistaken)).after(
      'terminate',
      null,
      { ground: 'lawful-permit', reason: '持证排污，符合规定。', evidence: ['E1'] },
    )
    expect(view.stage.case).toBe('terminated')
    expect(view.facts.closing.terminations[0]?.obligors).toEqual(['o1', 'o2'])
    expect(fill(view, '3', null).fields.终止理由).toBeDefined()
  })

  test('with all of them taken off, the case is still to find out who is liable, and is not closed', () => {
    const nobody = caseWithActions('example-case', '2026-07-15', (documents) => {
      upTo.initiation(documents)
      const obligors = documents.case.obligors.map(({ id }) => id)
      documents.case.obligorAmendments = [{ on: '2026-05-06', kind: 'withdrawn', obligors }]
    })
    expect(nobody.view.stage.case).toBe('investigation')
    expect(nobody.blocked('close', null)).toContain('第十四条')
    expect(nobody.view.deadlines.find(({ deadline }) => deadline === 'investigation')?.status).toBe('overdue')
  })
})

describe('第十三条、第十七条: with all obligors taken off the list, nobody is claimed against', () => {
  const nobody = caseWithActions('example-case', '2026-07-15', (documents) => {
    upTo.appraisal(documents)
    const obligors = documents.case.obligors.map(({ id }) => id)
    documents.case.obligorAmendments = [{ on: '2026-05-06', kind: 'withdrawn', obligors }]
  })

  test('no conclusion and no early request before somebody is found liable', () => {
    expect(nobody.blocked('conclude', null)).toEqual(['第十三条'])
    expect(nobody.blocked('request-early-consultation', null)).toContain('第十七条')
  })

  test('the claim as a whole can be terminated without naming anybody', () => {
    const item = { obligors: [], ground: 'other', reason: '无法查明责任主体。', evidence: ['E1'] }
    expect(nobody.refused('terminate', null, item)).toEqual([])
    expect(nobody.after('terminate', null, item).view.stage.case).toBe('terminated')
  })

  test('the agenda of a meeting names only those with whom it is held', () => {
    const { view } = caseWithActions('example-case', '2026-07-15', mistaken)
    const called = lines(meetingAgenda.fill(view, '1').fields.参加人员).join('\n')
    expect(called).toContain('某化工有限公司')
    expect(called).not.toContain('某运输有限公司')
  })
})
