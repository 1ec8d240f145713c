import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { advance, id } from '../../../support/advance.ts'
import type { TestRepository } from '../../../support/cli.ts'
import { committedExample, doAction, refusedAction } from '../../../support/do-action.ts'
import { readText } from '../../../support/read-text.ts'

const today = '2026-11-24'
const file = `cases/${id}/documents/信息公开稿-${id}-agreement_G1.docx`
const published = ['url=https://example.gov.cn/1', 'readBy=覃小明']

/** The example case, its obligor with a whole name, its account with a driver whom no fact names. */
function withDriver(): TestRepository {
  const repository = committedExample()
  const path = `cases/${id}/case.yaml`
  const told = repository.read(path).replace('name: 韦某\n', 'name: 韦大燊\n')
  repository.write(path, told.replace('无资质的韦某运输', '无资质的韦大燊运输，司机张三驾驶货车'))
  repository.git('commit', '-qam', 'names')
  return repository
}

const render = (repository: TestRepository) =>
  repository.ejc(['render', id, '信息公开稿', 'agreement/G1', '--no-input', '--today', today])

const printed = async (repository: TestRepository): Promise<string> =>
  (await readText(new Uint8Array(readFileSync(join(repository.root, file))))).join('\n')

it('第三十六条: what might be a name is marked, and nothing is published before an officer has decided', async () => {
  const repository = withDriver()
  expect(render(repository).stderr.replaceAll(/\s+/gu, '')).toContain('1个姓名待核')
  expect(await printed(repository)).toContain('司机〔姓名待核：张三〕驾驶货车')
  expect(await printed(repository)).toContain('韦某')
  const refused = refusedAction(repository, today, 'disclose agreement/G1', ...published).replaceAll(
    /\s+/gu,
    '',
  )
  expect(refused).toContain('姓名待核（张三）')
  expect(refused).toContain('核定公开用名')

  doAction(repository, today, 'decide-names', 'mask[]=张三', 'decidedBy=覃小明')
  render(repository)
  expect(await printed(repository)).toContain('司机张某驾驶货车')
  expect(await printed(repository)).not.toContain('待核')

  const unread = advance(repository, 'disclose', 'agreement/G1', published.slice(0, 1), today)
  expect(unread).toMatchObject({ exit: 2 })
  expect(unread.stderr).toContain('核对人')
  doAction(repository, today, 'disclose agreement/G1', ...published)
  expect(repository.read(`cases/${id}/supervision.yaml`)).toContain('readBy: 覃小明')
})

it('what stands is printed as it is; a natural person on file never stands', async () => {
  const repository = withDriver()
  const stands = (name: string) => ['mask[]=李四', `keep[]=${name}`, 'decidedBy=覃小明']
  expect(refusedAction(repository, today, 'decide-names', ...stands('韦大燊'))).toContain('登记的自然人')
  expect(refusedAction(repository, today, 'decide-names', ...stands('李四'))).toContain('请删去一处')
  doAction(repository, today, 'decide-names', ...stands('张三'))
  render(repository)
  expect(await printed(repository)).toContain('司机张三驾驶货车')
})

it('a text edited by hand that names a person in full is an error, and is not recorded as published', () => {
  const repository = withDriver()
  doAction(repository, today, 'decide-names', 'mask[]=张三', 'decidedBy=覃小明')
  render(repository)
  const parts = unzipSync(new Uint8Array(readFileSync(join(repository.root, file))))
  const part = 'word/document.xml'
  const xml = strFromU8(parts[part] ?? new Uint8Array())
  // A bold character in the middle of the name, as Word writes it.
  const named = xml.replace('韦某', '韦</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>大</w:t></w:r><w:r><w:t>燊')
  expect(named).not.toBe(xml)
  parts[part] = strToU8(named)
  writeFileSync(join(repository.root, file), zipSync(parts))
  repository.git('commit', '-qam', 'by hand')

  const found = repository.ejc(['lint', id, '--rule', 'disclosure/personal-data', '--today', today])
  expect(found.exit).toBe(1)
  expect(found.stdout).toContain('姓名（韦某）')
  expect(refusedAction(repository, today, 'disclose agreement/G1', ...published)).toContain('第三十六条')
})
