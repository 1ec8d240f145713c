import { appraisalIndex } from '../../facts/appraisals.ts'
import type { Appraisal } from '../../facts/documents.ts'
import { before, blockIf, defineAction } from '../define.ts'

/** 收到鉴定评估结论: its contents by article 16; the investigation clock runs again. 第十三条、第十六条 */
export const receiveAppraisal = defineAction({
  id: 'receive-appraisal',
  title: '收到鉴定评估结论',
  article: '第十六条',
  moves: false,
  subjects: ({ appraisals }) => appraisals.filter(isRunning).map(({ id }) => id),
  blockers: () => [],
  target: (facts, subject) => ({
    document: 'appraisals',
    path: ['appraisals', appraisalIndex(facts, subject)],
    mode: 'upsert',
  }),
  ask: [
    'receivedOn',
    'reportNumber',
    'conclusion',
    'scope',
    'degree',
    'causation',
    'measures',
    'restorability',
    'restorableArea',
    'amounts',
    'restorationPlan',
  ],
  required: ['receivedOn'],
  // The section is there already: what identifies it goes with the item, which must be whole by itself.
  defaults: ({ facts, today }, subject) => {
    const running = facts.appraisals[appraisalIndex(facts, subject)]
    return { ...(running && { id: running.id, kind: running.kind }), receivedOn: today }
  },
  refuse: ({ facts }, item, subject) =>
    blockIf(
      before(item.receivedOn, facts.appraisals[appraisalIndex(facts, subject)]?.commissionedOn),
      '收到日期早于委托日期',
      '第十五条',
    ),
})

function isRunning({ receivedOn, withdrawnOn }: Appraisal): boolean {
  return receivedOn === undefined && withdrawnOn === undefined
}
