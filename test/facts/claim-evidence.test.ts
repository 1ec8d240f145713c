import { expect, it } from 'vitest'
import { evidenceOfClaim } from '../../src/core/facts/claim-evidence.ts'
import { viewOfFixture } from '../support/setting.ts'

it('what proves a service or a payment alone is no evidence of the claim; what nothing names may be', () => {
  const { facts } = viewOfFixture('example-case', '2026-11-24')
  const [round, ...others] = facts.rounds
  const services = round?.services?.map((service) => ({ ...service, recording: 'E91' }))
  const [first, ...steps] = facts.investigation?.facts ?? []
  const given = {
    ...facts,
    evidence: ['E91', 'E92', 'E93'].map((id) => ({ id, title: id })),
    rounds: round ? [{ ...round, services: services ?? [] }, ...others] : [],
    investigation: {
      ...facts.investigation,
      facts: first ? [{ ...first, evidence: ['E93'] }, ...steps] : [],
    },
    payments: facts.payments.map((payment) => ({ ...payment, voucher: 'E93' })),
  }
  expect(services?.length).toBeGreaterThan(0)
  expect(evidenceOfClaim(given).map(({ id }) => id)).toEqual(['E92', 'E93'])
})
