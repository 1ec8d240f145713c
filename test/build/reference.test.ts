import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { referencePages } from '../../src/build/reference/pages.ts'
import { testsOfArticles } from '../../src/build/reference/tests.ts'
import { commands } from '../../src/cli/commands/index.ts'
import { deadlineRules } from '../../src/core/deadlines/index.ts'
import { caseRules } from '../../src/core/lint/index.ts'
import { articleName } from '../../src/core/regulation/article.ts'
import { actions } from '../../src/core/stages/actions/index.ts'

const pages = await referencePages()
const pageOf = (name: string) => pages.get(`docs/${name}.md`) ?? ''
const folder = mkdtempSync(join(tmpdir(), 'ejc-reference-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the reference pages', () => {
  test.each([...pages.keys()])('%s is what `npm run reference` writes', (file) => {
    expect(readFileSync(file, 'utf8'), 'stale: npm run reference writes it').toBe(pages.get(file))
  })

  test('name every article, action, deadline, rule and command', () => {
    const articles = pageOf('articles')
    expect(articles.match(/^\| 第/gm)).toHaveLength(43)
    for (const { id } of actions) expect(articles).toContain(`\`${id}\``)
    for (const { id } of deadlineRules) expect(pageOf('deadlines')).toContain(`\`${id}\``)
    for (const { id } of caseRules) expect(pageOf('rules')).toContain(`\`${id}\``)
    for (const { name } of commands) expect(pageOf('commands')).toContain(`## ejc ${name}\n`)
    expect(pageOf('commands')).toContain('--today <日期>')
  })

  test('put an article beside what carries it and the tests that name it', () => {
    const rows = pageOf('articles').split('\n')
    const line = (number: number) => rows.find((row) => row.startsWith(`| ${articleName(number)}<br>`))
    expect(line(20)).toMatch(/`consent-more-meetings`.*`consultation`.*`consultation\/too-many-meetings`/)
    expect(line(24)).toContain('`confirmation-application`')
    expect(line(13)).toContain('(../test/stages/actions.test.ts)')
    expect(pageOf('deadlines')).toMatch(/`screening` \| 初步核查 \| [^|]+ \| 5 个工作日/)
  })

  test('count a test for an article of this text only, and for no article of a longer name', () => {
    mkdirSync(join(folder, 'deep'))
    mkdirSync(join(folder, 'fixtures'))
    const [ninth, twentieth, next] = [9, 20, 21].map(articleName)
    const title = `民法典${twentieth}、环法规〔2025〕6号${ninth}、${next}`
    writeFileSync(join(folder, 'deep/a.test.ts'), title)
    writeFileSync(join(folder, 'b.yaml'), `law: [${twentieth}, ${ninth}]`)
    writeFileSync(join(folder, 'helper.ts'), `// ${twentieth}`)
    writeFileSync(join(folder, 'fixtures/c.yaml'), `article: ${twentieth}`)
    const article = (number: number) => ({ number, title: '', gist: '', ejc: '' })
    const found = testsOfArticles(folder, [article(9), article(20), article(21)])
    const names = (number: number) => found.get(number)?.map((file) => file.slice(folder.length + 1))
    expect([names(9), names(20), names(21)]).toEqual([['b.yaml'], ['b.yaml'], ['deep/a.test.ts']])
  })
})
