import type { SignedSource } from '../shared/answers/signed.ts'
import { askChoice, askChoices } from './choices.ts'
import { type Asking, type Question, questionAddress } from './context.ts'
import { fileNamed, notAName } from './files.ts'
import type { Option } from './terminal.ts'

/** No number of evidence: these hold no such sign. It stands before the evidence on record, which may be a long list. */
const NEW: Option = { value: '@', name: '新的文件（写入时登记为证据）' }

/** Asks which evidence of the case is meant, or for the file that becomes evidence together with what names it. */
export async function askEvidence(
  question: Question,
  choices: readonly Option[],
  asking: Asking,
): Promise<unknown> {
  const { place, required } = question
  const { signed } = place
  const chosen = await askChoice(question, signed ? [NEW, ...choices] : choices, asking)
  if (chosen !== NEW.value || !signed) return chosen
  const hint = required ? '（也可以把文件拖进来）' : '（回车不填；也可以把文件拖进来）'
  return askFileName(question, asking, { at: NEW.value, hint, required, signed })
}

/** Asks which pieces of evidence are meant; of new files, one name after the other. */
export async function askEvidenceList(
  question: Question,
  choices: readonly Option[],
  asking: Asking,
): Promise<unknown> {
  const { signed } = question.place
  if (!signed) return askChoices(question, choices, asking)
  const chosen = await askChoices(question, [NEW, ...choices], asking)
  if (!Array.isArray(chosen) || !chosen.includes(NEW.value)) return chosen
  const listed: unknown[] = chosen.filter((each) => each !== NEW.value)
  for (let count = 1; ; count++) {
    const hint = `（第 ${count} 个文件；没有${count > 1 ? '别的' : ''}就直接回车；也可以把文件拖进来）`
    const id = await askFileName(question, asking, {
      at: `${NEW.value}${count}`,
      hint,
      required: false,
      signed,
    })
    if (id === undefined) break
    if (!listed.includes(id)) listed.push(id)
  }
  return listed.length || question.required ? listed : undefined
}

/** How the name of one file is asked for. */
interface FileQuestion {
  readonly at: string
  readonly hint: string
  readonly required: boolean
  readonly signed: SignedSource
}

/** Asks for the name of a file that becomes evidence; the number of that evidence, or undefined without a file. */
async function askFileName(
  { node: { title = '' }, place }: Question,
  { interview }: Asking,
  { at, hint, required, signed }: FileQuestion,
): Promise<string | undefined> {
  const words = { title: `${title}的文件名`, hint }
  const file = await interview.input(questionAddress(place, at), words, {
    read: (typed) => {
      if (typed === '') return required ? { wrong: '请写文件名。' } : typed
      const listed = notAName(typed, '没有文件的返回上一题（Esc）。') ?? signed.list(fileNamed(typed), title)
      return 'wrong' in listed ? { wrong: listed.wrong.replace(/。?$/u, '。') } : typed
    },
  })
  const listed = file === '' ? undefined : signed.list(fileNamed(file), title)
  return listed && 'id' in listed ? listed.id : undefined
}
