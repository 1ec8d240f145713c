/** Collections nested deeper than this are no case data but an attack or an accident. */
export const deepestNesting = 64

export const tooDeep = `嵌套超过 ${deepestNesting} 层：案件文件无需如此，请检查缩进或括号`

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Keys that would reach into JavaScript's own objects. */
export function isForbiddenKey(key: string): boolean {
  return forbiddenKeys.has(key)
}
