/**
 * What an excerpt must not cut in two: a day, an amount, a number of a paper or an article, a Latin word.
 * 2026年10月14日, 38,200.00元, 〔2026〕1号, GB/T
 */
const WHOLE =
  /[〔[(（]\d{4}[〕\])）]\d*号?|第[一二三四五六七八九十百零\d]+[条款项章号轮次]|[A-Za-z\d](?:[A-Za-z\d]|(?<=\d)[年月日时分秒元万亿号%％]|(?<=[万亿])元|[-.,:/](?=[A-Za-z\d]))*/gu

/** A longer one is cut all the same: a digest or a line without spaces would fill the excerpt. */
const LONGEST = 24

/** Where an excerpt that is to begin at `at` begins so that it cuts nothing in two: there, or before it. */
export function beginningOfWhole(text: string, at: number): number {
  return wholeAround(text, at)?.from ?? at
}

/** Where an excerpt that is to end before `at` ends so that it cuts nothing in two: there, or after it. */
export function endOfWhole(text: string, at: number): number {
  return wholeAround(text, at)?.to ?? at
}

/** What a cut at this place would divide; places are counted in UTF-16 units. */
function wholeAround(text: string, at: number): { readonly from: number; readonly to: number } | undefined {
  const first = Math.max(0, at - LONGEST)
  for (const { 0: whole, index } of text.slice(first, at + LONGEST).matchAll(WHOLE)) {
    const [from, to] = [first + index, first + index + whole.length]
    if (from < at && at < to && whole.length <= LONGEST) return { from, to }
  }
  return undefined
}
