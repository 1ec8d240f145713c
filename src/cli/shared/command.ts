import type { CommandName } from '../../generated/ids.ts'
import type { CommandContext } from './context.ts'
import type { ExitCode } from './exit.ts'

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
  /** The words that it may be, where they do not stand in the syntax: a shell offers them. */
  readonly choices?: readonly string[]
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
