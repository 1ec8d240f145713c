import { describe, expect, it } from 'vitest'
import { github } from '../../../../../src/cli/commands/lint/formats/github.ts'
import { gitlab } from '../../../../../src/cli/commands/lint/formats/gitlab.ts'
import { createRepository, listOf } from '../../../../support/cli.ts'
import { findings, rules } from './findings.ts'

interface Annotation {
  readonly command: string
  readonly message: string
  readonly properties: Readonly<Record<string, string>>
}

const percent = (text: string, marks: string): string =>
  text.replace(new RegExp(`%(${marks})`, 'g'), (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )

/** Reads workflow commands as the runner does: one a line, properties at commas, then the escapes undone. */
function annotations(text: string): Annotation[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    const [, command = '', list = '', message = ''] = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/.exec(line) ?? []
    if (command === '') return []
    const properties = list.split(',').map((pair) => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at), percent(pair.slice(at + 1), '0D|0A|3A|2C|25')]
    })
    return { command, message: percent(message, '0D|0A|25'), properties: Object.fromEntries(properties) }
  })
}

describe('annotations for GitHub Actions', () => {
  const read = annotations(github({ findings, rules, prefix: '案件' }))

  it('are one a finding, at its file from the top of the work tree, line and column', () => {
    expect(read.map(({ command }) => command)).toEqual(['error', 'error', 'notice', 'warning', 'error'])
    expect(read[0]).toEqual({
      command: 'error',
      message: '协议缺少违约责任。',
      properties: {
        file: '案件/cases/NN-2025-0007/agreements.yaml',
        line: '9',
        col: '5',
        title: 'agreement/clause-missing breach 第二十一条',
      },
    })
  })

  it('let no text of a case begin a command of its own', () => {
    const last = read.at(-1)
    expect(read).toHaveLength(findings.length)
    expect(last?.message).toContain('第一行\n::error::假的\n"双"')
    expect(last?.message).toContain(',:%0A')
    expect(last?.properties.file).toContain('附件 #1:第一行')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
    expect(last?.message).not.toMatch(/[\u0000\u001b\u202e\r]/)
  })

  it('are nothing at all when nothing was found', () => {
    const call = createRepository().ejc(['lint', '--format', 'github'])
    expect(call).toMatchObject({ exit: 0, stdout: '' })
    expect(github({ findings: [], rules, prefix: '' })).toBe('')
  })

  it('come from the program, one for each finding of --json', () => {
    const repository = createRepository('example-case')
    const day = ['--today', '2026-11-24']
    const found = listOf(repository.ejc(['lint', '--json', ...day]), 'lint')
    const { exit, stdout } = repository.ejc(['lint', '--format', 'github', ...day])
    expect(exit).toBe(1)
    expect(annotations(stdout).map(({ message }) => message)).toEqual(found.map(({ message }) => message))
  })
})

describe('the code quality report for GitLab', () => {
  const read = JSON.parse(gitlab({ findings, rules, prefix: '' })) as Record<string, unknown>[]

  it('is a list of violations with exactly the properties that GitLab reads', () => {
    for (const violation of read) {
      expect(violation).toEqual({
        description: expect.stringMatching(/./u),
        check_name: expect.stringMatching(/^[a-z]+\/[a-z-]+$/),
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        severity: expect.stringMatching(/^(info|minor|major|critical|blocker)$/),
        location: {
          path: expect.not.stringMatching(/^\.?\//),
          lines: { begin: expect.any(Number) },
        },
      })
    }
    expect(read.map(({ severity }) => severity)).toEqual([
      'critical',
      'critical',
      'info',
      'minor',
      'critical',
    ])
  })

  it('has a fingerprint of its own for each', () => {
    expect(new Set(read.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length)
  })

  it('is an empty list when nothing was found, and never starts with a byte order mark', () => {
    const { stdout } = createRepository().ejc(['lint', '--format', 'gitlab'])
    expect(stdout).toBe('[]\n')
    expect(gitlab({ findings, rules, prefix: '' }).startsWith('[')).toBe(true)
  })

  it('gives paths from the top of the work tree', () => {
    const [violation] = JSON.parse(gitlab({ findings, rules, prefix: 'a/b' })) as {
      location: { path: string }
    }[]
    expect(violation?.location.path).toBe('a/b/cases/NN-2025-0007/agreements.yaml')
  })
})

describe('a format that contradicts another', () => {
  it('is refused, exit 2', () => {
    const refused = createRepository().ejc(['lint', '--json', '--format', 'sarif'])
    expect(refused).toMatchObject({ exit: 2 })
    expect(refused.stderr).toContain('只能写一个')
  })
})
