import { type Command, type CommandArgument, type CommandOption, several } from '../../shared/command.ts'
import { globalOptions, parseToday } from '../../shared/global-options.ts'
import { clean } from '../../shared/output/clean.ts'
import { commands } from '../index.ts'
import { type Candidate, type CompletionPlace, type Offer, offerOf } from './kinds.ts'
import { type CommandLine, optionNames, readLine, valueName } from './words.ts'

/** The answer to a shell where the name of a file is expected. */
export const FILES_WANTED = ':files'

/**
 * Answers the hidden call of the completion scripts: `=<the word being typed>` and the words before it. Prints one
 * candidate a line, with a tab and its meaning. Prints nothing where something is wrong, since nobody asked for a
 * message.
 */
export async function answerShell([typed = '', ...before]: readonly string[]): Promise<void> {
  try {
    const current = typed.replace(/^=/, '')
    const offer = await offerFor(current, before, process.cwd())
    process.stdout.write(offer === 'files' ? `${FILES_WANTED}\n` : candidateLines(offer))
  } catch {}
}

function candidateLines(offer: readonly Candidate[]): string {
  return offer.map(({ value, help }) => `${value}${help === '' ? '' : `\t${clean(help)}`}\n`).join('')
}

/** What may stand where the cursor is. */
export async function offerFor(typed: string, before: readonly string[], folder: string): Promise<Offer> {
  // bash splits `--format=sarif` at the equals sign.
  const words = before.filter((word) => word !== '=' && word !== '')
  const current = typed === '=' ? '' : typed
  const { command: name = '', repo } = readLine(words, [])
  const command = await commands.find((entry) => entry.name === name || entry.alias === name)?.load()
  const line = readLine(words, command?.options ?? [])
  const place = { folder: line.repo ?? repo ?? folder, today: parseToday(undefined), words: line.words }
  const [, flag, value] = /^(--[\w-]+)=(.*)$/s.exec(current) ?? []
  if (flag !== undefined && value !== undefined) {
    const option = allOptions(command).find((each) => optionNames(each).includes(flag))
    const offer = await valuesOf(option, place)
    return offer === 'files'
      ? offer
      : beginningWith(offer, value).map((each) => ({ ...each, value: `${flag}=${each.value}` }))
  }
  const offer = await wordsFor(current, line, command, place)
  return offer === 'files' ? offer : beginningWith(offer, current)
}

/** What begins with what is typed; whoever types Chinese is offered the names that stand for the codes. */
function beginningWith(offer: readonly Candidate[], typed: string): Candidate[] {
  if (/^\p{Script=Han}/u.test(typed) && !offer.some(({ value }) => value.startsWith(typed)))
    return offer
      .filter(({ help }) => help.startsWith(typed))
      .map(({ value, help }) => ({ value: help, help: value }))
  return offer.filter(({ value }) => value.startsWith(typed))
}

async function wordsFor(
  current: string,
  line: CommandLine,
  command: Command | undefined,
  place: CompletionPlace,
): Promise<Offer> {
  if (line.awaiting) return valuesOf(line.awaiting, place)
  if (current.startsWith('-')) return optionCandidates(line, command)
  if (line.command === undefined) return [...commandNames(), { value: 'help', help: '显示命令的帮助' }]
  if (line.command === 'help') return line.words.length ? [] : commandNames()
  const given = command?.arguments ?? []
  const last = given.at(-1)
  const argument = given[line.words.length] ?? (last?.syntax.includes('...') ? last : undefined)
  return argument ? argumentOffer(argument, place) : []
}

function commandNames(): Candidate[] {
  return commands.map(({ name, summary }) => ({ value: name, help: summary }))
}

function allOptions(command: Command | undefined): readonly CommandOption[] {
  return [...(command?.options ?? []), ...globalOptions]
}

/** Options that are not given yet, or may be given several times. */
function optionCandidates({ given }: CommandLine, command: Command | undefined): Candidate[] {
  const help = { value: '--help', help: '显示帮助' }
  const left = allOptions(command).flatMap((option) => {
    const name = optionNames(option).find((each) => each.startsWith('--')) ?? ''
    return given.has(name) && option.parse !== several ? [] : { value: name, help: option.help }
  })
  return [...left, help]
}

async function valuesOf(option: CommandOption | undefined, place: CompletionPlace): Promise<Offer> {
  if (!option) return []
  if (option.choices) return option.choices.map((value) => ({ value, help: '' }))
  const kind = valueName(option)
  return (kind === undefined ? undefined : await offerOf(kind, place)) ?? []
}

/** `<案件|verify>`: what each kind offers, and literal words, which are Latin. */
async function argumentOffer(
  { syntax, choices, titles = {} }: CommandArgument,
  place: CompletionPlace,
): Promise<Offer> {
  const parts = syntax.replace(/[<>[\].]/g, '').split('|')
  const offers = await Promise.all(
    (choices ?? parts).map(async (part) => (await offerOf(part, place)) ?? literal(part, titles[part])),
  )
  if (offers.includes('files')) return 'files'
  return offers.flatMap((offer) => (offer === 'files' ? [] : offer))
}

function literal(word: string, help = ''): Candidate[] {
  return /^[a-z-]+$/.test(word) ? [{ value: word, help }] : []
}
