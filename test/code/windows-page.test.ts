import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { scripts } from '../../src/cli/commands/completion/scripts.ts'
import { optionNames } from '../../src/cli/commands/completion/words.ts'
import { commands } from '../../src/cli/commands/index.ts'
import { globalOptions } from '../../src/cli/shared/global-options.ts'
import { OUTSIDE_VARIABLE } from '../../src/repository/outside.ts'
import { safeFileName } from '../../src/repository/paths.ts'

const page = readFileSync('docs/windows.md', 'utf8')
const calls = [...page.matchAll(/(?:`|^)ejc ([^`\n]*)/gmu)].map(([, words = '']) => words)

describe('the page on Windows', () => {
  it.each(calls)('names a command and options that there are: ejc %s', async (call) => {
    const words = call.split(/\s+/)
    const name = words.find((word) => commands.some((command) => command.name === word)) ?? ''
    const command = await commands.find((each) => each.name === name)?.load()
    expect(command).toBeDefined()
    const known = [...(command?.options ?? []), ...globalOptions].flatMap(optionNames)
    for (const option of words.filter((word) => /^--?[A-Za-z]/u.test(word))) expect(known).toContain(option)
  })

  it('says what is so of names, the folder outside and the profile of PowerShell', () => {
    expect(calls.length).toBeGreaterThan(8)
    const [, longest = ''] = /最长 (\d+) 字/u.exec(page) ?? []
    expect(safeFileName('x'.repeat(300))).toHaveLength(Number(longest))
    expect(page).toContain(`\`${OUTSIDE_VARIABLE}\``)
    const line = 'ejc completion powershell | Out-String | Invoke-Expression'
    expect(page).toContain(`\n${line}\n`)
    expect(scripts.powershell).toContain(line)
  })
})
