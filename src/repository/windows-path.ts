import { existsSync } from 'node:fs'
import { win32 } from 'node:path'
import { isLegalOnWindows } from '../core/schema/file-names.ts'

/**
 * Why Windows finds nothing at a path, where the path itself is the reason: for a name that no file can have and for a
 * drive that is not there, it says the same as for a missing file.
 */
export function whyNoSuchPath(
  path: string,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  const { root } = win32.parse(path)
  const names = path.slice(root.length).split(/[\\/]/)
  const wrong = names.find((name) => name !== '' && !/^\.\.?$/.test(name) && !isLegalOnWindows(name))
  if (wrong !== undefined)
    return `“${wrong}”在 Windows 上不能作文件名（不能含 : * ? " < > |，不能以点或空格结尾，不能是 CON、NUL 等）：请换一个名字`
  if (root === '' || root === '\\' || root === '/' || exists(root)) return undefined
  const [drive] = root.split(':')
  return /^[A-Za-z]:/.test(root)
    ? `没有 ${drive?.toUpperCase()} 盘：请核对盘符，移动硬盘、网络盘请先接上`
    : `打不开共享文件夹 ${root.replace(/\\$/, '')}：请核对名称，确认网络已连接、有权限`
}
