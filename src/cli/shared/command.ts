import { choicesNamed, closestChoice } from '../../core/schema/suggest.ts'
import type { CommandName } from '../../generated/ids.ts'
import type { CommandContext } from './context.ts'
import { type ExitCode, UsageError } from './exit.ts'

/** An option of a command: commander's flags, a line of help, and how to read its value. */
export interface CommandOption {
  readonly flags: string
  readonly help: string
  readonly choices?: readonly string[]
  /** Reads the value; throws UsageError when it is wrong. */
  readonly parse?: (value: string, previous: unknown) => unknown
}

/** The values of options, by their camel-case names. */
export type OptionValues = Readonly<Record<string, unknown>>

export interface CommandArgument {
  /** commander's form: `[案件...]`, `<案件>`; the name tells a shell what to offer. */
  readonly syntax: string
  /** The words that a shell offers, where the syntax does not name them. */
  readonly choices?: readonly string[]
  /** What these words mean, for a shell that offers them; a part of it may be written too. */
  readonly titles?: Readonly<Record<string, string>>
  readonly help: string
}

/** A command: parse, call, print, and nothing else. */
export interface Command {
  readonly arguments?: readonly CommandArgument[]
  readonly options?: readonly CommandOption[]
  /** Two or more real calls, with what they do. */
  readonly examples: readonly { readonly call: string; readonly does: string }[]
  readonly run: (context: CommandContext, args: readonly string[], options: OptionValues) => Promise<ExitCode>
}

/** What the help of the program says of a command before its code is loaded; the build reads it from the source. */
interface CommandHeading {
  readonly name: string
  /** What officers call it, where they may write that instead of the name. */
  readonly alias?: string
  readonly usage: string
  readonly summary: string
}

/** Defines a command. `after` is the one that it follows in the help, which is in the order of daily use. */
export function defineCommand(
  command: Command & CommandHeading & { readonly after: CommandName | null },
): Command {
  return command
}

/** Defines a command that other programs call; no help names it. */
export function defineHiddenCommand(command: Command & CommandHeading): Command {
  return command
}

/** A command as the help lists it; its code is loaded when it is called. */
export interface CommandEntry extends CommandHeading {
  readonly load: () => Promise<Command>
}

/** A text option, when it was given. */
export function text(options: OptionValues, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

/** Whether a switch was given. */
export function flag(options: OptionValues, name: string): boolean {
  return options[name] === true
}

/** The values of an option that may be given several times. */
export function texts(options: OptionValues, name: string): readonly string[] {
  const value = options[name]
  return Array.isArray(value) ? value.map(String) : []
}

/** Reads an option that may be given several times. */
export function several(value: string, previous: unknown): string[] {
  return [...(Array.isArray(previous) ? previous.map(String) : []), value]
}

/** Reads a whole number of an option; throws UsageError for anything else. */
export function wholeNumber(option: string): (value: string) => number {
  return (value) => {
    if (/^\d{1,6}$/.test(value)) return Number(value)
    throw new UsageError(`${option} 写的是“${value}”，应为不小于 0 的整数，例如 ${option} 7。`)
  }
}

/**
 * The part of a command that its first word names, by its name or by its Chinese title or the beginning of that. Throws
 * UsageError with what was meant or what there is.
 */
export function chosenVerb<T>(
  command: string,
  verbs: Readonly<Record<string, T>>,
  word: string,
  titles: Readonly<Record<string, string>> = {},
): T {
  const choices = Object.keys(verbs).map((name) => ({ code: name, label: titles[name] ?? name }))
  const [only, ...others] = choicesNamed(word, choices)
  const verb = only && !others.length ? verbs[only.code] : undefined
  if (verb !== undefined) return verb
  const meant = only ?? closestChoice(word, choices)
  const hint = others.length
    ? `可以是：${[only, ...others].map((each) => each?.label).join('、')}，请写全一些。`
    : meant
      ? `是否想写 ejc ${command} ${meant.label}？`
      : `可写：${choices.map(({ label }) => label).join('、')}。`
  throw new UsageError(`ejc ${command} 后面没有“${word}”这种用法。${hint}`)
}
