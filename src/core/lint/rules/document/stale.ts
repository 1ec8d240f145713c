import { cite } from '../../../regulation/cite.ts'
import { formTitle } from '../../../regulation/forms.ts'
import { unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { samplePaper } from '../../sample-papers.ts'

export const documentStale = defineRule({
  id: 'document/stale',
  severity: 'warning',
  about: 'breach',
  stands: 'record',
  matter: 'one-case-one-file',
  title: '文书与记录的事实一致',
  why: '文书生成以后事实有改动的，案卷里的文书和记录互相矛盾，不能互相印证。',
  mend: '没有用印、送达的，用 ejc render 重新生成；已经用印、送达的，核对改动是否应当更正，文书仍有效的用 ejc amend 案件 登记线索 在「豁免的检查」写明理由。',
  reads: ['today', 'files'],
  *check({ papers, regulation }) {
    for (const { path, form, draft, outdated } of papers()) {
      if (!draft && outdated) yield at('case', [], changed(formTitle(regulation, form), path), { code: path })
    }
  },
  examples: {
    accept: [
      { title: '没有文书', change: unchanged },
      { title: '生成以后事实没有变', papers: [samplePaper], change: unchanged },
      {
        title: '草稿另由 document/unfilled 报告',
        papers: [{ ...samplePaper, draft: true, outdated: true }],
        change: unchanged,
      },
    ],
    reject: [
      {
        title: '生成以后事实变了',
        finds: ['warning documents/initiation-register.docx case'],
        papers: [{ ...samplePaper, outdated: true }],
        change: unchanged,
      },
    ],
  },
})

const changed = (title: string, path: string) =>
  `${title}（${path}）生成以后，其中的事实有改动。没有用印、送达的，请用 ejc render 重新生成；已经送达的请核对（${cite('one-case-one-file')}）。`
