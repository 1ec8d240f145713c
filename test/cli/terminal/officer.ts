import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import stringWidth from 'string-width'

const bin = resolve(process.env.EJC_BIN ?? 'bin/ejc.js')
/** Longer than a busy machine needs: only a text that never comes takes so long. */
const WAIT = 60_000
const POLL = 40
const MOST_MOVES = 40
const identity = ['GIT_AUTHOR', 'GIT_COMMITTER'].flatMap((who) => [
  `${who}_NAME=覃某`,
  `${who}_EMAIL=qin@example.invalid`,
])

/** Whether prompts can be tried in a real terminal here; prints a remark where not. */
export function hasTmux(): boolean {
  if (spawnSync('tmux', ['-V']).status === 0) return true
  console.log('skipped: tmux is not installed, so prompts are not tried in a terminal')
  return false
}

/** An officer at a terminal of 80 columns and 24 lines, in a folder. */
export interface TerminalOfficer {
  /** Calls ejc in the shell. */
  ejc(args: string): Promise<void>
  /** Waits until the screen shows all of these at once; returns the screen. */
  sees(...wanted: (string | RegExp)[]): Promise<string>
  /** Types an answer to a question once it is asked, and presses Enter. */
  answers(question: string, text?: string): Promise<void>
  /** Moves to a choice of a question and presses Enter. */
  chooses(question: string, choice: string): Promise<void>
  /** Ticks choices of a question and presses Enter. */
  ticks(question: string, ...choices: string[]): Promise<void>
  /** Accepts the proposal of every question until the given question is asked. */
  leaves(until: string): Promise<void>
  /** Presses keys by tmux's names (C-c, Escape, BSpace) while a question is asked. */
  presses(question: string, ...keys: string[]): Promise<void>
  types(text: string): void
  /** Pastes a text while a question is asked; the terminal marks it as pasted, unless it is one that can't. */
  pastes(question: string, text: string, marked?: boolean): Promise<void>
  /** Waits until the call is over; returns its exit code. */
  exits(): Promise<number>
  screen(): string
  /** All lines that our program wrote wider than the terminal. */
  tooWide(): string[]
  close(): void
}

let offices = 0

/** Opens a terminal in a folder. Close it, or its tmux server stays. */
export function openOfficerTerminal(
  folder: string,
  columns = 80,
  editor: readonly string[] = [],
): TerminalOfficer {
  const socket = `ejc-test-${process.pid}-${offices++}`
  const tmux = (...args: string[]): string =>
    spawnSync('tmux', ['-u', '-L', socket, '-f', '/dev/null', ...args], { encoding: 'utf8' }).stdout
  const environment = [
    ...editor,
    `PATH=${process.env.PATH}`,
    `HOME=${folder}`,
    // The home is the library here: what is kept for the next call would lie in it.
    'NODE_DISABLE_COMPILE_CACHE=1',
    'TERM=tmux-256color',
    'LANG=C.UTF-8',
    'TZ=Asia/Shanghai',
    'GIT_CONFIG_NOSYSTEM=1',
    'PS1=$ ',
    ...identity,
  ]
  const size = ['-x', String(columns), '-y', '24', '-c', folder]
  tmux('new-session', '-d', ...size, 'env', '-i', ...environment, 'bash', '--norc', '--noprofile')
  // Time tells a single Escape from the beginning of a longer sequence.
  tmux('set', '-g', 'escape-time', '20')
  const screen = (): string => tmux('capture-pane', '-p').trimEnd()
  const send = (...keys: string[]): void => void tmux('send-keys', ...keys)
  const hand = {
    screen,
    send,
    until: (holds: (screen: string) => boolean, what: string, patience?: number) =>
      until(screen, holds, what, patience),
  }
  return {
    ...asking(hand),
    screen,
    async ejc(args) {
      const before = await hand.until((text) => text.endsWith('$'), 'the shell')
      send('-l', `clear -x; node ${bin} ${args}; echo "exit=$?"`)
      send('Enter')
      // On a slow machine the screen of the last call may still stand, or the line be half typed.
      const begun = (text: string): boolean => text !== before && !/clear -x|node /.test(text)
      await hand.until(begun, 'the call to begin')
    },
    types: (text) => send('-l', text),
    async pastes(question, text, marked = true) {
      const before = await hand.until((seen) => questionOf(seen)?.includes(question) === true, question)
      tmux('set-buffer', '--', text)
      tmux('paste-buffer', ...(marked ? ['-p'] : []))
      await hand.until((seen) => seen !== before, 'the paste to be seen')
    },
    tooWide: () =>
      tmux('capture-pane', '-p', '-J', '-S', '-')
        .split('\n')
        .filter((line) => stringWidth(line.trimEnd()) > columns && !/^(\$ |\? | {2}› )/.test(line)),
    close: () => void tmux('kill-server'),
  }
}

