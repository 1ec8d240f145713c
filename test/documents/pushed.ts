import type { Paper } from '../../src/documents/render.ts'
import type { Line, Page } from './pages.ts'
import { dayLine, signedOn } from './signatures.ts'

/** Points: the type area of GB/T 9704-2012. */
const [top, bottom] = [104.9, 742.7]
/** A line of 3号 with its pitch, in points. */
export const pitch = 28.95

/** How much of a page is filled, down to a line. */
export const filledTo = (line: Line | undefined): number => ((line?.bottom ?? top) - top) / (bottom - top)

/**
 * The last line of what is signed on a page: of the places to sign and of the days below them. Letters name below them
 * whom to ask, agendas before.
 */
const endOfSignature = ({ lines }: Page, at: number): Line | undefined => {
  const rest = lines.slice(at)
  return rest.findLast(({ text }) => dayLine.test(text) || /（(?:签字|盖章|签名)/.test(text)) ?? rest[0]
}

/**
 * The lines that at most go over to the page of the signature: a heading, a paragraph of three lines, which is not
 * divided, and a closing line.
 */
const mostCarried = 5

/** Where a table begins in which the parties sign. */
const places = /^赔偿权利人(?:或其指定部门、机构|一方（签名）)/

/** Whether a page ends early because what must stay with the signature has no room on it. */
export const isPushed = (pages: readonly Page[], paper: Paper, index: number): boolean => {
  const signed = signedOn(pages, paper)
  const next = pages[index + 1]
  if (signed?.page !== index + 1 || !next) return false
  const filled = filledTo(pages[index]?.lines.at(-1))
  const from = signed.above.findIndex(({ text }) => places.test(text))
  const text = from < 0 ? signed.above : signed.above.slice(0, from)
  const body = text.filter(({ text }) => !/^(?:此致|.*人民法院|附：.*|\d．.*)$/.test(text))
  // All of the last page stays with the signature; of another, what stands above it and its day.
  const end = index + 2 === pages.length ? next.lines.at(-1) : endOfSignature(next, signed.at)
  return body.length <= mostCarried && filled + filledTo(end) > 1 - pitch / (bottom - top)
}
