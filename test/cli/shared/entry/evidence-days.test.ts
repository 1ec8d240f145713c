import { describe, expect, it } from 'vitest'
import { movedDays } from '../../../../src/cli/shared/entry/evidence-days.ts'
import { viewOfFixture } from '../../../support/setting.ts'

describe('evidence that follows the day of its step', () => {
  const service = { obligor: 'o2', servedOn: '2026-07-03', receipt: 'E4' }
  const corrected = { ...service, servedOn: '2026-07-02' }
  const factsWith = (more: object) => {
    const { facts } = viewOfFixture('example-case', '2026-12-01')
    const { consultation } = facts.documents
    const evidence = [{ id: 'E4', title: '邮件回执', file: '', sha256: '', collectedOn: '2026-07-03' }]
    return {
      evidence,
      documents: { consultation: { ...consultation, rounds: [{ services: [service, more] }] } },
    }
  }

  it('moves with it', () => {
    expect(movedDays(service, corrected, factsWith({}) as never)).toEqual([
      { id: 'E4', title: '邮件回执', from: '2026-07-03', to: '2026-07-02' },
    ])
  })

  it('stays where another step names it too', () => {
    expect(movedDays(service, corrected, factsWith({ obligor: 'o1', recording: 'E4' }) as never)).toEqual([])
  })
})
