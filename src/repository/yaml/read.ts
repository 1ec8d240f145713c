import { readGeneral } from './general.ts'
import { readNarrow } from './narrow.ts'
import type { ReadResult } from './problem.ts'
import { failedRead } from './problem.ts'
import { readSlowly } from './slow.ts'
import { conflictMarker, decodeText, largestDocument, mostLines, positionOfOffset } from './text.ts'

/**
 * Reads one YAML document: JSON-compatible data whose root is a map, or the problems with their places.
 *
 * Three readers with the same results: a narrow one for what ejc itself writes, a fast parser for other valid files,
 * and a slow one for all else, which says what is wrong and where.
 * Dates stay strings. Refused: more than 256 KiB or 80,000 lines, binary, invalid UTF-8,
 * conflict markers, directives, tags, anchors and aliases, duplicate, forbidden or non-string keys,
 * nesting beyond 64, `.inf` and `.nan`, several documents, an empty file, a root that is no map.
 */
export function readYaml(bytes: Uint8Array): ReadResult {
  if (bytes.length > largestDocument) {
    const size = Math.ceil(bytes.length / 1024)
    return failedRead(
      `文件过大（${size} KiB，上限 ${largestDocument / 1024} KiB）：请把长文移到 attachments/`,
    )
  }
  const decoded = decodeText(bytes)
  if (!decoded.ok) return failedRead('不是 UTF-8 文本：请用编辑器另存为 UTF-8 编码', firstBadLine(bytes))
  const { text } = decoded
  return (
    manyLinesProblem(text) ??
    binaryProblem(text) ??
    conflictProblem(text) ??
    readFast(text) ??
    readSlowly(text)
  )
}

/** The data; a problem when the nesting is too deep for every reader; undefined when the slow reader must decide. */
export function readFast(text: string): ReadResult | undefined {
  const own = readNarrow(text)
  return own ? { ok: true, data: own.data } : readGeneral(text)
}

/** A short line takes the slow reader as long as a long one; a file with that many lines is no case file. */
function manyLinesProblem(text: string): ReadResult | undefined {
  if (text.length <= mostLines) return undefined
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return lines > mostLines
    ? failedRead(`文件超过 ${mostLines} 行：请把长文移到 attachments/，删去空行`)
    : undefined
}

function binaryProblem(text: string): ReadResult | undefined {
  const offset = text.indexOf('\0')
  if (offset < 0) return undefined
  const { line, column } = positionOfOffset(text, offset)
  return failedRead('含有空字符，不是文本文件：请确认没有把附件存成 .yaml', line, column)
}

/** Conflict markers are searched before parsing, since indented ones would be read as text without an error. */
function conflictProblem(text: string): ReadResult | undefined {
  if (!text.includes('<<<<<<<') && !text.includes('=======') && !text.includes('>>>>>>>')) return undefined
  const found = conflictMarker.exec(text)
  if (!found) return undefined
  const { line } = positionOfOffset(text, found.index)
  const how = '留有 git 合并冲突标记：请选定一方内容，删去 <<<<<<<、=======、>>>>>>> 各行'
  return failedRead(how, line, found[0].search(/\S/) + 1, 'merge-conflict')
}

function firstBadLine(bytes: Uint8Array): number {
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, start)
    const end = newline < 0 ? bytes.length : newline
    if (!decodeText(bytes.subarray(start, end)).ok) return line
    start = end + 1
  }
  return 1
}
