import { BackError } from '../../src/cli/prompts/asked.ts'
import type { QuestionWords } from '../../src/cli/prompts/look.ts'
import type { Terminal } from '../../src/cli/prompts/terminal.ts'

/** A terminal at which the answers are already written down; `<` is the Escape key, '' a plain Enter. */
export function terminalWith(...typed: string[]) {
  const asked: string[] = []
  const hints: string[] = []
  const told: string[] = []
  const next = (words: string | QuestionWords, proposal = ''): string => {
    const { title, hint = '' } = typeof words === 'string' ? { title: words } : words
    const text = typed.shift()
    asked.push(proposal ? `${title} (${proposal})` : title)
    hints.push(`${title}${hint}`)
    if (text === undefined) throw new Error(`nothing to answer ${title} with`)
    if (text === '<') throw new BackError()
    return text === '' ? proposal : text
  }
  const terminal: Terminal = {
    input: async (words, { fallback, validate = () => true } = {}) => {
      for (;;) {
        const text = next(words, fallback)
        const right = validate(text)
        if (typeof right !== 'string') return text
        told.push(right)
      }
    },
    select: async (words, choices, fallback) => {
      const isOpen = typeof words !== 'string' && words.open === true
      for (;;) {
        const chosen = next(words, fallback)
        if (chosen !== '') return chosen
        if (!isOpen) return choices[0]?.value ?? ''
        told.push('还没有选')
      }
    },
    search: async (words, choices, fallback) => next(words, fallback) || (choices[0]?.value ?? ''),
    confirm: async (words) => next(words) === 'yes',
    checkbox: async (words, _, checked, least = 0) => {
      for (;;) {
        const chosen = next(words, checked.join(',')).split(',').filter(Boolean)
        if (chosen.length >= least) return chosen
        told.push('至少选一项')
      }
    },
    say: (text) => void asked.push(text),
  }
  return { terminal, asked, hints, told }
}
