/** Han, kana, hangul, full-width forms and the other scripts that take two columns a character. */
const WIDE_CHARACTER =
  /[\u1100-\u115f\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{1b2ff}\u{1d300}-\u{1d376}\u{1f1ad}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u
/** Marks that stand over the character before them. */
const OVER_ANOTHER = /[\p{Mn}\p{Cf}]/u
/** Makes the character before it an emoji, which is wide. */
const EMOJI_SELECTOR = '\ufe0f'
const ASTRAL = 0x10000
/** The widths of the characters of the first plane, plus one; 0 where the width is not known yet. */
const knownWidths = new Uint8Array(ASTRAL)

/**
 * Columns that a text takes in a terminal: a Chinese character takes two. Written here because the package for it
 * costs as much start-up time as all of a command's own work; where the two differ, this one says more columns.
 */
export function widthOf(text: string): number {
  let width = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0
    width += widthOfCharacter(code)
    if (code >= ASTRAL) at += 1
  }
  return width
}

/** Columns of one character, by its code point. */
export function widthOfCharacter(code: number): number {
  if (code >= ASTRAL) return characterWidth(String.fromCodePoint(code))
  const found = knownWidths[code]
  if (found) return found - 1
  const width = characterWidth(String.fromCodePoint(code))
  knownWidths[code] = width + 1
  return width
}

function characterWidth(character: string): number {
  if (character === EMOJI_SELECTOR) return 1
  if (WIDE_CHARACTER.test(character)) return 2
  return OVER_ANOTHER.test(character) ? 0 : 1
}
