import type { Workspace } from '../../../repository/workspace.ts'
import type { ReadableCase } from '../../shared/cases/read.ts'
import type { OptionValues } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'

/** A call of `ejc amend` with the case that it is about. */
export interface AmendCall {
  readonly context: CommandContext
  readonly workspace: Workspace
  readonly reading: ReadableCase
  readonly options: OptionValues
}
