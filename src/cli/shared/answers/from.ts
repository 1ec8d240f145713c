import { isMapData } from '../../../core/facts/data.ts'
import { inCapitals } from '../../../core/facts/identifiers.ts'
import { plainInputs } from '../../../core/plain-input.ts'
import { readYaml } from '../../../repository/yaml/read.ts'
import { typedProblemsIn } from '../../../repository/yaml/typed.ts'
import { UsageError } from '../exit.ts'
import { bytesNamed } from './bytes.ts'

/** The item in a YAML (or JSON) file, or on stdin for `-`. @throws UsageError naming file, line and what to do. */
export function readFrom(file: string): Record<string, unknown> {
  const name = file === '-' ? '标准输入' : file
  const bytes = neededBytes(file, name)
  const result = readYaml(bytes)
  if (!result.ok) {
    const [problem] = result.problems
    throw new UsageError(`--from ${name} 第 ${problem?.line ?? 1} 行：${problem?.message ?? '无法读取'}`)
  }
  const [typed] = typedProblemsIn(bytes, { strict: true })
  if (typed) throw new UsageError(`--from ${name} 第 ${typed.line} 行：${typed.message}`)
  const data = withCapitals(plainInputs(result.data))
  if (isMapData(data)) return data
  throw new UsageError(`--from ${name}：应为“键: 值”的内容。`)
}

function neededBytes(file: string, name: string): Uint8Array {
  const bytes = bytesNamed(file)
  if ('wrong' in bytes) throw new UsageError(`--from：读不到 ${name}：${bytes.wrong}。`)
  return bytes
}

/** Keys of codes whose letters are capitals, however people typed them. */
const CODES: ReadonlySet<string> = new Set(['creditCode', 'idNumber', 'account'])

function withCapitals(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withCapitals)
  if (!isMapData(data)) return data
  const entries = Object.entries(data).map(([key, value]) => [
    key,
    CODES.has(key) && typeof value === 'string' ? inCapitals(value) : withCapitals(value),
  ])
  return Object.fromEntries(entries)
}
