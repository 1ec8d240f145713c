/** Nothing but white space, dots, dashes, crosses and lines to write on. */
const HOLLOW = /^[\s.。…·\-—_＿×xX*＊/、，,；;：:（）()【】[\]□?？]*$/u

/** A heading or a number with dots after it, 略 or （无）. */
const SKELETON =
  /(?:[：:）)]|^[一二三四五六七八九十\d]+[、.．])\s*(?:…+|\.{3,})[。.]?\s*$|^[（(]?略[）)]?[。.]?$|^[（(]无[）)][。.]?$/u

/**
 * A mark that somebody should have filled in: {{…}}, ×××, a line to write on, or 待定 and its like as a word of its
 * own.
 */
const PLACEHOLDER =
  /\{\{[^}]*\}\}|×{3,}|X{3,}|＿{2,}|_{3,}|(?<!等)(?:待定|待填|待补充|待补|待商定|另行补充|TBD)(?=$|[\s，,。；;、）)])/u

/** Whether a text says nothing yet: it is empty, dots or 略, or holds a mark that somebody should have filled in. */
export function isUnfilledText(text: string): boolean {
  return [HOLLOW, SKELETON, PLACEHOLDER].some((pattern) => pattern.test(text))
}
