import { closest } from '../../core/schema/suggest.ts'
import { UsageError } from './exit.ts'

/** The part of a command that its first word names. Throws UsageError with what was meant or what there is. */
export function chosenVerb<T>(command: string, verbs: Readonly<Record<string, T>>, word: string): T {
  const verb = Object.hasOwn(verbs, word) ? verbs[word] : undefined
  if (verb !== undefined) return verb
  const names = Object.keys(verbs)
  const meant = closest(
    word,
    names.map((name) => ({ code: name, label: name })),
  )
  const hint = meant ? `是否想写 ejc ${command} ${meant.code}？` : `可写：${names.join('、')}。`
  throw new UsageError(`ejc ${command} 后面没有“${word}”这种用法。${hint}`)
}
