/** One key that was pressed: its text, and the name that readline gives to it. */
export interface Key {
  readonly text: string | undefined
  readonly name: string | undefined
  /** Whether Ctrl or Alt was held down. */
  readonly held: boolean
}

/** A list from which one or several are chosen by keys. */
export interface KeyList {
  readonly type: 'select' | 'checkbox'
  /** The names of the choices, as the list shows them. */
  readonly names: readonly string[]
}

/** The keys by which a list of ticks takes more than the arrows: all, the others, a blank, and a place. */
const TICK_KEYS = /^(?: |a|i|[1-9])$/
/** So many figures on end are a number that somebody types, not places in a list. */
const MANY_FIGURES = 4
const FIGURES_ONLY = /^\d+$/

/**
 * What is typed at a list that takes no text, so that Enter does not drop it and take the choice that happens to be
 * marked. Text with which a choice begins is no loss: the list has moved to that choice.
 */
export class TypedAtList {
  readonly #list: KeyList
  #typed = ''

  constructor(list: KeyList) {
    this.#list = list
  }

  /** Takes a key; returns the text that Enter would lose, and undefined where nothing is lost. */
  lostBy({ text, name, held }: Key): string | undefined {
    if (name === 'return' || name === 'enter') return this.#isTaken() ? undefined : this.#typed
    if (name === 'up' || name === 'down' || name === 'backspace') this.#typed = ''
    else if (!held && text !== undefined && isWritten(text)) this.#typed += text
    return undefined
  }

  #isTaken(): boolean {
    const { type, names } = this.#list
    const typed = this.#typed
    if (type === 'checkbox')
      return [...typed].every((each) => TICK_KEYS.test(each)) && figures(typed) < MANY_FIGURES
    if (FIGURES_ONLY.test(typed)) return Number(typed) >= 1 && Number(typed) <= names.length
    return names.some((each) => each.toLowerCase().startsWith(typed.toLowerCase()))
  }
}

/** Whether a key writes something: letters and signs, no keys that move or delete. */
function isWritten(text: string): boolean {
  return !/\p{Cc}/u.test(text)
}

function figures(text: string): number {
  return text.replace(/\D/g, '').length
}
