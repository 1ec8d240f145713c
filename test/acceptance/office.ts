import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { type Documents, documentNames } from '../../src/core/facts/documents.ts'
import { editData } from '../../src/repository/yaml/edit.ts'
import { upTo } from '../support/actions.ts'
import { createRepository, type TestRepository } from '../support/cli.ts'
import { documentsOf } from '../support/setting.ts'

/** A case that the rows work on: the first example as far as a stage, some facts changed. */
export interface Prepared {
  readonly state: keyof typeof upTo | 'whole'
  /** By `document.path`: `case.damage.estimatedLoss: "300000.00"`; null takes a value away. */
  readonly facts?: Readonly<Record<string, unknown>>
}

/** A repository with the two examples and the prepared cases, committed; with a pack of its own where one is given. */
export function acceptanceRepository(
  cases: Readonly<Record<string, Prepared>>,
  pack?: string,
): TestRepository {
  const repository = createRepository('example-case', 'example-case-2')
  if (pack !== undefined) {
    mkdirSync(join(repository.root, 'regulations'), { recursive: true })
    repository.write('regulations/pack.yaml', pack)
  }
  for (const [id, prepared] of Object.entries(cases)) putCase(repository, id, prepared)
  const [agreement] = documentsOf('example-case').agreements?.agreements ?? []
  repository.write('agreement.yaml', stringify(agreement))
  repository.git('add', '.')
  repository.git('commit', '-qm', 'cases')
  return repository
}

function putCase(repository: TestRepository, id: string, { state, facts = {} }: Prepared): void {
  const documents = documentsOf('example-case')
  if (state !== 'whole') upTo[state](documents)
  const changed = Object.entries({ ...facts, 'case.id': id }).reduce(changedBy, documents)
  repository.addCase('example-case', id)
  for (const name of documentNames) {
    const file = `cases/${id}/${name}.yaml`
    if (changed[name]) repository.write(file, stringify(changed[name]))
    else rmSync(join(repository.root, file), { force: true })
  }
}

function changedBy(documents: Documents, [address, value]: readonly [string, unknown]): Documents {
  const [name = '', ...keys] = address.split('.')
  const path = keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key))
  const old = Object.entries(documents).find(([key]) => key === name)?.[1]
  const data = editData(old, [value === null ? { kind: 'remove', path } : { kind: 'set', path, value }])
  // The schema boundary: what is not of its schema shows in the commands that read it.
  return { ...documents, [name]: data } as unknown as Documents
}
