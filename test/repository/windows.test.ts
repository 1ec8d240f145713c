import { posix, win32 } from 'node:path'
import { describe, expect, test } from 'vitest'
import { systemErrorReason } from '../../src/repository/errors.ts'
import { resolveOutside } from '../../src/repository/outside.ts'
import { listedName, namesInPath, pathBelow, safeFileName, slashed } from '../../src/repository/paths.ts'

describe('what lies in a folder is known by its way, with forward slashes', () => {
  test.each([
    ['C:\\案件库', 'C:\\案件库\\cases\\NN-2026-0001', 'cases/NN-2026-0001', win32],
    ['C:\\案件库', 'c:\\案件库\\Cases', 'Cases', win32],
    ['C:\\案件库', 'C:\\案件库', '', win32],
    ['\\\\nas\\法规\\案件库', '\\\\nas\\法规\\案件库\\ejc.yaml', 'ejc.yaml', win32],
    ['C:\\案件库', 'C:\\案件库\\..草稿\\甲.docx', '..草稿/甲.docx', win32],
    ['C:\\案件库', 'D:\\案件库\\ejc.yaml', undefined, win32],
    ['C:\\案件库', 'C:\\案件库2\\ejc.yaml', undefined, win32],
    ['C:\\案件库', '\\\\nas\\案件库\\ejc.yaml', undefined, win32],
    ['/案件库', '/案件库/cases/a\\b', 'cases/a\\b', posix],
    ['/案件库', '/案件库-2', undefined, posix],
    ['/案件库', '/', undefined, posix],
  ])('%s → %s', (folder, path, way, paths) => {
    expect(pathBelow(folder, path, paths)).toBe(way)
  })

  test('a path of the system is written as git writes it', () => {
    expect(slashed('cases\\NN-2026-0001\\case.yaml', win32)).toBe('cases/NN-2026-0001/case.yaml')
    expect(slashed('cases/a\\b', posix)).toBe('cases/a\\b')
  })
})

describe('a path inside the repository that Windows would take for something else is refused there', () => {
  test.each([
    ['a stream of another file', 'cases/case.yaml:hidden'],
    ['a device', 'cases/NUL'],
    ['a device, whatever its extension', 'attachments/com1.pdf'],
    ['the folder above, written with a blank', 'cases/.. /ejc.yaml'],
    ['another name, once the dot has gone', 'cases/case.yaml.'],
    ['a drive', 'C:/Windows'],
    ['a server', '//nas/x'],
    ['backslashes', 'cases\\..\\..\\x'],
    ['git, by its short name', 'GIT~1/config'],
  ])('%s', (_what, path) => {
    expect(() => namesInPath(path, win32)).toThrow(/路径/)
  })

  test('while other systems keep what they have, and both have ordinary names', () => {
    expect(namesInPath('attachments/10:30 现场.jpg', posix)).toEqual(['attachments', '10:30 现场.jpg'])
    expect(namesInPath('attachments/E1-现场 勘查.jpg', win32)).toEqual(['attachments', 'E1-现场 勘查.jpg'])
  })
})

describe('the folder for large evidence is named once, for the machines of all', () => {
  test.each([
    ['D:\\证据', 'D:\\证据', win32],
    ['d:/证据', 'd:\\证据', win32],
    ['\\\\nas\\证据', '\\\\nas\\证据\\', win32],
    ['//nas/证据', '\\\\nas\\证据\\', win32],
    ['..\\外存', 'C:\\外存', win32],
    ['../外存', 'C:\\外存', win32],
    ['..\\外存', '/外存', posix],
    ['/Volumes/证据', '/Volumes/证据', posix],
    ['/Volumes/a\\b', '/Volumes/a\\b', posix],
    ['D:\\证据', 'D:\\证据', posix],
    ['\\\\nas\\证据', '\\\\nas\\证据', posix],
  ])('%s → %s', (named, folder, paths) => {
    expect(resolveOutside(paths === win32 ? 'C:\\案件库' : '/案件库', named, paths)).toBe(folder)
  })
})

describe('names', () => {
  test('that macOS takes apart are one with what documents say; elsewhere a name is left as it is', () => {
    const [whole, apart] = ['Café.jpg', 'Cafe\u0301.jpg']
    expect(listedName(apart, 'darwin')).toBe(whole)
    expect(listedName(apart, 'linux')).toBe(apart)
    expect(safeFileName(apart)).toBe(whole)
  })

  test.each([
    ['CON.jpg', '_CON.jpg'],
    ['nul', '_nul'],
    ['关于“甲/乙”的函？: 定稿. ', '关于“甲_乙”的函？_ 定稿'],
    ['10:30\t现场.jpg', '10_30现场.jpg'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe)
  })
})

describe('a path that can not be on Windows is told as such, and not as a missing file', () => {
  const failed = (path: string, code = 'ENOENT') =>
    Object.assign(new Error(code), { code, syscall: 'open', path })
  const drives = (path: string): boolean => path === 'C:\\'

  test.each([
    ['a name that no file can have', 'C:\\a?b\\登记表.docx', '“a?b”在 Windows 上不能作文件名'],
    ['a device', 'C:\\案件库\\nul.docx', '“nul.docx”在 Windows 上不能作文件名'],
    ['a blank at the end', 'C:\\案件库 \\a.docx', '“案件库 ”在 Windows 上不能作文件名'],
    ['a colon in the middle', 'C:\\报告:终稿.docx', '“报告:终稿.docx”在 Windows 上不能作文件名'],
    ['a drive that is not there', 'e:\\备份\\案件库.bundle', '没有 E 盘'],
    ['a server that does not answer', '\\\\nas\\档案\\1.zip', '打不开共享文件夹 \\\\nas\\档案'],
    ['a missing file', 'C:\\案件库\\..\\没有.docx', '文件不存在'],
    ['a path from the folder', '没有\\a.docx', '文件不存在'],
  ])('%s', (_what, path, reason) => {
    expect(systemErrorReason(failed(path), 'win32', drives)).toContain(reason)
  })

  test('elsewhere such names are ordinary', () => {
    expect(systemErrorReason(failed('/a?b/c'), 'linux')).toBe('文件不存在')
  })
})
