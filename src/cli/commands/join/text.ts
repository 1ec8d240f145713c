import { relative } from 'node:path'
import type { CommandContext } from '../../shared/context.ts'
import { ejcCall } from '../../shared/output/call.ts'
import type { Joined } from './run.ts'

/** Says what this machine has now, and what comes next. */
export function printJoined({ global, out, calledIn }: CommandContext, joined: Joined): void {
  const { root, branch, unit, cases, isBackup, isHeadElsewhere, wasThere, evidence } = joined
  if (global.json) {
    const { restored, missing } = evidence
    out.json('join', { root, branch, unit, cases, backup: isBackup, evidence: { restored, missing } })
    return
  }
  const before = wasThere ? '以前' : ''
  const what = isBackup ? `${before}已从备份恢复` : `${before}已加入共享库`
  out.print(`${what}：${unit || '（未填写单位名称）'}，共 ${cases} 件案件，在 ${root}。`)
  if (wasThere) out.note(`里面的案件没有改动${isBackup ? '；要另恢复一份的，请换一个文件夹' : ''}。`)
  if (isHeadElsewhere)
    out.note(`共享库的默认分支不是 ${branch}，用 git clone 取不到案件：请管理员把默认分支改为 ${branch}。`)
  if (evidence.restored) out.note(`外存证据 ${evidence.restored} 个文件已放到 ${evidence.to}。`)
  if (evidence.missing.length)
    out.note(
      `备份里没有的外存证据 ${evidence.missing.length} 个，请接上原来的存储设备：${named(evidence.missing)}`,
    )
  if (isBackup) out.note('备份不带共享库的地址；要接着同步的，运行 ejc sync --remote 地址。')
  const at = relative(calledIn, root) || undefined
  out.note(`下一步：${ejcCall(at, ['due'])}${isBackup ? '' : `；每天开始和结束时 ${ejcCall(at, ['sync'])}`}`)
}

const MOST_NAMED = 3

function named(files: readonly string[]): string {
  const more = files.length > MOST_NAMED ? ' 等' : ''
  return `${files.slice(0, MOST_NAMED).join('、')}${more}`
}
