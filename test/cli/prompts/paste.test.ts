import { describe, expect, it } from 'vitest'
import { type PasteUse, sizeOf, TerminalInput } from '../../../src/cli/prompts/paste.ts'

const paste = (text: string): string => `\u001b[200~${text}\u001b[201~`

/** What readline gets to see of pieces of input, and how often a paste was refused. */
async function seen(pieces: readonly string[], use: PasteUse = 'line') {
  let refusals = 0
  const input = new TerminalInput(use, () => refusals++)
  const keys: string[] = []
  input.on('data', (chunk: Buffer) => keys.push(chunk.toString()))
  for (const piece of pieces) await new Promise<void>((done) => input.write(piece, () => done()))
  await new Promise((done) => setTimeout(done, 250))
  const text = keys.join('')
  return { text, refusals, answer: input.expanded(text), isBroken: (line: string) => input.isBroken(line) }
}

describe('the input of a terminal', () => {
  it('passes keys on as they come, single Escape and arrows among them', async () => {
    for (const keys of ['某', '\u001b', '\u001b[B\r', 'abc\r', '\r\r', '\u001b[B\r\u001b[A\r'])
      expect(await seen([keys])).toMatchObject({ text: keys, refusals: 0 })
  })

  it('puts a mark in the place of several lines, and the text in the place of the mark', async () => {
    const { text, answer } = await seen(['前', paste('一\r\n二\r三\n'), '后'])
    expect(text).toBe('前［粘贴：3 段、3 字］后')
    expect(answer).toBe('前一\n二\n三后')
  })

  it('finds a paste whose marks and characters are cut anywhere', async () => {
    const bytes = Buffer.from(`甲${paste('乙\n丙')}丁`)
    for (let cut = 1; cut < bytes.length; cut++) {
      // A piece that ends behind an escape alone is the Escape key.
      if (bytes[cut - 1] === 0x1b || bytes[cut - 2] === 0x1b) continue
      const input = new TerminalInput('line', () => undefined)
      const keys: string[] = []
      input.on('data', (chunk: Buffer) => keys.push(chunk.toString()))
      for (const piece of [bytes.subarray(0, cut), bytes.subarray(cut)])
        await new Promise<void>((done) => input.write(piece, () => done()))
      expect(input.expanded(keys.join('')), `cut at ${cut}`).toBe('甲乙\n丙丁')
    }
  })

  it('tells two pastes of one size apart, and takes no control characters', async () => {
    const { text, answer } = await seen([paste('一\n二'), paste('三\n四'), paste('五\u0007\n\t六')])
    expect(text).toBe('［粘贴：2 段、2 字］［粘贴2：2 段、2 字］［粘贴3：2 段、2 字］')
    expect(answer).toBe('一\n二三\n四五\n 六')
  })

  it('puts a short line in as if it had been typed', async () => {
    expect(await seen([paste('某养殖场\n')])).toMatchObject({ text: '某养殖场', refusals: 0 })
  })

  it('notices that a part of a mark was deleted', async () => {
    const { text, isBroken } = await seen([paste('一\n二')])
    expect(isBroken(text)).toBe(false)
    expect(isBroken(text.slice(0, -1))).toBe(true)
    expect(isBroken('别的')).toBe(false)
  })

  it('keeps back lines that come at once without marks, all of them, and refuses once', async () => {
    expect(await seen(['一\r二\r三', '四\r五'])).toMatchObject({ text: '', refusals: 1 })
  })

  it('takes no paste where a choice is made, and one line only where a word is looked for', async () => {
    expect(await seen([paste('一')], 'choice')).toMatchObject({ text: '', refusals: 1 })
    expect(await seen([paste('一\n二')], 'word')).toMatchObject({ text: '', refusals: 1 })
    expect(await seen([paste('一')], 'word')).toMatchObject({ text: '一', refusals: 0 })
  })
})

describe('the size of a text', () => {
  it('counts paragraphs and characters, no blanks', () => {
    expect(sizeOf('一 二')).toBe('2 字')
    expect(sizeOf('一\n\n二三')).toBe('2 段、3 字')
  })
})
