import { askChoice } from './choices.ts'
import { type Asking, type Question, questionAddress } from './context.ts'
import { fileNamed, notAName } from './files.ts'
import type { Option } from './terminal.ts'

/** No number of evidence: these hold no such sign. */
const NEW: Option = { value: '@', name: '新的文件（写入时登记为证据）' }

/** Asks which evidence of the case is meant, or for the file that becomes evidence together with what names it. */
export async function askEvidence(
  question: Question,
  choices: readonly Option[],
  asking: Asking,
): Promise<unknown> {
  const { node, place, required } = question
  const { title = '' } = node
  const { signed } = place
  const chosen = await askChoice(question, signed ? [...choices, NEW] : choices, asking)
  if (chosen !== NEW.value || !signed) return chosen
  const hint = required ? '（也可以把文件拖进来）' : '（回车不填；也可以把文件拖进来）'
  const file = await asking.interview.input(
    questionAddress(place, NEW.value),
    { title: `${title}的文件名`, hint },
    {
      read: (typed) => {
        if (typed === '') return required ? { wrong: '请写文件名。' } : typed
        const listed =
          notAName(typed, '没有文件的返回上一题（Esc）。') ?? signed.list(fileNamed(typed), title)
        return 'wrong' in listed ? { wrong: listed.wrong.replace(/。?$/u, '。') } : typed
      },
    },
  )
  const listed = file === '' ? undefined : signed.list(fileNamed(file), title)
  return listed && 'id' in listed ? listed.id : undefined
}
