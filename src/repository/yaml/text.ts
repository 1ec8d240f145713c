/** The largest document that is parsed, in bytes: the slow reader needs up to 3 s for this size. */
export const largestDocument = 256 * 1024

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The text of a file without BOM and with LF line ends; `ok` is false where it is no UTF-8. */
export function decodeText(bytes: Uint8Array): { ok: true; text: string } | { ok: false } {
  try {
    const text = decoder.decode(bytes)
    return { ok: true, text: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text }
  } catch {
    return { ok: false }
  }
}

/** The place (1-based) of a character offset. */
export function positionOfOffset(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, offset))
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: before.length - lineStart + 1 }
}
