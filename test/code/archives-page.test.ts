import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { validateDocument } from '../../src/core/schema/validate.ts'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/archives.md'), 'utf8')
const config = readFileSync(join(root, 'test/fixtures/example-case/ejc.yaml'), 'utf8')

describe('the page on archives', () => {
  it('shows settings that ejc.yaml may have', () => {
    const [, shown = ''] = /```yaml\n(.*?)```/su.exec(page) ?? []
    expect(shown).toContain('archive:')
    expect(validateDocument('config', parse(`${config}\n${shown}`), {})).toEqual([])
  })

  it('says in one sentence what to do about OFD, and that nobody has validated the copies', () => {
    expect(page.match(/^- \*\*OFD\*\*.*$/mu)?.[0].match(/。/gu)).toHaveLength(1)
    expect(page).toContain('没有经过验证')
  })
})
