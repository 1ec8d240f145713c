import { inEvidence, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const missingFile = defineRule({
  id: 'evidence/missing-file',
  severity: 'error',
  article: '第三十八条',
  title: '列出的证据文件都在案卷里',
  why: '清单有而文件没有，案卷就不能客观复原办理过程。',
  mend: '用 ejc evidence add 放入文件，或者改正 file 的路径。',
  reads: ['files'],
  *check({ facts, files }) {
    for (const evidence of facts.evidence) {
      const { id, title, file } = evidence
      if (file && !files.has(file)) yield at(evidence, 'file', missing(id, title, file), { code: id })
    }
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
    ],
    reject: [{ title: '文件夹里没有文件', files: [], change: unchanged }],
  },
})

const missing = (id: string, title: string, file: string) =>
  `证据 ${id}「${title}」的文件 ${file} 不在案件文件夹里。第三十八条；请用 ejc evidence add 放入，或者改正路径。`
