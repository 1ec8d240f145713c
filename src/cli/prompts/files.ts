import type { Item } from '../../core/stages/define.ts'
import { itemOrEmpty } from '../shared/answers/collect.ts'
import { type Asking, type Question, questionAddress } from './context.ts'

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
      const taken = typed === '' ? {} : signed.take(fileNamed(typed), title)
      return 'wrong' in taken ? { wrong: `${taken.wrong}。` } : typed
    },
  })
  if (file === '') return typeof kept.file === 'string' ? kept : undefined
  const taken = signed.take(fileNamed(file), title)
  return 'wrong' in taken ? undefined : { ...taken }
}

/** A name as it was typed, dragged into the terminal (with quotes), or written as `@name`. */
export function fileNamed(typed: string): string {
  return typed
    .trim()
    .replace(/^@/, '')
    .replace(/^(['"])(.*)\1$/, '$2')
}
