import { createPromptModule } from 'inquirer'
import { CancelledError } from '../shared/exit.ts'
import { MARK_PASTES, type PasteUse, TerminalInput } from './paste.ts'
import { type KeyList, TypedAtList } from './typed-at-list.ts'

/** The officer wants to go back to the question before this one; the message, where there is one, is said there. */
export class BackError extends Error {
  override readonly name = 'BackError'
}

/** The officer wants to write the answer in an editor (Ctrl-O). `typed` is what stands in the line. */
export class EditorWanted extends Error {
  override readonly name = 'EditorWanted'
  readonly typed: string

  constructor(typed: string) {
    super()
    this.typed = typed
  }
}

/** Something was pasted that this question can't take. */
export class PasteRefused extends Error {
  override readonly name = 'PasteRefused'
}

/** Something was typed at a list that takes no text; the message is that text. */
export class TypedTextRefused extends Error {
  override readonly name = 'TypedTextRefused'
}

/** How one question may be answered, beside Enter. */
export interface Ways {
  /** Escape goes back. */
  readonly back: boolean
  readonly paste: PasteUse
  /** Ctrl-O asks for an editor. */
  readonly editor?: boolean
  /** The list from which keys choose. */
  readonly list?: KeyList
}

/** A key as readline hands it over. */
interface ReadlineKey {
  readonly name?: string
  readonly ctrl?: boolean
  readonly meta?: boolean
}

type Validate = (answer: string) => true | string

const BROKEN_MARK = '粘贴的内容只删了一部分，请把“［粘贴…］”整个删去（Ctrl-U 清空整行），再粘贴一次。'

/**
 * Asks one question of inquirer and returns its answer. Ctrl-C and the end of input become CancelledError, the other
 * ways out BackError, EditorWanted, PasteRefused and TypedTextRefused.
 */
export async function askOnce(question: Record<string, unknown>, ways: Ways): Promise<unknown> {
  const leaving = new AbortController()
  const leave = (reason: Error): void => leaving.abort(reason)
  const input = new TerminalInput(ways.paste, () => leave(new PasteRefused()))
  let typed = ''
  const atList = ways.list && new TypedAtList(ways.list)
  input.on('keypress', (text: string | undefined, key?: ReadlineKey) => {
    const lost = atList?.lostBy({ text, name: key?.name, held: key?.ctrl === true || key?.meta === true })
    if (lost) leave(new TypedTextRefused(lost))
    // On an empty line Ctrl-D ends the input, as in a shell: nobody will answer any more.
    if (key?.ctrl && key.name === 'd' && typed === '') leave(new CancelledError(''))
    if (ways.back && key?.name === 'escape') leave(new BackError())
    if (ways.editor && key?.ctrl && key.name === 'o') leave(new EditorWanted(input.expanded(typed)))
  })
  input.on('end', () => leave(new CancelledError('')))
  const followed = {
    ...question,
    ...(ways.paste === 'line' && lineOf(question, input, (text) => (typed = text))),
  }
  const settings = { input, output: process.stderr, signal: leaving.signal, clearPromptOnDone: true }
  process.stdin.pipe(input)
  process.stderr.write(MARK_PASTES.on)
  try {
    const { value } = await createPromptModule(settings as never)([{ ...followed, name: 'value' }] as never)
    return typeof value === 'string' ? input.expanded(value) : value
  } catch (error) {
    if (leaving.signal.aborted) throw leaving.signal.reason
    if (error instanceof Error && error.name === 'ExitPromptError') throw new CancelledError('')
    throw error
  } finally {
    process.stderr.write(MARK_PASTES.off)
    process.stdin.unpipe(input)
    process.stdin.pause()
    input.destroy()
  }
}

/** A question for a line: what is checked is the text that the marks stand for. */
function lineOf(question: Record<string, unknown>, input: TerminalInput, follow: (typed: string) => void) {
  const validate = question.validate as Validate
  return {
    transformer: (typed: string) => {
      follow(typed)
      return typed
    },
    validate: (typed: string) => (input.isBroken(typed) ? BROKEN_MARK : validate(input.expanded(typed))),
  }
}
