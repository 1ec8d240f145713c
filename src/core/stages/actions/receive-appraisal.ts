import { appraisalIndex } from '../../facts/appraisals.ts'
import type { Appraisal } from '../../facts/documents.ts'
import { defineAction } from '../define.ts'

/**
 * 收到鉴定评估结论: with the contents that the text asks for (`appraisal-contents`); the investigation clock runs
 * again.
 */
export const receiveAppraisal = defineAction({
  id: 'receive-appraisal',
  title: '收到鉴定评估结论',
  matter: 'appraisal-contents',
  moves: false,
  follows: 'commission-appraisal',
  subjects: ({ appraisals }) => appraisals.filter(isAwaitingReport).map(({ id }) => id),
  blockers: () => [],
  section: 'appraisals.appraisals[]',
  at: (facts, subject) => [appraisalIndex(facts, subject)],
  mode: 'upsert',
  ask: [
    'receivedOn',
    'reportNumber',
    'report',
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
  // The section exists already: its identifying keys go with the item, which must be whole by itself.
  defaults: ({ facts, today }, subject) => {
    const running = facts.appraisals[appraisalIndex(facts, subject)]
    return { ...(running && { id: running.id, kind: running.kind }), receivedOn: today }
  },
})

function isAwaitingReport({ receivedOn, withdrawnOn }: Appraisal): boolean {
  return receivedOn === undefined && withdrawnOn === undefined
}
