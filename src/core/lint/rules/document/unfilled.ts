import { cite } from '../../../regulation/cite.ts'
import { formTitle } from '../../../regulation/forms.ts'
import { unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { samplePaper } from '../../sample-papers.ts'

export const documentUnfilled = defineRule({
  id: 'document/unfilled',
  severity: 'warning',
  about: 'breach',
  stands: 'record',
  matter: 'one-case-one-file',
  title: '入卷的文书没有草稿和空项',
  why: '草稿和留有横线、占位符的文书不能证明办理过程，送达出去会被退回。',
  mend: '补记所缺的事实后用 ejc render 重新生成；草稿请写到案件库以外（--out）。',
  reads: ['files'],
  *check({ papers, regulation }) {
    for (const { path, form, draft, blank } of papers()) {
      const title = formTitle(regulation, form)
      if (draft) yield at('case', [], stillDraft(title, path), { code: path })
      else if (blank !== undefined) yield at('case', [], leftBlank(title, path, blank), { code: path })
    }
  },
  examples: {
    accept: [
      { title: '没有文书', change: unchanged },
      { title: '各项都已填写', papers: [samplePaper], change: unchanged },
    ],
    reject: [
      {
        title: '案卷里的是草稿',
        finds: ['warning documents/initiation-register.docx case'],
        papers: [{ ...samplePaper, draft: true }],
        change: unchanged,
      },
      {
        title: '留有横线',
        finds: ['warning documents/initiation-register.docx case'],
        papers: [{ ...samplePaper, blank: '职务：＿＿＿＿' }],
        change: unchanged,
      },
    ],
  },
})

const stillDraft = (title: string, path: string) =>
  `${title}（${path}）是草稿，不能入卷。请补齐事实后用 ejc render 重新生成，草稿写到别处（${cite('one-case-one-file')}）。`

const leftBlank = (title: string, path: string, blank: string) =>
  `${title}（${path}）还有没填的内容：「${blank}」。请补齐事实后重新生成（${cite('one-case-one-file')}）。`
