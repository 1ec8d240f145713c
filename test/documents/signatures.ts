import type { Paper } from '../../src/documents/render.ts'
import type { Line, Page } from './pages.ts'

/** Signed by several at once, each with a place of his own. */
export const byParty = ['agreement', 'meeting-minutes', 'evaluation-filing', 'service-receipt']
/** Signed by hand in a table or by the officer, without a seal. */
export const bySign = [
  'initiation-register',
  'termination-register',
  'investigation-register',
  'meeting-agenda',
]
/** A day as it is printed, or the room to write it. */
export const dayLine = /^(?:\d{4}年\d+月\d+日|年(?:月日)?)$/

/** Whether a line is where a paper is signed or sealed. */
export const isSigning = ({ form, filled }: Paper): ((line: Line) => boolean) => {
  const { signing } = form
  const office = filled.fields.发文机关
  return signing === 'office'
    ? ({ text, left }) => text === office && left > 250
    : ({ text }) => signing.test(text)
}

/** Where a paper is signed: the page, and the lines on it that stand above the signature and are no day. */
export const signedOn = (
  pages: readonly Page[],
  paper: Paper,
): { readonly page: number; readonly at: number; readonly above: readonly Line[] } | undefined => {
  const signs = isSigning(paper)
  const page = pages.findLastIndex(({ lines }) => lines.some(signs))
  const lines = pages[page]?.lines ?? []
  const at = lines.findLastIndex(signs)
  if (at < 0) return undefined
  return { page, at, above: lines.slice(0, at).filter(({ text }) => !/^[\d年月日]*$/.test(text)) }
}
