import { spawn } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { isProcessRunning, markOf } from '../../src/repository/process.ts'

const { pid } = process

describe('a process is told from a later one with the same number', () => {
  test('by its start, where there is /proc or ps', () => {
    if (process.platform === 'win32') return
    const mark = markOf(pid)
    expect(mark).toMatch(/\d/)
    expect(markOf(pid)).toBe(mark)
    expect(markOf(2 ** 22 + 1)).toBeNull()
  })

  test('on macOS by what ps says, once the blanks are off', () => {
    const asked: unknown[] = []
    const ask = (...call: unknown[]): string => {
      asked.push(call)
      return 'Tue Nov 24 10:00:01 2026    \n'
    }
    expect(markOf(4242, 'darwin', ask)).toBe('Tue Nov 24 10:00:01 2026')
    expect(asked).toEqual([['ps', ['-o', 'lstart=', '-p', '4242']]])
    expect(markOf(4242, 'darwin', () => null)).toBeNull()
  })

  test('on macOS, ps itself answers the same twice', () => {
    const first = markOf(pid, 'darwin')
    if (first === null) return console.log('skipped: there is no ps')
    expect(markOf(pid, 'darwin')).toBe(first)
  })

  test.each([
    ['another program', '\r\n"notepad.exe","4242","Console","1","40,000 K"\r\n', 'notepad.exe'],
    ['node', '"node.exe","4242","RDP-Tcp#0","2","40,000 K"\r\n', 'node.exe'],
    ['node, in other capitals', '"Node.EXE","4242","Console","1","40,000 K"\r\n', 'node.exe'],
    ['none, said in Chinese', '信息: 没有运行的任务匹配指定标准。\r\n', null],
    ['one that was not asked about', '"node.exe","42","Console","1","1 K"\r\n', null],
  ])('on Windows by the program that tasklist names: %s', (_what, said, mark) => {
    expect(markOf(4242, 'win32', () => said)).toBe(mark)
  })

  test('on Windows the own program is known without asking', () => {
    expect(markOf(pid, 'win32', () => null)).toMatch(/^node/)
  })
})

test('whether a process runs, and that it has ended', async () => {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'])
  const id = child.pid ?? 0
  expect(isProcessRunning(id)).toBe(true)
  const ended = new Promise((done) => child.on('exit', done))
  child.stdin.end()
  await ended
  expect(isProcessRunning(id)).toBe(false)
})
