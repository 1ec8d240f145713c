/** A pack that cannot be used: unknown, circular or incomplete. The message is for the user, in Chinese. */
export class RegulationError extends Error {
  override readonly name = 'RegulationError'
}
