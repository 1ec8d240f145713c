import type { Confirmation, RestorationProject, Suit } from '../facts/documents.ts'
import { confirmationOf } from '../facts/queries.ts'
import { isUnder, isUnderCourt, projectOf } from '../facts/restoration.ts'
import type { CaseView } from '../view.ts'
import { basisOf } from './basis.ts'
import { collectFields, defineForm } from './define.ts'
import { letterFields } from './letter.ts'
import { evaluationPapers, passedProjects, restorationFields } from './restored.ts'

/** 修复效果评估材料报送函: to the court, for each project under a judgment or a confirmed agreement (`R1`). */
export const courtLetter = defineForm({
  id: 'court-letter',
  phase: 'restoration',
  signing: 'office',
  numberedBy: { step: 'send-to-court', key: 'sentToCourtNumber' },
  datedOn: (facts, subject) => projectOf(facts, subject)?.sentToCourtOn,
  signedAt: 'restoration.projects.sentCopy',
  subjects: (view) =>
    passedProjects(view)
      .filter((project) => isUnderCourt(view.facts, project))
      .map(({ id }) => id),
  fill: (view, subject, now) => {
    const collector = collectFields()
    const { need } = collector
    const project = projectOf(view.facts, subject)
    const { suit, confirmation } = project ? courtDocument(view, project) : {}
    const suitPath = `court.suits[${suit?.id ?? ''}]`
    const confirmationPath = `court.confirmations[${confirmation?.agreement ?? ''}]`
    need('修复项目', project?.id, 'restoration.projects', 'start-restoration')
    const fields = {
      ...letterFields(view, project?.sentToCourtOn, project?.sentToCourtNumber),
      收文机关: suit
        ? need('收文机关', suit.court, `${suitPath}.court`, 'sue')
        : need('收文机关', confirmation?.court, `${confirmationPath}.court`, 'apply-confirmation'),
      裁判文书: suit
        ? `${need('裁判文书', suit.judgmentNumber, `${suitPath}.judgmentNumber`, 'judge')}生效裁判文书`
        : `${need('裁判文书', confirmation?.rulingNumber, `${confirmationPath}.rulingNumber`, 'rule-confirmation')}司法确认裁定`,
      依据: basisOf(view, { local: 'court-report', otherwise: '案件办理情况' }, collector),
      ...restorationFields(view, subject, collector),
      附件: evaluationPapers(now, subject, collector, project?.sentToCourtOn),
    }
    return collector.filled(withoutField(fields, '监理单位'))
  },
})

/** The judgment or the confirmation that the restoration rests on. */
function courtDocument(
  { facts }: CaseView,
  project: RestorationProject,
): { suit?: Suit; confirmation?: Confirmation } {
  const suit = facts.court.suits.find(({ id }) => id === project.suit)
  if (suit) return { suit }
  const confirmation = facts.agreements
    .filter((agreement) => isUnder(facts, project, agreement))
    .map((agreement) => confirmationOf(facts, agreement))
    .findLast((each) => each?.result === 'confirmed')
  return confirmation ? { confirmation } : {}
}

/** The letter names no supervisor: the register does. */
function withoutField<T extends Record<string, string>>(fields: T, key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key))
}
