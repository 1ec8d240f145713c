/**
 * Characters that a reader can't see, as ranges of a character class: all code that strips, shows or refuses some of
 * them takes them from here. `formats.ts` looks for the forbidden ones by number, since it reads every text of every
 * case.
 */

/** C0 and C1 controls but tab and line feed. */
export const CONTROLS = String.raw`\u0000-\u0008\u000b-\u001f\u007f-\u009f`

/** Overrides and isolates, which turn the direction of writing. */
export const TURNING = String.raw`\u202a-\u202e\u2066-\u2069`

/** Line and paragraph separators, which YAML and terminals do not agree about. */
export const SEPARATORS = String.raw`\u2028\u2029`

/** A word joiner, which has no width and by which no line is broken. */
export const JOINER = '\u2060'

/** Marks without width, and the byte order mark. */
export const WITHOUT_WIDTH = String.raw`\u061c\u200b-\u200f\u2060-\u2065\ufeff`

/** Characters that are not visible and are no controls: direction, separators, without width, the byte order mark. */
export const UNSEEN = `${TURNING}${SEPARATORS}${WITHOUT_WIDTH}`

/**
 * A character that no terminal and no paper may get: a control except tab and line feed, or one that is not visible.
 */
export const HIDDEN = new RegExp(`[${CONTROLS}${UNSEEN}]`, 'gu')
