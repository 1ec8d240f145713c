/** What others have said or named: within quotation marks and 《》; a mark that is not closed holds the rest. */
const QUOTED = '“[^”]*”?|‘[^’]*’?|「[^」]*」?|『[^』]*』?|《[^》]*》?|"[^"]*"?'

/**
 * Behind these words somebody tells, up to the end of the sentence; behind a colon, up to the end of the paragraph. A
 * name (名称, 简称) tells nothing.
 */
const TELLING = '(?:(?<![名简职俗])称|陈述|供述|表示|声明|答复|反映|承认|认为|提出|说|述)'
const TOLD = `${TELLING}(?:(?:${QUOTED}|[^。！？；：:\\n])*[：:][^\\n]*|(?:${QUOTED}|[^。！？；\\n])*)`

/** A text in which only what stands outside of quotation marks and 《》 was changed. */
export function changedOutsideQuotes(text: string, change: (part: string) => string): string {
  return changedOutside(text, QUOTED, change)
}

/** A text in which only the writer's own words were changed, not what he reports of others. */
export function changedInOwnWords(text: string, change: (part: string) => string): string {
  return changedOutside(text, `${QUOTED}|${TOLD}`, change)
}

function changedOutside(text: string, kept: string, change: (part: string) => string): string {
  let changed = ''
  let from = 0
  for (const { index, 0: part } of text.matchAll(new RegExp(kept, 'gu'))) {
    changed += change(text.slice(from, index)) + part
    from = index + part.length
  }
  return changed + change(text.slice(from))
}
