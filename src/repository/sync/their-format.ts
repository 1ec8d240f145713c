import { RepositoryError } from '../errors.ts'
import { formatIn } from '../format/check.ts'
import { DATA_FORMAT } from '../format/number.ts'
import { fileInCommit } from '../git-history.ts'
import { documentOf } from '../raw.ts'

/** Throws `other-format` where a colleague has brought the shared library to a format that only a newer ejc knows. */
export async function needKnownFormat(root: string, theirs: string, own = DATA_FORMAT): Promise<void> {
  const bytes = await fileInCommit(root, theirs, 'ejc.yaml')
  const found = bytes ? formatIn(documentOf('ejc.yaml', bytes)) : undefined
  if (found === undefined || found <= own) return
  throw new RepositoryError(
    'other-format',
    `共享库已经由更新的 ejc 更新到数据格式 ${found}，本机的 ejc 只认得格式 ${own}，没有合并：请更新本机的 ejc 再运行 ejc sync，本机的内容没有变`,
    { file: 'ejc.yaml' },
  )
}
