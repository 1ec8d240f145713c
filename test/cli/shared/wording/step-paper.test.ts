import { describe, expect, it } from 'vitest'
import {
  callOfPaperBefore,
  formOfStep,
  lackingOfStep,
} from '../../../../src/cli/shared/wording/step-paper.ts'
import { sampleDocuments } from '../../../../src/core/lint/sample.ts'
import { actionOf } from '../../../../src/core/stages/actions/index.ts'
import { step, upToConclusion } from '../../../support/step.ts'

const WIDTH = 80
const { conclusion, process: _, ...open } = sampleDocuments().investigation ?? {}

/** The sample case before and after the conclusion, with no activity of the investigation on record. */
const before = step('conclude', { ...upToConclusion, investigation: open }).view
const after = step('conclude', {
  ...upToConclusion,
  investigation: { ...open, ...(conclusion && { conclusion }) },
}).view

describe('the paper to be made before a step records that it went out', () => {
  it('is none of those that have their day already: 变更赔偿协议 is about another agreement than the signed one', () => {
    const { view, action, subjects } = step('amend-agreement')
    const [subject = null] = subjects
    const { agreements } = view.facts
    expect(agreements.find(({ id }) => id === subject)?.signedOn).toBeDefined()
    expect(formOfStep(view, 'amend-agreement')?.fill(view, subject).missing).toEqual([])
    expect(callOfPaperBefore(view, { action, subject }, undefined)).toBeUndefined()
  })

  it('is one that waits for its day, with the call that makes it', () => {
    const sample = sampleDocuments().agreements?.agreements[0]
    const { signedOn: _, ...unsigned } = sample ?? { id: 'G1', obligors: ['o1'] }
    const { view, action } = step('sign', { agreements: { agreements: [unsigned] }, court: undefined })
    const call = callOfPaperBefore(view, { action, subject: unsigned.id }, '案件 库')
    expect(call).toBe(`ejc -C "案件 库" render ${view.facts.id} 赔偿协议 ${unsigned.id}`)
  })
})

describe('what the paper of a step still lacks', () => {
  it('given a conclusion without any activity, says so with the step that records it', () => {
    const text = lackingOfStep('conclude', before, after, WIDTH)
    expect(text).toContain('还缺 1 项，补齐以前不能生成正本：')
    expect(text).toMatch(/ejc advance \S+\s+记录调查活动/u)
    expect(text).toContain('案件线索的来源、调查经过')
  })

  it('is nothing where the paper is complete, has its day already, or belongs to no such step', () => {
    const whole = step('conclude', upToConclusion).view
    const unconcluded = step('conclude', { ...upToConclusion, investigation: open }).view
    expect(lackingOfStep('conclude', unconcluded, whole, WIDTH)).toBe('')
    expect(lackingOfStep('conclude', after, after, WIDTH)).toBe('')
    expect(lackingOfStep('record-facts', before, before, WIDTH)).toBe('')
    expect(lackingOfStep('meet', before, after, WIDTH)).toBe('')
    expect(formOfStep(after, 'meet')).toBeUndefined()
  })

  it('given a meeting without its record, says so of the minutes', () => {
    const { consultation } = sampleDocuments()
    const held = structuredClone(consultation)
    for (const { meetings = [] } of held?.rounds ?? []) for (const meeting of meetings) delete meeting.record
    const [then, now] = [undefined, held].map(
      (talks) => step('meet', { consultation: talks, agreements: undefined, court: undefined }).view,
    )
    const text = now ? lackingOfStep('meet', then, now, WIDTH) : ''
    expect(text).toMatch(/会议纪要还缺 \d+ 项/u)
    expect(actionOf('meet')?.ask).toContain('record')
  })

  it('given a notice, says what an appraisal leaves out that the notice must tell', () => {
    const { appraisals, consultation } = sampleDocuments()
    for (const each of appraisals?.appraisals ?? []) {
      each.restorability = 'full'
      delete each.restorableArea
    }
    const [then, now] = [undefined, consultation].map(
      (talks) =>
        step('notify', { appraisals, consultation: talks, agreements: undefined, court: undefined }).view,
    )
    const text = now ? lackingOfStep('notify', then, now, WIDTH) : ''
    expect(text).toMatch(/磋商告知书还缺 \d 项/u)
    expect(text).toContain('可以修复的区域范围和要求')
    expect(text).toContain('收到鉴定评估')
  })
})
