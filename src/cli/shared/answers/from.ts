import { readYaml } from '../../../repository/yaml/read.ts'
import { UsageError } from '../exit.ts'
import { bytesNamed } from './bytes.ts'

/** The item in a YAML (or JSON) file, or on stdin for `-`. @throws UsageError naming file, line and what to do. */
export function readFrom(file: string): Record<string, unknown> {
  const name = file === '-' ? '标准输入' : file
  const result = readYaml(neededBytes(file, name))
  if (!result.ok) {
    const [problem] = result.problems
    throw new UsageError(`--from ${name} 第 ${problem?.line ?? 1} 行：${problem?.message ?? '无法读取'}`)
  }
  const { data } = result
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return { ...data }
  throw new UsageError(`--from ${name}：应为“键: 值”的内容。`)
}

function neededBytes(file: string, name: string): Uint8Array {
  const bytes = bytesNamed(file)
  if ('wrong' in bytes) throw new UsageError(`--from：读不到 ${name}：${bytes.wrong}。`)
  return bytes
}
