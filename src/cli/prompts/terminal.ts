import { createPromptModule } from 'inquirer'
import { CancelledError } from '../exit.ts'

/** A choice of a list, with what the officer sees. */
export interface Option {
  readonly value: string
  readonly name: string
  readonly description?: string
}

/** The questions that a terminal can ask; on stderr, so that stdout stays data. */
export interface Terminal {
  input(message: string, options?: InputOptions): Promise<string>
  confirm(message: string, fallback: boolean): Promise<boolean>
  select(message: string, choices: readonly Option[], fallback?: string): Promise<string>
  checkbox(message: string, choices: readonly Option[], checked: readonly string[]): Promise<string[]>
  say(text: string): void
}

export interface InputOptions {
  readonly fallback?: string | undefined
  /** true, or what is wrong and what to write. */
  readonly validate?: (value: string) => true | string
}

const KEYS: Readonly<Record<string, string>> = {
  navigate: '移动',
  select: '选定',
  submit: '确认',
  toggle: '勾选',
  all: '全选',
  invert: '反选',
}

const LIST = {
  pageSize: 12,
  loop: false,
  theme: {
    style: {
      keysHelpTip: (keys: readonly (readonly [string, string])[]) =>
        keys
          .map(([key, action]) => `${key === 'space' ? '空格' : key} ${KEYS[action] ?? action}`)
          .join(' · '),
    },
  },
}

const YES: Option = { value: 'yes', name: '是' }
const NO: Option = { value: 'no', name: '否' }

/** The terminal of this process. Ctrl-C and the end of input become CancelledError. */
export function openTerminal(): Terminal {
  const prompt = createPromptModule({ output: process.stderr })
  const ask = async (question: Record<string, unknown>): Promise<unknown> => {
    try {
      const answers: { value?: unknown } = await prompt([{ ...question, name: 'value' }] as never)
      return answers.value
    } catch (error) {
      if (error instanceof Error && error.name === 'ExitPromptError') throw new CancelledError('')
      throw error
    }
  }
  const select: Terminal['select'] = async (message, choices, fallback) =>
    String(await ask({ type: 'select', message, choices, ...LIST, ...optional('default', fallback) }))
  return {
    select,
    input: async (message, { fallback, validate = () => true } = {}) =>
      String(await ask({ type: 'input', message, validate, ...optional('default', fallback) })),
    // A list of two instead of inquirer's y/n, whose words and errors are English.
    confirm: async (message, fallback) =>
      (await select(message, [YES, NO], fallback ? YES.value : NO.value)) === YES.value,
    checkbox: async (message, choices, checked) => {
      const marked = choices.map((choice) => ({ ...choice, checked: checked.includes(choice.value) }))
      const chosen = await ask({ type: 'checkbox', message, choices: marked, ...LIST })
      return Array.isArray(chosen) ? chosen.map(String) : []
    },
    say: (text) => void process.stderr.write(`${text}\n`),
  }
}

function optional(key: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [key]: value }
}
