import { describe, expect, test } from 'vitest'
import { openDuties } from '../../src/core/stages/open-duties.ts'
import { actionsFor } from '../../src/core/stages/possible.ts'
import { both, type CaseWithActions, caseWithActions, upTo } from '../support/actions.ts'

const advised = ({ view }: CaseWithActions): string[] =>
  actionsFor(view)
    .filter(({ advised: called, blockedBy }) => called && !blockedBy.length)
    .map(({ action, subject }) => [action.id, subject].filter((part) => part !== null).join(' '))

describe('第三十四条第二款: a supervised case is closed once all its tasks are complete', () => {
  const open = caseWithActions('example-case-2', '2026-11-24', ({ supervision }) => {
    if (supervision?.major) delete supervision.major.tasksCompletedOn
  })

  test('until then they are open duties, named at the closing or the case stays open', () => {
    expect(openDuties(open.view).map(({ reason }) => reason)).toContain('全部督办任务')
    const complete = open.after('complete-supervision', null)
    expect(openDuties(complete.view).map(({ reason }) => reason)).not.toContain('全部督办任务')
  })

  test('a case that is not major has none', () => {
    const plain = caseWithActions('example-case', '2026-11-24')
    expect(openDuties(plain.view).map(({ reason }) => reason)).not.toContain('全部督办任务')
  })
})

describe('第十七条第二款: three obligors of a simple case who all waive the meeting', () => {
  const three = both(upTo.conclusion, ({ case: file }) => {
    file.obligors.push({ id: 'o3', kind: 'individual', name: '丙某', identifiedOn: '2026-03-01' })
    file.damage.estimatedLoss = '200000.00'
    file.simpleCase = { factsSimple: true, liabilityUndisputed: true, determinedOn: '2026-04-01' }
  })
  const consents = ['o1', 'o2', 'o3'].map((obligor) => {
    return { obligor, consentedOn: '2026-06-26', document: '同意书' }
  })
  const before = caseWithActions('example-case', '2026-06-26', three)
  const waived = before.after('waive-meeting', '1', { consents })

  test('two consents are not enough', () => {
    expect(before.refused('waive-meeting', '1', { consents: consents.slice(1) })).toEqual(['第十七条'])
  })

  test('they sign directly: a notice is no longer asked for, though it may still be issued', () => {
    expect(advised(before)).toContain('notify 1')
    expect(advised(waived)).toContain('sign 1')
    expect(advised(waived)).not.toContain('notify 1')
    expect(waived.blocked('notify', '1')).toEqual([])
  })

  test('第十四条第二款: one whose claim is terminated does not sign with the others', () => {
    const item = {
      obligors: ['o3'],
      ground: 'lawful-permit',
      reason: '持证排污，符合规定。',
      evidence: ['E1'],
    }
    const ended = waived.after('terminate', null, item)
    expect(ended.known('sign', '1')).toMatchObject({ obligors: ['o1', 'o2'] })
    const joint = { obligors: ['o1', 'o2', 'o3'] }
    expect(ended.refused('sign', '1', joint)).toEqual(['第二十一条'])
  })
})

describe('第二十三条: leniency is asked for whoever performed promptly', () => {
  test('not of one who paid late', () => {
    expect(advised(caseWithActions('example-case', '2026-11-24'))).toContain('notify-leniency o1')
    const late = caseWithActions('example-case', '2026-11-24', ({ payments }) => {
      for (const payment of payments?.payments ?? []) payment.paidOn = '2026-11-02'
    })
    expect(advised(late)).not.toContain('notify-leniency o1')
  })
})

describe('第十六条第二款: a panel is called for while somebody still objects', () => {
  test('and not by the explanation alone', () => {
    const explained = (stillObjectedOn?: string) =>
      caseWithActions(
        'example-case',
        '2026-06-26',
        both(upTo.conclusion, ({ appraisals }) => {
          const [appraisal] = appraisals?.appraisals ?? []
          if (!appraisal) return
          const objection = { id: 'B1', by: 'o1', raisedOn: '2026-06-01', explainedOn: '2026-06-10' }
          appraisal.objections = [{ ...objection, ...(stillObjectedOn && { stillObjectedOn }) }]
        }),
      )
    expect(advised(explained())).not.toContain('convene-panel A1/B1')
    expect(explained().blocked('convene-panel', 'A1/B1')).toEqual([])
    expect(advised(explained('2026-06-15'))).toContain('convene-panel A1/B1')
  })
})
