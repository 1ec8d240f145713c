import { signedPapers } from '../../../facts/signed-papers.ts'
import { cite } from '../../../regulation/cite.ts'
import { inAgreement, inEvidence, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { sampleDigest } from '../../sample.ts'

const keptOutside = inEvidence((evidence) => {
  delete evidence.file
  evidence.outside = '某案/E1.录像'
})

export const missingFile = defineRule({
  id: 'evidence/missing-file',
  severity: 'error',
  about: 'breach',
  severityStays: 'record',
  matter: 'one-case-one-file',
  contradiction: true,
  title: '列出的证据文件、签署件都在案卷里',
  why: '清单有而文件没有，案卷就不能客观复原办理过程。',
  mend: '证据用 ejc evidence add 放入文件，或者改正「附件文件」的路径；签署件找回原文件，或者用 ejc amend 更正。',
  reads: ['files'],
  *check({ facts, files, outside }) {
    for (const evidence of facts.evidence) {
      const { id, title, file, outside: path } = evidence
      if (file && !files.has(file)) yield at(evidence, 'file', missingEvidence(id, title, file), { code: id })
      const there = path === undefined ? undefined : outside?.(path)
      if (path === undefined || there) continue
      // Another machine may have the folder: a file that can't be checked here is no breach.
      const [message, severity] =
        there === null
          ? ([missingOutside(id, title, path), 'error'] as const)
          : ([notReachable(id, title, path), 'notice'] as const)
      yield at(evidence, 'outside', message, { code: id, severity })
    }
    for (const { place, title, file: path } of signedPapers(facts))
      if (!files.has(path)) yield at(place, 'file', missingPaper(title, path), { code: path })
  },
  examples: {
    accept: [
      { title: '文件齐全', change: unchanged },
      {
        title: '实物证据没有文件',
        change: inEvidence((evidence) => {
          delete evidence.file
          delete evidence.sha256
        }),
      },
      { title: '大文件在外存文件夹里', outside: ['某案/E1.录像'], change: keptOutside },
    ],
    reject: [
      { title: '文件夹里没有文件', files: [], change: unchanged },
      {
        title: '外存文件夹里没有文件',
        finds: ['error E1 evidence.evidence.0.outside'],
        outside: [],
        change: keptOutside,
      },
      {
        title: '外存文件夹在本机打不开',
        finds: ['notice E1 evidence.evidence.0.outside'],
        change: keptOutside,
      },
      {
        title: '签署件不在',
        change: inAgreement((agreement) => {
          agreement.signedCopy = { file: 'attachments/协议签署件-G1.pdf', sha256: sampleDigest }
        }),
      },
    ],
  },
})

const missingEvidence = (id: string, title: string, file: string) =>
  `证据 ${id}「${title}」的文件 ${file} 不在案件文件夹里。${cite('one-case-one-file')}；请用 ejc evidence add 放入，或者改正路径。`

const missingOutside = (id: string, title: string, path: string) =>
  `证据 ${id}「${title}」的文件 ${path} 不在外存文件夹里。${cite('one-case-one-file')}；请找回文件，或者改正「外存文件」的路径。`

const notReachable = (id: string, title: string, path: string) =>
  `证据 ${id}「${title}」的文件 ${path} 存放在案件库以外，本机打不开外存文件夹，没有核对（${cite('one-case-one-file')}）。请接上存储设备，或者用 ejc init 核对「外存文件夹」。`

const missingPaper = (title: string, file: string) =>
  `${title} ${file} 不在案件文件夹里。${cite('one-case-one-file')}；请找回原文件，或者用 ejc amend 更正。`
