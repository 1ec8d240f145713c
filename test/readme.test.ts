import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ejcIn, temporaryFolder } from './support/cli.ts'
import { callsOf, missingLine, readmeBlocks } from './support/readme.ts'

const readme = readFileSync('README.md', 'utf8')
const identity = {
  GIT_AUTHOR_NAME: '覃某',
  GIT_AUTHOR_EMAIL: 'qin@example.invalid',
  GIT_COMMITTER_NAME: '覃某',
  GIT_COMMITTER_EMAIL: 'qin@example.invalid',
}

const blocks = readmeBlocks()

/** What a person sees of a call: stdout and stderr as they come. */
function asSeen(folder: string, args: readonly string[]): string {
  const file = join(folder, '..', 'seen.txt')
  const sink = openSync(file, 'w')
  spawnSync(process.execPath, [resolve('bin/ejc.js'), ...args], {
    cwd: folder,
    stdio: ['ignore', sink, sink],
    env: { ...process.env, HOME: folder, ...identity },
  })
  closeSync(sink)
  return readFileSync(file, 'utf8')
}

/** The README and the pages beside it. */
function pagesForPeople(): { readonly name: string; readonly body: string }[] {
  const pages = readdirSync('docs').filter((name) => name.endsWith('.md'))
  return ['README.md', ...pages.map((page) => `docs/${page}`)].map((name) => ({
    name,
    body: readFileSync(name, 'utf8'),
  }))
}

describe('the README', () => {
  it('gives one command for the demo and one for the tests', () => {
    const commands = blocks.filter(({ language }) => language === 'sh').map(({ body }) => body.trim())
    expect(commands).toContain('npm ci && npm run demo')
    expect(commands).toContain('npm ci && npm test')
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>
    }
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['demo', 'test', 'build']))
  })

  it('writes one command a line, as Windows PowerShell 5.1 needs it, but for what developers run', () => {
    const joined = [...readme.matchAll(/^.*&&.*$/gm)].map(([line]) => line)
    const developers = /npm ci && npm (?:run demo|test)\b/g
    expect(joined.filter((line) => line.replace(developers, '').includes('&&'))).toEqual([])
    for (const { name, body } of pagesForPeople())
      expect({
        name,
        unquoted: /^ejc .* \d+,\d.*$|`ejc [^`]* \d+,\d[^`]*`/m.exec(body)?.[0],
      }).toEqual({
        name,
        unquoted: undefined,
      })
  })

  it('installs by the folder first, then by the package, from the source last', () => {
    const ways = ['**便携文件夹**', '**安装包**', '**从源代码**', '## 第一天', '## 十分钟入门'].map((way) =>
      readme.indexOf(way),
    )
    expect(Math.min(...ways)).toBeGreaterThan(0)
    expect([...ways].sort((one, other) => one - other)).toEqual(ways)
    for (const page of ['install', 'first-day', 'versions', 'windows'])
      expect(readme).toContain(`(docs/${page}.md)`)
  })

  it('lets people say who they are before the first library, which nobody unknown can make', () => {
    const home = temporaryFolder()
    const env = { PATH: process.env.PATH, HOME: home, GIT_CONFIG_NOSYSTEM: '1' }
    const call = [
      resolve('bin/ejc.js'),
      'init',
      '案件库',
      '--no-input',
      '--set',
      'unit.name=南宁市生态环境局',
    ]
    const { status, stderr } = spawnSync(process.execPath, call, { cwd: home, env, encoding: 'utf8' })
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('ejc doctor --fix'),
    })
    for (const { name, body } of pagesForPeople().filter(({ body }) => body.includes('```sh 管理员'))) {
      const said = body.indexOf('ejc doctor --fix')
      expect({ name, isFirst: said > 0 && said < body.indexOf('ejc init 案件库 ') }).toEqual({
        name,
        isFirst: true,
      })
    }
  })

  it('begins the first day as its page does, which is tried', () => {
    const dayOf = (file?: string) =>
      readmeBlocks(file).filter(({ language, name }) => language === 'sh' && name)
    const page = dayOf('docs/first-day.md').map(({ name, body }) => `${name}\n${body}`)
    const shown = dayOf().map(({ name, body }) => `${name}\n${body}`)
    expect(shown).toHaveLength(2)
    expect(page).toEqual(expect.arrayContaining(shown))
  })

  it('shows what the program really prints, call by call', () => {
    let folder = mkdtempSync(join(temporaryFolder(), 'home-'))
    for (const { language, name, body } of blocks) {
      if (language === 'yaml' && name) writeFileSync(join(folder, name), body)
      if (language !== 'console') continue
      for (const { call, shown } of callsOf(body)) {
        if (call.startsWith('cd ')) folder = join(folder, call.slice('cd '.length))
        if (!call.startsWith('ejc ')) continue
        const output = asSeen(folder, call.slice('ejc '.length).split(' '))
        expect({ call, missing: missingLine(shown, output), output }).toMatchObject({ missing: undefined })
      }
    }
  })

  it('names only commands that exist', () => {
    const help = ejcIn(temporaryFolder(), ['--help']).stdout
    const named = new Set([...readme.matchAll(/`ejc (\w+)/g)].map(([, command = '']) => command))
    for (const command of named) expect(help).toMatch(new RegExp(`^  ${command} `, 'm'))
  })
})