interface Hand {
  readonly screen: () => string
  readonly send: (...keys: string[]) => void
  readonly until: (holds: (screen: string) => boolean, what: string, patience?: number) => Promise<string>
}

function asking({ screen, send, until }: Hand) {
  const asked = (question: string) => (text: string) => questionOf(text)?.includes(question) === true
  const isAsked = (question: string): Promise<string> => until(asked(question), `the question “${question}”`)
  const isOver = async (question: string, before: string): Promise<void> => {
    const over = (text: string): boolean =>
      questionOf(text) !== questionOf(before) || (text !== before && text.includes('\n> '))
    await until(over, `an answer to “${question}”`)
  }
  const moveTo = async (question: string, choice: string): Promise<void> => {
    await isAsked(question)
    for (let moves = 0; moves < MOST_MOVES; moves++) {
      const before = await until((text) => activeOf(text) !== undefined, `a choice of “${question}”`)
      if (activeOf(before)?.includes(choice)) return
      send(moves < MOST_MOVES / 2 ? 'Down' : 'Up')
      await until((text) => text !== before, '', POLL * 25).catch(() => undefined)
    }
    throw new Error(`no choice “${choice}” of “${question}”:\n${screen()}`)
  }
  return {
    sees: (...wanted: (string | RegExp)[]) =>
      until(
        (screen) =>
          wanted.every((text) => (typeof text === 'string' ? screen.includes(text) : text.test(screen))),
        wanted.join(' and '),
      ),
    async answers(question: string, text = '') {
      await isAsked(question)
      if (text !== '') {
        send('-l', text)
        await until((seen) => seen.replace(/\n/g, '').includes(text.slice(-12)), `“${text}” to be typed`)
      }
      const before = screen()
      send('Enter')
      await isOver(question, before)
    },
    async chooses(question: string, choice: string) {
      await moveTo(question, choice)
      const before = screen()
      send('Enter')
      await isOver(question, before)
    },
    async ticks(question: string, ...choices: string[]) {
      await isAsked(question)
      for (const choice of choices) {
        await moveTo(question, choice)
        const before = screen()
        send('Space')
        await until((text) => text !== before, `“${choice}” to be ticked`)
      }
      const before = screen()
      send('Enter')
      await isOver(question, before)
    },
    async leaves(last: string) {
      for (let left = 0; left < MOST_MOVES; left++) {
        const before = await until((text) => questionOf(text) !== undefined, 'a question')
        if (asked(last)(before)) return
        send('Enter')
        await isOver('what is proposed', before)
      }
      throw new Error(`“${last}” is never asked:\n${screen()}`)
    },
    async presses(question: string, ...keys: string[]) {
      const before = await isAsked(question)
      send(...keys)
      await until((text) => text !== before, `${keys.join(' ')} to be seen`)
    },
    async exits() {
      const text = await until((seen) => /exit=\d+\n\$$/.test(seen), 'the call to end')
      return Number(/exit=(\d+)\n\$$/.exec(text)?.[1])
    },
  }
}

/** The line of the question that is being asked: the last one that begins with a question mark. */
function questionOf(screen: string): string | undefined {
  return screen.split('\n').findLast((line) => line.startsWith('? '))
}

/** The choice at the cursor, with its further lines. */
function activeOf(screen: string): string | undefined {
  const lines = screen.split('\n')
  const at = lines.findLastIndex((line) => line.startsWith('❯'))
  if (at < 0) return undefined
  const below = lines.slice(at + 1)
  const next = below.findIndex((line) => !line.startsWith('    '))
  return [lines[at] ?? '', ...below.slice(0, Math.max(0, next)).map((line) => line.trim())].join('')
}

/** Looks at the screen until it shows what is waited for. @throws Error with the screen when it never does. */
async function until(
  screen: () => string,
  holds: (screen: string) => boolean,
  what: string,
  patience = WAIT,
): Promise<string> {
  const end = Date.now() + patience
  for (;;) {
    const text = screen()
    if (holds(text)) return text
    if (Date.now() > end) throw new Error(`waited in vain for ${what}:\n${text}`)
    await new Promise((wake) => setTimeout(wake, POLL))
  }
}
