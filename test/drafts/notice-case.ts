import type { Notice, Obligor, Round } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'

export type Change = (documents: ReturnType<typeof sampleDocuments>) => void

const obligors: Obligor[] = [
  { id: 'o1', kind: 'organization', name: '某造纸有限公司' },
  { id: 'o2', kind: 'individual', name: '郑某' },
  {
    id: 'o3',
    kind: 'organization',
    name: '某化工厂',
    successor: { kind: 'organization', name: '某新材料公司', since: '2025-05-01' },
  },
]

/** The sample case with these rounds of consultation, and nothing that names an amount. */
export function factsWith(rounds: Round[], change: Change = () => {}) {
  const { case: own } = sampleDocuments()
  const { estimatedLoss: _, ...damage } = own.damage
  const documents = { case: { ...own, obligors, damage }, consultation: { rounds } }
  change(documents)
  return factsOf(documents)
}

/** A round with its notice. */
export const noticed = (round: number, notice: Partial<Notice> = {}, more: Partial<Round> = {}): Round => ({
  round,
  notice: { issuedOn: '2025-05-20', ...notice },
  ...more,
})
