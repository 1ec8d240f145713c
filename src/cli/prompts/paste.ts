import { Transform, type TransformCallback } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

const BEGIN = '\u001b[200~'
const END = '\u001b[201~'
/** Asks the terminal to mark what is pasted (bracketed paste), and not to mark it any more. */
export const MARK_PASTES = { on: '\u001b[?2004h', off: '\u001b[?2004l' }

/** A pasted line up to this length is put into the answer as if it had been typed. */
const TYPED_LENGTH = 200
/** A paste without marks may come in several pieces: it is over after this number of milliseconds of silence. */
const SILENCE = 200

// biome-ignore lint/suspicious/noControlCharactersInRegex: keys arrive as control characters
const KEYS = /\u001b(?:\[[0-9;]*[A-Za-z~]|O[A-Z]|.)/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const UNWRITABLE = /[\u0000-\u0009\u000b-\u001f\u007f]/g

/**
 * line: any text may be pasted · word: one line only, for a search · choice: nothing, for a choice is made with keys.
 */
export type PasteUse = 'line' | 'word' | 'choice'

/**
 * The keys of a terminal, with each paste told apart. A paste of several lines becomes one short mark in the answer,
 * so that its line breaks answer no question. Where the terminal does not mark pastes, text with line breaks inside is
 * kept back, and `refused` is called.
 */
export class TerminalInput extends Transform {
  readonly isTTY = true
  readonly #decoder = new StringDecoder('utf8')
  readonly #pasted = new Map<string, string>()
  readonly #use: PasteUse
  readonly #refused: () => void
  #held = ''
  #paste: string | undefined
  #silence: NodeJS.Timeout | undefined

  constructor(use: PasteUse, refused: () => void) {
    super()
    this.#use = use
    this.#refused = refused
  }

  /** readline asks its input to hand over each key. */
  setRawMode(raw: boolean): this {
    process.stdin.setRawMode?.(raw)
    return this
  }

  /** An answer with the whole text of each paste in the place of its mark. */
  expanded(answer: string): string {
    return [...this.#pasted].reduce((text, [mark, pasted]) => text.replaceAll(mark, () => pasted), answer)
  }

  /** Whether a part of a mark was deleted, so that nobody knows what the answer shall be. */
  isBroken(answer: string): boolean {
    return this.#pasted.size > 0 && this.expanded(answer).includes(MARK_BEGIN)
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#take(this.#held + this.#decoder.write(chunk))
    done()
  }

  #take(text: string): void {
    this.#held = ''
    if (this.#silence) this.#keepBack()
    else if (this.#paste === undefined) this.#takeTyped(text)
    else this.#takePasted(this.#paste + text)
  }

  #takeTyped(text: string): void {
    const begin = text.indexOf(BEGIN)
    if (begin >= 0) {
      this.#type(text.slice(0, begin))
      this.#takePasted(text.slice(begin + BEGIN.length))
      return
    }
    const cut = beginningOf(BEGIN, text)
    this.#held = text.slice(cut)
    this.#type(text.slice(0, cut))
  }

  #takePasted(text: string): void {
    const end = text.indexOf(END)
    this.#paste = end < 0 ? text : undefined
    if (end < 0) return
    this.#put(writable(text.slice(0, end)))
    this.#take(text.slice(end + END.length))
  }

  /** What is typed goes on as it is, unless it holds several lines: nobody types these at once. */
  #type(keys: string): void {
    if (keys === '') return
    if (isSeveralLines(keys)) this.#keepBack()
    else this.push(keys)
  }

  #keepBack(): void {
    clearTimeout(this.#silence)
    this.#silence = setTimeout(() => {
      this.#silence = undefined
      this.#refused()
    }, SILENCE)
  }

  #put(text: string): void {
    const isOneLine = !text.includes('\n')
    if (this.#use === 'choice' || (this.#use === 'word' && !isOneLine)) this.#refused()
    else this.push(isOneLine && text.length <= TYPED_LENGTH ? text : this.#markOf(text))
  }

  /** The mark that stands for a pasted text; the same text has the same mark. */
  #markOf(text: string): string {
    for (let number = 1; ; number++) {
      const mark = `${MARK_BEGIN}${number === 1 ? '' : number}：${sizeOf(text)}］`
      const known = this.#pasted.get(mark)
      if (known !== undefined && known !== text) continue
      this.#pasted.set(mark, text)
      return mark
    }
  }
}

const MARK_BEGIN = '［粘贴'

/** How long a text is: 3 段、302 字; one paragraph has only its characters. */
export function sizeOf(text: string): string {
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '')
  const characters = `${[...text.replace(/\s/g, '')].length} 字`
  return paragraphs.length > 1 ? `${paragraphs.length} 段、${characters}` : characters
}

/** A pasted text with plain line breaks, without control characters, and without empty lines at its ends. */
function writable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replace(UNWRITABLE, '')
    .replace(/^[^\S\n]*\n+|\s+$/g, '')
}

function isSeveralLines(keys: string): boolean {
  return /[^\r\n][\r\n]+[^\r\n]/.test(keys.replace(KEYS, ''))
}

/**
 * Where the beginning of a mark stands at the end of a text; its length where there is none. A single key (Esc) is no
 * beginning.
 */
function beginningOf(mark: string, text: string): number {
  for (let length = Math.min(mark.length - 1, text.length); length >= 3; length--) {
    if (text.endsWith(mark.slice(0, length))) return text.length - length
  }
  return text.length
}
