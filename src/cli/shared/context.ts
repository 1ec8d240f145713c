import type { IsoDate } from '../../core/calendar/dates.ts'
import { systemErrorReason } from '../../repository/errors.ts'
import type { Workspace } from '../../repository/workspace.ts'
import { UsageError } from './exit.ts'
import type { Output } from './output/output.ts'

/** The options that every command understands, before or after its name. */
export interface GlobalOptions {
  readonly repo: string | undefined
  readonly json: boolean
  readonly input: boolean
  readonly today: IsoDate
  readonly verbose: boolean
}

/** What a command is given; heavy parts are made on first use. */
export interface CommandContext {
  readonly global: GlobalOptions
  readonly out: Output
  /** Whether questions can be asked: a terminal on stdin, and no --no-input. */
  readonly interactive: boolean
  /** The folder that a command starts from (`-C`): every relative path of the call is relative to it, as with git. */
  readonly folder: string
  /** The folder in which ejc was called. */
  readonly calledIn: string
  /** The digest of this build: another build has another. */
  readonly program: string
  /** The root of the case repository that holds the folder. */
  root(): Promise<string>
  /** The case repository that holds the folder; an interrupted write is read as if it had been finished. */
  workspace(): Promise<Workspace>
}

/** Makes the context of one call. */
export function createContext(global: GlobalOptions, out: Output, program: string): CommandContext {
  let found: Promise<string> | undefined
  let workspace: Promise<Workspace> | undefined
  const calledIn = process.cwd()
  if (global.repo !== undefined) enter(global.repo)
  const folder = process.cwd()
  const root = (): Promise<string> => {
    found ??= import('../../repository/repository.ts').then(({ findRepository }) => findRepository(folder))
    return found
  }
  return {
    global,
    out,
    folder,
    calledIn,
    program,
    interactive: global.input && process.stdin.isTTY === true,
    root,
    workspace() {
      workspace ??= openAt(root(), global.today)
      return workspace
    },
  }
}

function enter(folder: string): void {
  try {
    process.chdir(folder)
  } catch (error) {
    throw new UsageError(`-C ${folder} 打不开：${systemErrorReason(error)}。`)
  }
}

async function openAt(root: Promise<string>, today: IsoDate): Promise<Workspace> {
  // Both are awaited together, so that a missing repository is an error of the caller and not an unhandled rejection.
  const [folder, { openWorkspace }] = await Promise.all([root, import('../../repository/workspace.ts')])
  return openWorkspace(folder, today)
}
