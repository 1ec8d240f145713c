import { cite } from '../../../regulation/cite.ts'
import { unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import type { DamagedFile } from '../../paper-files.ts'
import { unreadableDraft } from '../../sample-draft.ts'

export const documentDamaged = defineRule({
  id: 'document/damaged',
  severity: 'error',
  about: 'breach',
  severityStays: 'record',
  matter: 'one-case-one-file',
  title: '入卷的文书没有损坏',
  why: '损坏的文件打不开，或者打开了内容也不可靠；只有一部分损坏的，看起来还好好的，归档以后才发现就找不回原件了。',
  mend: '从原件、备份（git checkout 取回提交时的样子）重新复制；ejc 生成的，用 ejc render --force 重新生成。',
  reads: ['files'],
  *check({ damaged, drafts }) {
    const told = new Set(drafts().flatMap(({ path, content }) => (typeof content === 'string' ? [path] : [])))
    for (const file of damaged?.() ?? [])
      if (!told.has(file.path)) yield at('case', [], saysDamaged(file), { code: file.path })
  },
  examples: {
    accept: [
      { title: '没有损坏的文书', change: unchanged },
      {
        title: '协议稿打不开，另有检查指出',
        drafts: [unreadableDraft],
        damaged: [{ path: unreadableDraft.path, why: '文件已损坏，无法解压。' }],
        change: unchanged,
      },
    ],
    reject: [
      {
        title: '一部分与存盘时不一致',
        finds: ['error documents/询问笔录.docx case'],
        says: ['documents/询问笔录.docx', '文件已损坏'],
        damaged: [{ path: 'documents/询问笔录.docx', why: '文件已损坏，无法解压。' }],
        change: unchanged,
      },
    ],
  },
})

const saysDamaged = ({ path, why }: DamagedFile) => `${path}：${why}（${cite('one-case-one-file')}）`
