import type { IsoDate } from '../core/calendar/dates.ts'
import type { Workspace } from '../repository/workspace.ts'
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
  /** The folder a command starts from: -C, or the current one. */
  readonly folder: string
  /** The case repository that holds the folder; a write that was interrupted is seen as if it had ended. */
  workspace(): Promise<Workspace>
}

/** Makes the context of one call. */
export function createContext(global: GlobalOptions, out: Output): CommandContext {
  let workspace: Promise<Workspace> | undefined
  const folder = global.repo ?? process.cwd()
  return {
    global,
    out,
    folder,
    interactive: global.input && process.stdin.isTTY === true,
    workspace() {
      workspace ??= open(folder, global.today)
      return workspace
    },
  }
}

async function open(folder: string, today: IsoDate): Promise<Workspace> {
  const [{ findRepository }, { openWorkspace }] = await Promise.all([
    import('../repository/repository.ts'),
    import('../repository/workspace.ts'),
  ])
  return openWorkspace(await findRepository(folder), today)
}
