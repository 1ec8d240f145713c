import { type ChangedField, changeText } from '../../../forms/changed.ts'
import { cite } from '../../../regulation/cite.ts'
import { formTitle } from '../../../regulation/forms.ts'
import { inInvestigation, part, unchanged } from '../../change.ts'
import { at, defineRule, type Example, type FindingDraft } from '../../define.ts'
import type { ChangedPaper } from '../../paper-files.ts'
import { sampleDigest } from '../../sample.ts'
import { samplePaper } from '../../sample-papers.ts'

const registered = { path: samplePaper.path, form: samplePaper.form, subject: samplePaper.subject }

export const documentStale = defineRule({
  id: 'document/stale',
  severity: 'warning',
  about: 'breach',
  severityStays: 'record',
  matter: 'one-case-one-file',
  title: '文书与记录的事实一致',
  why: '文书生成以后事实有改动的，案卷里的文书和记录互相矛盾，不能互相印证。',
  mend: '没有用印、送达的，用 ejc render 重新生成；已经用印、送达的，核对改动是否应当更正，文书仍有效的用 ejc amend 案件 登记线索 在「豁免的检查」写明理由。签署件登记以后记录有没有改动，只检查一案时核对（ejc lint 案件），检查全库时不查。',
  reads: ['today', 'files'],
  *check({ papers, changedPapers = () => [], regulation }) {
    const known = changedPapers()
    const signed = known.filter((paper) => paper.signed)
    for (const paper of signed) yield ofSigned(paper, formTitle(regulation, paper.form))
    for (const { path, form, subject, draft, subjectGone, outdated } of papers()) {
      if (draft) continue
      if (subjectGone) yield at('case', [], leftOver(formTitle(regulation, form), path), { code: path })
      if (subjectGone || !outdated) continue
      // What the signed copy says otherwise is said of that.
      if (signed.some((paper) => paper.form === form && paper.subject === subject)) continue
      const { fields, copy } = known.find((paper) => paper.path === path) ?? {}
      const title = formTitle(regulation, form)
      yield copy && fields?.length !== 0 ? ofCopy(copy, path, title, fields) : ofMade(path, title, fields)
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
      {
        title: '签署以后记录没有变',
        papers: [samplePaper],
        changedPapers: [],
        change: unchanged,
      },
    ],
    reject: [
      {
        title: '生成以后事实变了',
        finds: ['warning documents/initiation-register.docx case'],
        says: ['案卷里查不到生成时的记录', '逐项核对'],
        papers: [{ ...samplePaper, outdated: true }],
        change: unchanged,
      },
      {
        title: '生成以后事实变了，查得到原来的',
        finds: ['warning documents/initiation-register.docx case'],
        says: ['义务人 地址：南宁市某区 → 南宁市某区某路1号'],
        papers: [{ ...samplePaper, outdated: true }],
        changedPapers: [
          { ...registered, fields: [{ title: '义务人 地址', from: '南宁市某区', to: '南宁市某区某路1号' }] },
        ],
        change: unchanged,
      },
      {
        title: '改动的内容以句号结尾的，句号不重复',
        finds: ['warning documents/initiation-register.docx case'],
        says: ['启动理由：某厂排污。 → 某厂倾倒。没有用印'],
        papers: [{ ...samplePaper, outdated: true }],
        changedPapers: [
          { ...registered, fields: [{ title: '启动理由', from: '某厂排污。', to: '某厂倾倒。' }] },
        ],
        change: unchanged,
      },
      {
        title: '事实没有变，变的是模板或者本单位的信息',
        finds: ['notice documents/initiation-register.docx case'],
        says: ['案件的事实没有变'],
        papers: [{ ...samplePaper, outdated: true }],
        changedPapers: [{ ...registered, fields: [] }],
        change: unchanged,
      },
      {
        title: '案卷里只有签署件，签署以后改了记录',
        finds: ['warning attachments/E1.pdf investigation.initiation.signedCopy'],
        says: ['签署件', '案由：违法排放废水 → 违法排放废水污染河流'],
        ...ofSignedCopy([{ title: '案由', from: '违法排放废水', to: '违法排放废水污染河流' }]),
      },
      {
        title: '案卷里只有签署件，查不到签署时的记录',
        finds: ['notice attachments/E1.pdf investigation.initiation.signedCopy'],
        says: ['无从核对'],
        ...ofSignedCopy(undefined),
      },
      {
        title: '生成的文书过时了，签署件没有核对',
        finds: ['warning attachments/E1.pdf investigation.initiation.signedCopy'],
        says: ['签署件', '只检查本案时核对'],
        papers: [{ ...samplePaper, outdated: true }],
        ...ofUncomparedCopy(),
      },
      {
        title: '所依据的事项撤销了，文书还在',
        finds: ['warning documents/initiation-register.docx case'],
        says: ['请把它移出案件文件夹'],
        papers: [{ ...samplePaper, subjectGone: true, outdated: true }],
        change: unchanged,
      },
    ],
  },
})

