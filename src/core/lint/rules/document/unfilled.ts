import { isAllAgreed } from '../../../facts/agreements.ts'
import { cite } from '../../../regulation/cite.ts'
import { formTitle } from '../../../regulation/forms.ts'
import { unchanged } from '../../change.ts'
import { at, type CasePaper, defineRule } from '../../define.ts'
import { samplePaper } from '../../sample-papers.ts'

export const documentUnfilled = defineRule({
  id: 'document/unfilled',
  severity: 'warning',
  about: 'breach',
  severityStays: 'record',
  matter: 'one-case-one-file',
  title: '入卷的文书没有草稿和空项',
  why: '草稿和留有横线、占位符的文书不能证明办理过程，送达出去会被退回。',
  mend: '补记所缺的事实后用 ejc render 重新生成；正式的写好，草稿就删去；手工改过的草稿，移出案件文件夹，或者一开始就写到案件库以外（--out）。',
  reads: ['files'],
  *check({ papers, facts, regulation }) {
    const isFinished = (paper: CasePaper): boolean =>
      papers().some(({ form, subject, draft }) => !draft && form === paper.form && subject === paper.subject)
    for (const paper of papers()) {
      const { path, form, draft, blank } = paper
      const title = formTitle(regulation, form)
      if (draft) {
        const isLeft =
          isFinished(paper) || (form === 'agreement' && paper.subject === null && isAllAgreed(facts))
        yield at('case', [], isLeft ? leftDraft(title, path) : stillDraft(title, path), { code: path })
      }
      if (!draft && blank !== undefined) yield at('case', [], leftBlank(title, path, blank), { code: path })
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
        title: '已经有了正式的，草稿还在',
        finds: ['warning documents/草稿.docx case'],
        says: ['请把草稿移出案件文件夹'],
        papers: [samplePaper, { ...samplePaper, path: 'documents/草稿.docx', draft: true }],
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
  `${title}（${path}）是草稿，不能入卷。请补齐事实后用 ejc render 生成正式的，草稿随即删去（手工改过的不删，请移出案件文件夹）（${cite('one-case-one-file')}）。`

const leftDraft = (title: string, path: string) =>
  `${title}（${path}）是草稿，不能入卷，也用不着了：案卷里已经有正式的。没有手工改过的，再生成一次正式的就随即删去；改过的，请把草稿移出案件文件夹（${cite('one-case-one-file')}）。`

const leftBlank = (title: string, path: string, blank: string) =>
  `${title}（${path}）还有没填的内容：「${blank}」。请补齐事实后重新生成（${cite('one-case-one-file')}）。`
