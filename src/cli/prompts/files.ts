import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Item } from '../../core/stages/define.ts'
import { itemOrEmpty } from '../shared/answers/collect.ts'
import { type Asking, type Question, questionAddress } from './context.ts'
import { sizeOf } from './paste.ts'

/** Asks for the file of a signed paper; what is known stays when nothing is written. */
export async function askFile(question: Question, { interview, amends }: Asking): Promise<Item | undefined> {
  const { node, place, known } = question
  const { title = '' } = node
  const { signed } = place
  if (!signed) return undefined
  const kept = itemOrEmpty(known)
  const hint =
    typeof kept.file === 'string' ? `（回车沿用 ${kept.file}）` : '（选填，回车跳过；也可以把文件拖进来）'
  const help = node.description ?? ''
  const words = { title: `${title}的文件名`, hint, ...(amends ? {} : { help }) }
  const file = await interview.input(questionAddress(place), words, {
    read: (typed) => {
      if (typed === '') return typed
      const taken = notAName(typed, '没有文件的直接回车。') ?? signed.take(fileNamed(typed), title)
      return 'wrong' in taken ? { wrong: taken.wrong.replace(/。?$/, '。') } : typed
    },
  })
  if (file === '') return typeof kept.file === 'string' ? kept : undefined
  const taken = signed.take(fileNamed(file), title)
  return 'wrong' in taken ? undefined : { ...taken }
}

/**
 * A name as it was typed, pasted (`“C:\\协议.docx”`, `file:///…`), dragged into the terminal (with quotes, or with a
 * backslash before each blank), or written as `@name`.
 */
export function fileNamed(typed: string): string {
  const name = typed
    .trim()
    .replace(/^@/, '')
    .replace(/^(['"“])(.*)['"”]$/u, '$2')
  if (name.startsWith('file://')) return pathOf(name)
  const isEscaped = process.platform !== 'win32' && name.includes('\\') && !existsSync(name)
  return isEscaped ? name.replace(/\\(.)/gu, '$1') : name
}

function pathOf(address: string): string {
  try {
    return fileURLToPath(address)
  } catch {
    return address
  }
}

/** Longer than any name of a file. */
const LONGEST_NAME = 255

/** That a text was pasted where the name of a file is asked for, and what to do instead; undefined for a name. */
export function notAName(typed: string, instead: string): { readonly wrong: string } | undefined {
  const isText = typed.includes('\n') || typed.length > LONGEST_NAME || /[。；！？]$/u.test(typed)
  if (!isText || existsSync(fileNamed(typed))) return undefined
  return {
    wrong: `这里要的是文件名，写的（粘贴的）是正文（${sizeOf(typed)}）：请把文件拖进来，或者粘贴它的路径。${instead}`,
  }
}
