import type { SchemaNode } from '../../core/schema/node.ts'
import { isUnlikeName, isUnlikePerson } from '../../core/unlike-name.ts'
import type { Asking } from './context.ts'
import { cutTo, type QuestionWords } from './look.ts'
import { isOfSentences } from './parting.ts'

/** A question whose answer may be doubtful though it can be taken. */
interface Doubtful {
  /** Asks the question at an address. */
  readonly ask: (at: string) => Promise<string>
  /** Asks whether the answer is meant so; undefined where there is no doubt. */
  readonly doubt: (answer: string) => QuestionWords | undefined
}

/** The answer to a question; one that is doubtful is asked for again until the officer says that it is meant so. */
export async function untilSure(
  at: string,
  { interview }: Pick<Asking, 'interview'>,
  { ask, doubt }: Doubtful,
): Promise<string> {
  for (;;) {
    const answer = await ask(at)
    const words = doubt(answer)
    if (!words) return answer
    // The address holds the answer: to say that one is meant so says nothing of another.
    const about = `${at}!${answer}`
    if (await interview.confirm(about, words, false)) return answer
    interview.forget(about)
    interview.forget(at)
  }
}

const SHOWN_WORD = 24

/** Asks whether the words of a list are names, where one of them looks like a part of a sentence. */
export function doubtOfNames(item: SchemaNode, words: readonly string[]): QuestionWords | undefined {
  if (isOfSentences(item)) return undefined
  const isPerson = item['x-format'] === 'name'
  const odd = words.filter(isPerson ? isUnlikePerson : isUnlikeName)
  if (!odd.length) return undefined
  const named = odd.map((word) => `“${cutTo(word, SHOWN_WORD)}”`).join('、')
  const what = isPerson ? '人名' : '名称'
  return { title: `分成了 ${words.length} 个${what}，其中${named}像是句子。这些是${what}吗？` }
}
