import { cite } from '../../../regulation/cite.ts'
import { inInvestigation, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { hasItems } from '../../support.ts'

export const factsWithoutEvidence = defineRule({
  id: 'investigation/facts-without-evidence',
  severity: 'error',
  about: 'breach',
  unrecorded: '损害事实的证据',
  matter: 'form-investigation',
  title: '调查认定的事实都有证据',
  why: '调查情况登记表要求所描述的事实必须有相关证据的支持，磋商和诉讼也以此为据。',
  mend: '为每项事实列出证据编号；没有证据的，不作为事实认定。',
  *check({ facts }) {
    const { investigation } = facts
    if (!investigation) return
    for (const fact of investigation.facts ?? []) {
      if (!hasItems(fact.evidence)) yield at(fact, 'statement', noEvidence(fact.statement))
    }
    if (investigation.conclusion && !hasItems(investigation.facts)) {
      yield at(investigation.conclusion, [], noFacts, { code: 'none' })
    }
  },
  examples: {
    accept: [{ title: '事实有证据', change: unchanged }],
    reject: [
      {
        title: '事实没有证据',
        finds: ['error - investigation.facts.0.statement'],
        change: inInvestigation((document) => {
          document.facts = [{ statement: '经暗管排放废水。', evidence: [] }]
        }),
      },
      {
        title: '有结论而没有认定事实',
        finds: ['error none investigation.conclusion'],
        change: inInvestigation((document) => {
          document.facts = []
        }),
      },
    ],
  },
})

const noEvidence = (statement: string) =>
  `「${statement}」没有列出证据。所描述的事实必须有相关证据的支持（${cite('form-investigation')}）；请补充证据编号。`

const noFacts = `已作出调查结论，没有记录认定的损害事实。请在「损害事实」逐项写明事实和证据（${cite('form-investigation')}）。`
