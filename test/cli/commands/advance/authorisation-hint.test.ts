import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createRepository } from '../../../support/cli.ts'

const id = 'NN-2026-0001'

it('given a county without authorisation, the hint after screening names it, and not to decline (第七条, 第十三条)', () => {
  const repository = createRepository('example-case')
  const folder = join(repository.root, 'cases', id)
  for (const name of readdirSync(folder))
    if (name !== 'case.yaml') rmSync(join(folder, name), { recursive: true })
  const file = `cases/${id}/case.yaml`
  repository.replace(file, 'level: city', 'level: county')
  repository.replace(file, 'handlingUnitKind: department', 'handlingUnitKind: county-department')
  const found = ['damageFound=true', 'decision=initiate', 'checkedOn=2026-02-25']
  const sets = found.flatMap((set) => ['--set', set])
  const { stderr } = repository.ejc(['advance', id, 'screen', ...sets, '--yes', '--today', '2026-02-25'])
  expect(stderr).toContain(`启动索赔以前需要：ejc advance ${id} 登记设区市授权`)
  expect(stderr).not.toContain('决定不启动索赔')
})
