import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ejcIn, temporaryFolder } from './support/cli.ts'

const readme = readFileSync('README.md', 'utf8')
const identity = {
  GIT_AUTHOR_NAME: '覃某',
  GIT_AUTHOR_EMAIL: 'qin@example.invalid',
  GIT_COMMITTER_NAME: '覃某',
  GIT_COMMITTER_EMAIL: 'qin@example.invalid',
}

interface Block {
  readonly language: string
  readonly name: string
  readonly body: string
}

const blocks: Block[] = [...readme.matchAll(/^```(\w+) ?([^\n]*)\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', name = '', body = '']) => ({
    language,
    name,
    body,
  }),
)

/** The calls of a console block, each with the output that the README shows for it. */
function callsOf(body: string): { call: string; shown: string[] }[] {
  return body
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [call = '', ...shown] = part.trimEnd().split('\n')
      return { call, shown }
    })
}

/** Whether the lines stand in the output in this order; … stands for anything, inside a line and for lines. */
function missingLine(shown: readonly string[], output: string): string | undefined {
  const lines = output.split('\n').map((line) => line.trimEnd())
  let from = 0
  for (const line of shown) {
    if (line === '…') continue
    const pattern = new RegExp(
      `^${line
        .split('…')
        .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('.*')}$`,
    )
    const found = lines.findIndex((candidate, index) => index >= from && pattern.test(candidate))
    if (found < 0) return line
    from = found + 1
  }
  return undefined
}

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
