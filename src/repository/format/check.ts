import { isMapData } from '../../core/facts/data.ts'
import { RepositoryError } from '../errors.ts'
import type { RawDocument } from '../raw.ts'
import { DATA_FORMAT } from './number.ts'

/** The format that ejc.yaml says; 0 where it says none, undefined where it can't be read or says no number. */
export function formatIn(config: RawDocument): number | undefined {
  const data: unknown = config.result.ok ? config.result.data : undefined
  if (!isMapData(data)) return undefined
  if (!Object.hasOwn(data, 'schema')) return 0
  const said = data.schema
  return typeof said === 'number' && Number.isInteger(said) && said >= 0 ? said : undefined
}

/** Throws `other-format` for a repository of another format, before anything else in it is judged by our schemas. */
export function needOwnFormat(config: RawDocument, own = DATA_FORMAT): void {
  const found = formatIn(config)
  if (found === undefined || found === own) return
  const message = found > own ? newerFormat(found, own) : olderFormat(found, own)
  throw new RepositoryError('other-format', message, { file: config.file, line: 1, column: 1 })
}

/** What to say of a format that only a newer ejc knows. */
function newerFormat(found: number, own = DATA_FORMAT): string {
  return `案件库的数据格式是 ${found}，由更新的 ejc 写成；本机的 ejc 只认得格式 ${own}，没有读写：请更新本机的 ejc（ejc --version 查看版本），案件库不要改`
}

function olderFormat(found: number, own: number): string {
  const said = found === 0 ? '没有写明数据格式（schema）' : `的数据格式是 ${found}`
  return `案件库${said}，本版 ejc 用格式 ${own}：请运行 ejc migrate，先列出改动，确认后更新`
}
