import type { Exemption, RestorationMode } from '../../../facts/documents.ts'
import { cite } from '../../../regulation/cite.ts'
import { saysSomething } from '../../../stages/define.ts'
import { inProject, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { hasItems } from '../../support.ts'

export const restorationExemption = defineRule({
  id: 'restoration/exemption',
  severity: 'error',
  about: 'breach',
  matter: 'evaluation-exemption',
  title: '免评估符合所列情形',
  why: '免评估只限于所列情形；情形与修复方式不符或者没有依据，验收就没有根据。',
  mend: '改选情形，补充依据和材料；不符合的，委托评估。',
  *check({ facts, regulation }) {
    for (const project of facts.restoration.projects) {
      for (const { exemption } of project.evaluations ?? []) {
        if (!exemption) continue
        const { ground, basis, evidence } = exemption
        const item = regulation.item('evaluationExemptions', ground)
        const label = item?.label ?? ground
        if (item?.mode !== undefined && item.mode !== project.mode) {
          yield at(exemption, 'ground', wrongMode(label, project.id), { code: 'mode' })
        } else if (!item?.mode && !saysSomething(basis) && !hasItems(evidence)) {
          yield at(exemption, [], noBasis(label), {
            code: 'basis',
            severity: 'warning',
            keys: ['basis', 'evidence'],
          })
        }
      }
    }
  },
  examples: {
    accept: [
      { title: '没有免评估', change: unchanged },
      { title: '劳务代偿免评估', change: exempt('labor', { ground: 'labor' }) },
      { title: '已有验收报告', change: exempt('in-situ', { ground: 'existing-report', evidence: ['E9'] }) },
    ],
    reject: [
      {
        title: '原位修复以劳务代偿为由免评估',
        finds: ['error mode restoration.projects.0.evaluations.0.exemption.ground'],
        change: exempt('in-situ', { ground: 'labor' }),
      },
      {
        title: '没有写明已有的报告',
        finds: ['warning basis restoration.projects.0.evaluations.0.exemption'],
        change: exempt('in-situ', { ground: 'existing-report' }),
      },
    ],
  },
})

function exempt(mode: RestorationMode, exemption: Exemption) {
  return inProject((project) => {
    project.mode = mode
    project.evaluations = [{ round: 1, exemption }]
  })
}

const wrongMode = (label: string, id: string) =>
  `以「${label}」为由免评估，但修复项目 ${id} 不是这种方式。${cite('evaluation-exemption')}；请改选情形，或者委托评估。`

const noBasis = (label: string) =>
  `以「${label}」为由免评估，没有写明依据或者材料。${cite('evaluation-exemption')}；请填写「免于评估的依据」或者「免于评估的证据」。`
