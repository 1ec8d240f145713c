import { signedPapers } from '../../../facts/signed-papers.ts'
import { cite } from '../../../regulation/cite.ts'
import { inAgreement, inEvidence, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { sampleDigest } from '../../sample.ts'

export const evidenceHash = defineRule({
  id: 'evidence/hash',
  severity: 'error',
  about: 'breach',
  severityStays: 'record',
  matter: 'one-case-one-file',
  contradiction: true,
  title: '证据文件、签署件与登记的校验值一致',
  why: '校验值证明文件收集以后没有改动；不一致的，证据的真实性会受到质疑。',
  mend: '恢复原来的文件；确系更换的，证据重新用 ejc evidence add 登记并说明，签署件用 ejc amend 更正。',
  reads: ['files'],
  *check({ facts, files, outside }) {
    for (const evidence of facts.evidence) {
      const { id, title, sha256 } = evidence
      const inside = evidence.file === undefined ? undefined : files.get(evidence.file)
      const file = inside ?? (evidence.outside === undefined ? undefined : outside?.(evidence.outside))
      if (!file) continue
      if (!sha256) yield at(evidence, 'sha256', notHashed(id, title), { code: id, severity: 'warning' })
      else if (file.sha256() !== sha256.toLowerCase()) {
        yield at(evidence, 'sha256', changed(id, title), { code: id })
      }
    }
    for (const { place, title, file, sha256 } of signedPapers(facts)) {
      const there = files.get(file)
      if (there && there.sha256() !== sha256.toLowerCase())
        yield at(place, 'sha256', changedPaper(title, file), { code: file })
    }
  },
  examples: {
    accept: [
      { title: '校验值一致', change: unchanged },
      {
        title: '校验值为大写',
        change: inEvidence((evidence) => {
          evidence.sha256 = (evidence.sha256 ?? '').toUpperCase()
        }),
      },
    ],
    reject: [
      {
        title: '文件改动过',
        finds: ['error E1 evidence.evidence.0.sha256'],
        change: inEvidence((evidence) => {
          evidence.sha256 = 'a'.repeat((evidence.sha256 ?? '').length)
        }),
      },
      {
        title: '外存的文件改动过',
        finds: ['error E1 evidence.evidence.0.sha256'],
        outside: ['某案/E1.mp4'],
        change: inEvidence((evidence) => {
          delete evidence.file
          evidence.outside = '某案/E1.mp4'
          evidence.sha256 = 'a'.repeat((evidence.sha256 ?? '').length)
        }),
      },
      {
        title: '签署件改动过',
        files: ['attachments/协议签署件-G1.pdf'],
        change: inAgreement((agreement) => {
          agreement.signedCopy = {
            file: 'attachments/协议签署件-G1.pdf',
            sha256: 'a'.repeat(sampleDigest.length),
          }
        }),
      },
      {
        title: '没有登记校验值',
        finds: ['warning E1 evidence.evidence.0.sha256'],
        change: inEvidence((evidence) => {
          evidence.sha256 = ''
        }),
      },
    ],
  },
})

const notHashed = (id: string, title: string) =>
  `证据 ${id}「${title}」没有登记校验值。请重新用 ejc evidence add 登记（${cite('one-case-one-file')}）。`

const changed = (id: string, title: string) =>
  `证据 ${id}「${title}」的文件与登记的校验值不一致，登记后可能改动过。${cite('one-case-one-file')}；请恢复原文件，或者重新登记并说明。`

const changedPaper = (title: string, file: string) =>
  `${title} ${file} 与登记的校验值不一致，登记后可能改动过。${cite('one-case-one-file')}；请恢复原文件，或者用 ejc amend 更正并说明。`
