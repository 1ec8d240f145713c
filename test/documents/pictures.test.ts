import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { forms } from '../../src/core/forms/index.ts'
import { builtInTemplate } from '../../src/documents/builtin.ts'
import { digestOf } from '../../src/repository/digest.ts'
import { remarkOf } from './png.ts'

const ids = forms.map(({ id }) => id)
const picture = (id: string): Uint8Array => readFileSync(`docs/forms/${id}.png`)

test('docs/forms shows every form, and nothing else', () => {
  expect(readdirSync('docs/forms').sort()).toEqual(ids.map((id) => `${id}.png`).sort())
})

test.each(ids)('docs/forms/%s.png is of the template as it is now, and small', (id) => {
  const template = `template sha256:${digestOf(builtInTemplate(id) ?? '')}`
  expect(remarkOf(picture(id)), 'run npm run pictures').toBe(template)
  expect(picture(id).length).toBeLessThan(64 * 1024)
})

test('every picture that README, CONTRIBUTING and docs/ show is there', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync('docs').map((name) => join('docs', name))]
  const shown = pages
    .filter((page) => page.endsWith('.md'))
    .flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/!\[[^\]]*\]\(([^)\s]+)/g)].map(([, path = '']) =>
        join(dirname(page), path),
      ),
    )
  expect(shown.length).toBeGreaterThan(0)
  expect(shown.filter((path) => !existsSync(path))).toEqual([])
})
