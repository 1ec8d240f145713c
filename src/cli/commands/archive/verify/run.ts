import { resolve } from 'node:path'
import { MANIFEST } from '../../../../repository/archive.ts'
import { type ArchiveCheck, checkArchive } from '../../../../repository/archive-check.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { Exit, type ExitCode } from '../../../shared/exit.ts'
import { clean } from '../../../shared/output/output.ts'
import { listedFiles } from '../text.ts'

/** `ejc archive verify DIR`: every file against the manifest; exit 1 when one is missing, changed or too many. */
export function verifyArchive({ global, out }: CommandContext, name: string): ExitCode {
  const folder = resolve(name)
  const check = checkArchive(folder)
  const lines = differences(check)
  if (global.json) out.json('archive-verify', { folder, intact: !lines.length, ...check })
  else if (lines.length) {
    for (const line of lines) out.print(clean(line))
    out.note(clean(`${folder} 与清单不符：${lines.length} 处。`))
  } else {
    out.print(clean(`${folder} 与清单一致：${listedFiles(check.files)}。`))
    out.print(`清单（${MANIFEST}）的 SHA-256：${check.manifest}`)
  }
  return lines.length ? Exit.Findings : Exit.Ok
}

function differences({ missing, changed, extra, badLines }: ArchiveCheck): string[] {
  return [
    ...badLines.map((line) => `清单有误  ${MANIFEST} 第 ${line} 行`),
    ...missing.map((path) => `缺少  ${path}`),
    ...changed.map((path) => `已改动  ${path}`),
    ...extra.map((path) => `多出  ${path}`),
  ]
}
