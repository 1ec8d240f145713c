import { describe, expect, it } from 'vitest'
import { inEarlierCase, isOfEarlierCase } from '../../../src/cli/prompts/earlier.ts'
import { PROPOSALS } from '../../../src/cli/prompts/proposals.ts'
import { openWorkspace } from '../../../src/repository/workspace.ts'
import { createRepository } from '../../support/cli.ts'

const id = 'NN-2026-0001'
const AUTHORISATION = 'jurisdiction.countyAuthorization'
const authorisation =
  '  countyAuthorization: { document: 南政函〔2026〕3号, grantedBy: 南宁市人民政府, grantedOn: 2026-01-05 }\n'

describe('第七条: what the last other case says is proposed', () => {
  it('is looked up in the other cases, the newest first, and never in the case itself', async () => {
    const repository = createRepository('example-case')
    const file = `cases/${id}/case.yaml`
    repository.write(
      file,
      repository.read(file).replace('jurisdiction:\n', `jurisdiction:\n${authorisation}`),
    )
    const workspace = await openWorkspace(repository.root, '2026-11-24')
    const at = (own: string, key: string) => inEarlierCase(workspace, own, `earlier.${AUTHORISATION}.${key}`)
    expect(at('NN-2026-0002', 'document')).toBe('南政函〔2026〕3号')
    expect(at('NN-2026-0002', 'grantedOn')).toBe('2026-01-05')
    expect(at(id, 'document')).toBeUndefined()
    expect([`earlier.${AUTHORISATION}`, 'config.unit.name'].map(isOfEarlierCase)).toEqual([true, false])
  })

  it('proposes the day with the same document, and today with another', () => {
    const proposed = PROPOSALS[`case.${AUTHORISATION}.grantedOn`]
    const known = (path: string) => (path.endsWith('document') ? '南政函〔2026〕3号' : '2026-01-05')
    // The proposal asks for nothing else of what surrounds a question.
    const asking = { known, today: '2026-11-24' } as unknown as Parameters<NonNullable<typeof proposed>>[1]
    const place = { name: 'case', path: [...AUTHORISATION.split('.'), 'grantedOn'], lists: {} } as const
    expect(proposed?.({ document: '南政函〔2026〕3号' }, asking, place)).toBe('2026-01-05')
    expect(proposed?.({ document: '南政函〔2026〕9号' }, asking, place)).toBe('2026-11-24')
  })
})
