import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { temporaryFolder } from '../../../support/cli.ts'

/** The browser of this machine, if there is one. */
export const browser = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
)

/** A page in a real browser, which is controlled through pipes. */
export interface Page {
  /** The value of an expression in the page. */
  evaluate(expression: string): Promise<unknown>
  /** Every address that was asked for. */
  readonly requests: readonly string[]
  /** What the page reported: errors, refused styles and scripts. */
  readonly complaints: readonly string[]
  /** Resolves once the browser has ended and writes to its folder no more. */
  close(): Promise<void>
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly sessionId?: string
  readonly params?: Record<string, unknown>
  readonly result?: Record<string, unknown>
}

/** Opens a file in the browser; resolves once it is loaded. */
export async function openPage(file: string, { scripts = true, width = 1280 } = {}): Promise<Page> {
  const folder = temporaryFolder()
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${folder}`]
  const child = spawn(browser ?? '', [...flags, '--remote-debugging-pipe', 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const { call, heard, messages } = speakTo(child)
  const { targetInfos } = await call('Target.getTargets')
  const [target] = (targetInfos as { targetId: string; type: string }[]).filter(({ type }) => type === 'page')
  const { sessionId } = await call('Target.attachToTarget', { targetId: target?.targetId, flatten: true })
  const inPage = (method: string, params = {}) => call(method, params, String(sessionId))
  for (const domain of ['Page', 'Network', 'Runtime', 'Log']) await inPage(`${domain}.enable`)
  const screen = { width, height: 900, deviceScaleFactor: 1, mobile: width < 600 }
  await inPage('Emulation.setDeviceMetricsOverride', screen)
  if (!scripts) await inPage('Emulation.setScriptExecutionDisabled', { value: true })
  const loaded = heard('Page.loadEventFired')
  await inPage('Page.navigate', { url: `file://${file}` })
  await loaded
  const of = (...methods: string[]) => messages.filter(({ method = '' }) => methods.includes(method))
  return {
    async evaluate(expression) {
      const { result, exceptionDetails } = await inPage('Runtime.evaluate', {
        expression,
        returnByValue: true,
        awaitPromise: true,
      })
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails))
      return (result as { value: unknown }).value
    },
    get requests() {
      return of('Network.requestWillBeSent').map(
        ({ params }) => (params?.request as { url: string } | undefined)?.url ?? '',
      )
    },
    get complaints() {
      return of('Runtime.exceptionThrown', 'Log.entryAdded', 'Runtime.consoleAPICalled').map(({ params }) =>
        JSON.stringify(params),
      )
    },
    async close() {
      const gone = once(child, 'close')
      await call('Browser.close')
      await gone
    },
  }
}

/** The browser's own language: JSON messages that end with a NUL, in through the third pipe and out of the fourth. */
function speakTo(child: ChildProcess) {
  const input = child.stdio[3] as Writable
  const output = child.stdio[4] as Readable
  const messages: Message[] = []
  const waiting = new Set<{ wanted: (message: Message) => boolean; found: (message: Message) => void }>()
  let rest = ''
  output.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\0')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      const message = JSON.parse(part) as Message
      messages.push(message)
      for (const each of waiting) {
        if (!each.wanted(message)) continue
        waiting.delete(each)
        each.found(message)
      }
    }
  })
  const next = (wanted: (message: Message) => boolean) =>
    new Promise<Message>((found) => waiting.add({ wanted, found }))
  let last = 0
  return {
    messages,
    heard: (method: string) => next((message) => message.method === method),
    async call(method: string, params = {}, sessionId?: string): Promise<Record<string, unknown>> {
      last += 1
      const id = last
      const answer = next((message) => message.id === id)
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
      return (await answer).result ?? {}
    },
  }
}
