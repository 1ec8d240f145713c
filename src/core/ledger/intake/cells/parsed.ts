import { type CellContent, shownText } from '../book.ts'

/** What was read from a cell: its value, with what the officer should know of the reading; or what is wrong with it. */
export type Parsed<T> = { readonly value: T; readonly remark?: string } | { readonly fault: string }

/** Words that offices write where there is nothing. */
const NOTHING = /^(?:[-—–―_/\\／.。·*]+|无|暂无|空|没有|不详|不涉及|不适用|未知)$/u
/** Words that say that a step was not taken yet. */
const NOT_YET =
  /^(?:(?:尚|暂|还)?未[^\d]{0,8}|(?:正在)?(?:办理|进行|推进|履行|修复|磋商|审理)中|待[^\d]{1,6})$/u

/** Whether a text says that there is nothing. */
export function saysNothing(text: string): boolean {
  return NOTHING.test(text)
}

/** Whether a text says that something has not happened yet. */
export function saysNotYet(text: string): boolean {
  return NOT_YET.test(text)
}

/** Figures and signs in half width, one blank for several. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim()
}

/** A quotation of a cell in a message. */
export function quoted(text: string): string {
  const line = text.replace(/\n/gu, '↵')
  return `“${line.length > 30 ? `${line.slice(0, 30)}…` : line}”`
}

/** Why nothing can be read from a cell at all, whatever its column. */
export function unreadable(content: CellContent): string | undefined {
  if (content.kind === 'error') return `单元格是错误值 ${content.text}，请改成实际内容`
  if (content.kind === 'unsaved-formula')
    return '公式的结果没有存在文件里，请用 WPS 或者 Excel 打开、保存一次，再导入'
  if (content.kind === 'picture') return '单元格里是图片，不是文字，请把内容打成文字'
  if (content.kind === 'boolean') return `单元格是 ${shownText(content)}，请改成实际内容`
  return undefined
}

const SEPARATORS = new Set(['；', ';', '、', '\n'])
const OPENING = new Set(['（', '(', '《', '【', '['])
const CLOSING = new Set(['）', ')', '》', '】', ']'])

/** The parts of a text between ；、 and line breaks, those in brackets apart; empty parts stay where `keepEmpty`. */
export function listedParts(text: string, { keepEmpty = false } = {}): string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const sign of text) {
    if (OPENING.has(sign)) depth += 1
    else if (CLOSING.has(sign)) depth = Math.max(0, depth - 1)
    if (depth === 0 && SEPARATORS.has(sign)) parts.push('')
    else parts[parts.length - 1] += sign
  }
  const trimmed = parts.map((part) => part.trim().replace(/^\d{1,2}\s*[.．)）](?!\d)\s*/u, ''))
  return keepEmpty ? trimmed : trimmed.filter((part) => part !== '')
}
