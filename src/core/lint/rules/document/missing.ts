import { unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { notThere, requiredForms } from '../../required-forms.ts'
import { samplePaper, samplePapers } from '../../sample-papers.ts'

export const documentMissing = defineRule({
  id: 'document/missing',
  severity: 'notice',
  about: 'breach',
  unrecorded: '案卷文书',
  matter: 'one-case-one-file',
  title: '办到哪一步，那一步的文书就在案卷里',
  why: '一案一卷、互相印证：登记了启动、告知、签约而没有相应文书的，案卷说明不了办理过程；已经送达的告知书一份也没有的，说不清告知了什么。在别处制作、案卷里一份也没有的案件，结案以前不提示。',
  mend: '用 ejc render 生成，或把已经用印的扫描件登记为附件后用 ejc amend 案件 登记线索 在「豁免的检查」写明。',
  reads: ['files'],
  *check({ facts, papers, regulation }) {
    const kept = papers().filter(({ savedAnew }) => !savedAnew)
    if (!kept.length && !facts.closing.closed) return
    for (const { form, subject, target, severity } of requiredForms(facts)) {
      if (kept.some((paper) => paper.form === form && paper.subject === subject)) continue
      yield at(target, [], notThere(facts, regulation, form, subject), {
        code: form,
        ...(severity && { severity }),
      })
    }
  },
  examples: {
    accept: [
      { title: '文书在别处制作，案卷里一份也没有', change: unchanged },
      { title: '各步的文书都在', papers: samplePapers, change: unchanged },
      { title: '还没有任何文书，没有结案', change: unchanged, papers: [] },
      {
        title: '还没有制发告知书',
        papers: samplePapers,
        change: (documents) => {
          delete documents.consultation?.rounds[0]?.notice
        },
      },
    ],
    reject: [
      {
        title: '只有启动登记表',
        finds: [
          'notice investigation-register investigation.conclusion',
          'warning consultation-notice consultation.rounds.0.services.0',
          'warning consultation-notice consultation.rounds.0.services.1',
          'notice agreement agreements.agreements.0',
          'notice confirmation-application agreements.agreements.0',
        ],
        papers: [samplePaper],
        change: unchanged,
      },
      {
        title: '已经结案而案卷里没有文书',
        change: (documents) => {
          documents.closing = { closed: { closedOn: '2026-06-01', result: 'performed' } }
        },
      },
      {
        title: '一份告知书没有',
        finds: ['warning consultation-notice consultation.rounds.0.services.0'],
        says: ['磋商告知书（某造纸有限公司）', '1/o1 生成'],
        papers: samplePapers.filter(({ subject }) => subject !== '1/o1'),
        change: unchanged,
      },
      {
        title: '没有启动登记表',
        finds: ['notice initiation-register investigation.initiation'],
        papers: samplePapers.slice(1),
        change: unchanged,
      },
      {
        title: '没有赔偿协议',
        finds: ['notice agreement agreements.agreements.0'],
        papers: samplePapers.filter(({ form }) => form !== 'agreement'),
        change: unchanged,
      },
      {
        title: '没有签署、没有申请确认的协议不需要文书',
        finds: ['notice initiation-register investigation.initiation'],
        papers: samplePapers.slice(1),
        change: (documents) => {
          const first = documents.agreements?.agreements[0]
          if (first) {
            const { signedOn: _, ...draft } = first
            documents.agreements?.agreements.push({ ...draft, id: 'G2' })
          }
        },
      },
    ],
  },
})
