import { Option, Command as Program } from 'commander'
import { describe, expect, it } from 'vitest'
import { findTopics, topicsOf } from '../../src/cli/commands/explain/topics.ts'
import { commands } from '../../src/cli/commands/index.ts'
import type { Command, CommandOption } from '../../src/cli/shared/command.ts'
import { namedActions } from '../../src/cli/shared/entry/named-action.ts'
import { globalOptions } from '../../src/cli/shared/global-options.ts'
import { formOf } from '../../src/core/forms/index.ts'
import { isCaseId } from '../../src/repository/paths.ts'
import { settingOn } from '../support/setting.ts'

const { regulation } = settingOn('2026-11-24')
const loaded = await Promise.all(commands.map(async ({ name, load }) => ({ name, command: await load() })))
const examples = loaded.flatMap(({ name, command }) =>
  command.examples.map(({ call, does }) => ({ name, command, call, does })),
)

/** The words of an example that ejc itself is given: what a shell would cut off is left out. */
function wordsOf(call: string): string[] {
  const [own = ''] = call.split(' > ')
  return [...own.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, one, two, bare]) => one ?? two ?? bare ?? '')
}

const optionOf = ({ flags, help, choices, parse }: CommandOption): Option => {
  const option = new Option(flags, help)
  if (choices) option.choices(choices)
  return parse ? option.argParser(parse) : option
}

/** The words of a call that are no options; throws where the parser refuses the call. */
function parsed(name: string, command: Command, words: readonly string[]): string[] {
  const program = new Program(name).exitOverride().configureOutput({ outputError: () => undefined })
  for (const { syntax } of command.arguments ?? []) program.argument(syntax)
  for (const option of [...(command.options ?? []), ...globalOptions]) program.addOption(optionOf(option))
  return program.action(() => undefined).parse(words, { from: 'user' }).args
}

/** What a word of an example must be, by the name of its argument. */
const known: Readonly<Record<string, (word: string) => boolean>> = {
  案件: (word) => isCaseId(word) || /^(?:全部|\d+(?:,\d+)*)$/.test(word),
  事项: (word) => word === 'new' || namedActions(word).length === 1,
  // A template that is checked is named by its file.
  文书: (word) => formOf(word, regulation) !== undefined || word.endsWith('.docx'),
  条目: (word) => word === 'lint' || findTopics(word, topicsOf(regulation)).length > 0,
}

function isRight(command: Command, word: string, index: number): boolean {
  const {
    syntax = '',
    choices,
    titles = {},
  } = command.arguments?.at(Math.min(index, (command.arguments.length ?? 1) - 1)) ?? {}
  const parts = syntax.replace(/[<>[\].]/g, '').split('|')
  if (choices) return choices.includes(word) || Object.values(titles).some((title) => title.includes(word))
  return parts.length > 1
    ? parts.some((part) => part === word || known[part]?.(word))
    : (known[parts[0] ?? '']?.(word) ?? true)
}

describe('the examples of the help', () => {
  it.each(loaded)('of $name are at least two', ({ command }) => {
    expect(command.examples.length).toBeGreaterThanOrEqual(2)
  })

  it.each(examples.filter(({ call }) => call.startsWith('ejc ')))(
    '$call: is a call that the parser takes',
    ({ name, command, call, does }) => {
      const [ejc, called, ...words] = wordsOf(call)
      expect([ejc, called]).toEqual(['ejc', name])
      expect(does).toMatch(/[\u4e00-\u9fff]/)
      const args = parsed(name, command, words)
      expect(args.filter((word, index) => !isRight(command, word, index))).toEqual([])
    },
  )
})

describe('the names of arguments and of the values of options', () => {
  const given = loaded.map(({ name, command }) => ({
    name,
    syntaxes: [
      ...(command.arguments ?? []).map(({ syntax }) => syntax),
      ...[...(command.options ?? []), ...globalOptions].map(({ flags }) => flags),
    ],
  }))

  it.each(given)('of $name are Chinese, but for words that are written as they are', ({ syntaxes }) => {
    const names = syntaxes.flatMap((syntax) =>
      [...syntax.matchAll(/[<[]([^>\]]+)[>\]]/g)].map(([, one]) => one ?? ''),
    )
    expect(names.filter((one) => !/[\u4e00-\u9fff]/.test(one) && !isChoice(one))).toEqual([])
  })
})

/** `list|show|diff`, `add`: the words of a command, of which its examples use some. */
function isChoice(name: string): boolean {
  return name.split('|').some((word) => examples.some(({ call }) => call.split(' ').includes(word)))
}
