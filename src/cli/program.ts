import { Argument, CommanderError, Option, Command as Program } from 'commander'
import { COMPLETE } from './commands/completion/scripts.ts'
import { commands, hiddenCommands } from './commands/index.ts'
import { examplesOf, helpSettings, translateUsageError } from './help.ts'

import { reportError } from './report-error.ts'
import {
  type Command,
  type CommandEntry,
  type CommandOption,
  flag,
  type OptionValues,
  text,
} from './shared/command.ts'
import { type CommandContext, createContext, type GlobalOptions } from './shared/context.ts'
import { Exit, type ExitCode, UsageError } from './shared/exit.ts'
import { globalOptions, parseToday } from './shared/global-options.ts'
import { refuseMistypedOptions } from './shared/mistyped-options.ts'
import { createOutput, type Output } from './shared/output/output.ts'

/** The build: its version, and a digest of its sources. */
export interface Build {
  readonly version: string
  readonly sources: string
}

/** Runs one call of ejc and returns its exit code; the single catch of the program. */
export async function runProgram(argv: readonly string[], build: Build): Promise<ExitCode> {
  if (argv[0] === COMPLETE) {
    await (await import('./commands/completion/answer.ts')).answerShell(argv.slice(1))
    return Exit.Ok
  }
  const called = calledCommand(argv)
  let exit: ExitCode = Exit.Ok
  let output: Output | undefined
  try {
    const loaded = await called?.load()
    refuseMistypedOptions(argv, loaded)
    const program = createProgram(build.version)
    for (const entry of [...commands, ...hiddenCommands]) {
      const command = entry === called ? loaded : undefined
      program.addCommand(
        commandParser(entry, command, async (args, options, global) => {
          if (!command) throw new UsageError(`请把命令 ${entry.name} 写在选项之前。`)
          output = createOutput(color(argv), global.json)
          const context = createContext(global, output, build.sources)
          exit = await command.run(context, await callWords(command, context, args), options)
        }),
        { hidden: hiddenCommands.includes(entry) },
      )
    }
    await program.parseAsync(argv, { from: 'user' })
    return exit
  } catch (error) {
    output?.clearProgress()
    if (error instanceof CommanderError && error.exitCode === 0) return Exit.Ok
    // Called without a command: the help has been printed on stderr.
    if (error instanceof CommanderError && error.code === 'commander.help') return Exit.Failed
    const usage = called && ['ejc', called.name, called.usage].filter(Boolean).join(' ')
    return reportError(error instanceof CommanderError ? translateUsageError(error, usage) : error, argv)
  }
}

/**
 * The words of the call, with the full numbers of cases. The code that reads them is loaded only where there are words.
 */
async function callWords(
  { arguments: declared = [] }: Command,
  context: CommandContext,
  args: readonly string[],
): Promise<readonly string[]> {
  if (!args.length) return args
  const { withCaseNumbers } = await import('./shared/cases/numbers.ts')
  return withCaseNumbers(context, declared, args)
}

/** The command that is called: the first word that is no option and no option's value. */
function calledCommand(argv: readonly string[]): CommandEntry | undefined {
  const takesValue = new Set(['-C', '--repo', '--today'])
  const words = argv.filter((word, index) => !word.startsWith('-') && !takesValue.has(argv[index - 1] ?? ''))
  const name = words[0] === 'help' ? words[1] : words[0]
  return [...commands, ...hiddenCommands].find((entry) => entry.name === name || entry.alias === name)
}

function createProgram(version: string): Program {
  const program = new Program('ejc')
    .description('生态环境损害赔偿案件办理工具：记录事实，计算期限，检查合规，生成文书。')
    .optionsGroup('通用选项：')
    .version(version, '-V, --version', '显示版本')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示命令的帮助')
    .configureHelp(helpSettings)
    .configureOutput({ outputError: () => undefined })
    .exitOverride()
    .showSuggestionAfterError(true)
    .usage('[选项] [命令]')
  return withGlobalOptions(program)
}

/** Global options stand before and after the command. */
function withGlobalOptions(program: Program): Program {
  return withOptions(program.optionsGroup('通用选项：'), globalOptions)
}

function withOptions(program: Program, options: readonly CommandOption[]): Program {
  for (const { flags, help, choices, parse } of options) {
    const option = new Option(flags, help)
    if (choices) option.choices(choices)
    if (parse) option.argParser(parse)
    program.addOption(option)
  }
  return program
}

function commandParser(
  entry: CommandEntry,
  command: Command | undefined,
  run: (args: string[], options: OptionValues, global: GlobalOptions) => Promise<void>,
): Program {
  const program = new Program(entry.name)
    .optionsGroup('选项：')
    .summary(entry.summary)
    .description(entry.summary)
    .helpOption('-h, --help', '显示帮助')
    .configureHelp(helpSettings)
    .configureOutput({ outputError: () => undefined })
    .exitOverride()
  if (entry.alias !== undefined) program.alias(entry.alias)
  if (!command) return program.usage(`[选项] ${entry.usage}`).allowUnknownOption().allowExcessArguments()
  for (const argument of command.arguments ?? []) {
    program.addArgument(new Argument(argument.syntax, argument.help))
  }
  withGlobalOptions(withOptions(program, command.options ?? []))
    .addHelpText('after', examplesOf(command))
    .action(async () => {
      const options = program.optsWithGlobals()
      await run(
        program.processedArgs
          .flat()
          .filter((word) => word !== undefined)
          .map(String),
        options,
        globalOf(options),
      )
    })
  return program
}

function globalOf(options: OptionValues): GlobalOptions {
  return {
    repo: text(options, 'repo'),
    json: flag(options, 'json'),
    input: options.input !== false,
    today: text(options, 'today') ?? parseToday(undefined),
    verbose: flag(options, 'verbose'),
  }
}

function color(argv: readonly string[]): boolean {
  return !argv.includes('--no-color') && !process.env.NO_COLOR
}
