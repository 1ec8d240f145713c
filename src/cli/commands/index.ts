import { commands as found, hiddenCommands as hidden } from '../../generated/commands.ts'
import type { CommandEntry } from '../shared/command.ts'

/** Every command, in the order of daily use; its code is loaded when it is called. */
export const commands: readonly CommandEntry[] = found

/** Commands that other programs call; no help names them. */
export const hiddenCommands: readonly CommandEntry[] = hidden
