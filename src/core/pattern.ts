/** The source of a regular expression that matches exactly this text. */
export function exactPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}