/** The initiation register was signed, and nothing but its scan is on file. */
function ofSignedCopy(fields: ChangedPaper['fields']): Pick<Example, 'change' | 'changedPapers'> {
  const signed = { file: 'attachments/E1.pdf', sha256: sampleDigest }
  return {
    changedPapers: [{ ...registered, path: signed.file, signed, fields }],
    change: inInvestigation(({ initiation }) => {
      part(initiation).signedCopy = signed
    }),
  }
}

/** The initiation register is on file as ejc made it and as it was signed; the scan was not compared. */
function ofUncomparedCopy(): Pick<Example, 'change' | 'changedPapers'> {
  const signed = { file: 'attachments/E1.pdf', sha256: sampleDigest }
  return {
    changedPapers: [{ ...registered, fields: undefined, copy: { file: signed.file, place: signed } }],
    change: inInvestigation(({ initiation }) => {
      part(initiation).signedCopy = signed
    }),
  }
}

/** A paper that ejc made, by what is known of the facts of that time. */
function ofMade(path: string, title: string, fields: ChangedPaper['fields']): FindingDraft {
  if (fields?.length === 0) {
    const message = `${title}（${path}）生成以后，案件的事实没有变，变的是模板、本单位的信息或者程序的写法。没有用印、送达的，可以用 ejc render 重新生成；已经用印、送达的照旧有效（${cite('one-case-one-file')}）。`
    return at('case', [], message, { code: path, severity: 'notice' })
  }
  const what = fields
    ? `以下内容的记录有改动：${listed(fields)}。`
    : `其中的事实有改动，案卷里查不到生成时的记录，请逐项核对。`
  return at(
    'case',
    [],
    `${title}（${path}）生成以后，${what}没有用印、送达的，请用 ejc render 重新生成；已经用印、送达的，核对哪一边是对的（${cite('one-case-one-file')}）。`,
    { code: path },
  )
}

/** A signed copy: it stays as it was signed, whatever is recorded later. */
function ofSigned({ path, signed, fields }: ChangedPaper, title: string): FindingDraft {
  const law = cite('one-case-one-file')
  const target = signed ?? 'case'
  if (!fields) {
    const message = `${title}的签署件（${path}）登记时记录写的是什么，提交记录里查不到，签署的文本与现在的记录是否一致无从核对。${law}：案卷应当互相印证；请对照签署件逐项核对。`
    return at(target, [], message, { code: path, severity: 'notice' })
  }
  const message = `${title}的签署件（${path}）登记以后，记录有改动：${listed(fields)}。就记录所知，签署的文本写的是改动以前的内容。${law}：案卷应当互相印证；请对照签署件，签署件与现在的记录一致的，在「豁免的检查」写明；文本要改的，由各方重新签署或者另行送达。`
  return at(target, [], message, { code: path })
}

/** A signed copy that was not compared with the facts, while the paper that ejc made says something else. */
function ofCopy(
  { file, place }: NonNullable<ChangedPaper['copy']>,
  path: string,
  title: string,
  fields: ChangedPaper['fields'],
): FindingDraft {
  const what = fields ? `：${listed(fields)}` : ''
  const message = `${title}的签署件（${file}）已经登记，生成的同一文书（${path}）生成以后，记录有改动${what}。签署的文本是否也因此与现在的记录不一致，这里没有核对，用 ejc lint 只检查本案时核对。${cite('one-case-one-file')}：案卷应当互相印证；请对照签署件，签署件与现在的记录一致的，在「豁免的检查」写明；文本要改的，由各方重新签署或者另行送达。`
  return at(place, [], message, { code: file })
}

/** The changes, for the middle of a sentence: a text that ends as one brings no second full stop. */
const listed = (fields: readonly ChangedField[]) => fields.map(changeText).join('；').replace(/。$/u, '')

const leftOver = (title: string, path: string) =>
  `${title}（${path}）所依据的事项已经撤销，案卷里没有这一项。没有用印、送达的，请把它移出案件文件夹；已经用印、送达的，恢复该事项的记录（${cite('one-case-one-file')}）。`
