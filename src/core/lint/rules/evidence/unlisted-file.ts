import { signedPapers } from '../../../facts/signed-papers.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inAgreement, inEvidence, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { sampleDigest } from '../../sample.ts'
import { documentOrCase } from '../../support.ts'

const FOLDER = 'attachments/'

export const unlistedFile = defineRule({
  id: 'evidence/unlisted-file',
  severity: 'warning',
  about: 'breach',
  severityStays: 'record',
  matter: 'one-case-one-file',
  title: '附件文件夹里的文件都列入证据清单',
  why: '没有列入清单的材料不会进入卷内目录，也没有校验值。',
  mend: '用 ejc evidence add 登记，或者移出案件文件夹。',
  reads: ['files'],
  *check({ facts, files }) {
    const listed = new Set([...facts.evidence, ...signedPapers(facts)].map(({ file }) => file))
    for (const [path, { isLeftover }] of files) {
      if (!path.startsWith(FOLDER) || listed.has(path) || isLeftover) continue
      yield at(documentOrCase(facts, 'evidence'), [], unlisted(path), { code: path })
    }
  },
  examples: {
    accept: [
      { title: '都已列入', change: unchanged },
      {
        title: '签署件列在它证明的事实旁边',
        files: ['attachments/协议签署件-G1.pdf'],
        change: all(
          inEvidence((evidence) => {
            delete evidence.file
            delete evidence.sha256
          }),
          inAgreement((agreement) => {
            agreement.signedCopy = { file: 'attachments/协议签署件-G1.pdf', sha256: sampleDigest }
          }),
        ),
      },
      { title: '附件文件夹以外的文书不算', files: ['documents/协议.docx'], change: unchanged },
    ],
    reject: [
      {
        title: '有一个文件没有列入',
        finds: ['warning attachments/E1-勘查笔录.pdf evidence'],
        files: ['attachments/E1-勘查笔录.pdf'],
        change: inEvidence((evidence) => {
          evidence.file = 'attachments/E1.pdf'
        }),
      },
    ],
  },
})

const unlisted = (path: string) =>
  `文件 ${path} 没有列入证据清单。${cite('one-case-one-file')}：一案一卷；请用 ejc evidence add 登记，或者移出。`
