import type { Termination } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { claimedObligors } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
import { collectFields, defineForm, type FilledForm } from './define.ts'
import {
  asSentence,
  blankLine,
  handlerFields,
  handlerNames,
  labelled,
  opinionFields,
  opinionNames,
  presentParts,
} from './fields.ts'
import { evidenceTitles } from './letter.ts'
import { obligorBlocks, registerHead } from './register.ts'
import { groundText } from './termination-ground.ts'

/** [3] 索赔终止登记表: one for each decision, which may name some of the obligors only. */
export const terminationRegister = defineForm({
  id: 'termination-register',
  phase: 'closing',
  signedAt: 'closing.terminations',
  numberOf: (facts, subject) => decisionOn(facts, subject)?.number,
  madeOn: (facts, subject) => decisionOn(facts, subject)?.decidedOn,
  signing: /^经办人：/,
  byHand: [...handlerNames, ...opinionNames],
  subjects: ({ facts }) => facts.closing.terminations.map((termination) => subjectOf(facts, termination)),
  fill: (view, subject) => {
    const { facts } = view
    const termination = decisionOn(facts, subject)
    return termination ? filled(view, termination) : undecided(view)
  },
})

function decisionOn(facts: Facts, subject: string | null): Termination | undefined {
  return facts.closing.terminations.find((each) => subjectOf(facts, each) === subject)
}

/** The obligors named, as `o3` or `o2+o3`; the case as a whole where all of them are. */
function subjectOf(facts: Facts, { obligors }: Termination): string | null {
  const all = claimedObligors(facts).every(({ id }) => obligors.includes(id))
  return all ? null : obligors.join('+')
}

function filled(view: CaseView, termination: Termination): FilledForm {
  const collector = collectFields()
  const { facts } = view
  const named = facts.obligors.filter(({ id }) => termination.obligors.includes(id))
  const path = `closing.terminations[${termination.decidedOn}]`
  const reason = collector.need('终止理由', termination.reason, `${path}.reason`, 'terminate')
  const fields = {
    ...registerHead(view, obligorBlocks(named, collector), collector),
    原编号: facts.investigation?.initiation?.number ?? facts.id,
    终止理由: {
      paragraphs: presentParts(
        asSentence(groundText(view, termination.ground)),
        asSentence(reason) || blankLine,
        labelled('证明材料', evidenceTitles(view, termination.evidence)),
      ),
    },
    ...handlerFields(termination.handlers),
    ...opinionFields(termination.approvals),
    备注: termination.remarks ?? '',
  }
  return collector.filled(fields)
}

/** Before any decision: the form as far as the case fills it, with the decision as missing. */
function undecided(view: CaseView): FilledForm {
  const collector = collectFields()
  const head = registerHead(view, obligorBlocks(claimedObligors(view.facts), collector), collector)
  collector.need('终止理由', undefined, 'closing.terminations', 'terminate')
  const fields = {
    ...head,
    原编号: view.facts.investigation?.initiation?.number ?? view.facts.id,
    终止理由: '',
    ...handlerFields(undefined),
    ...opinionFields(undefined),
    备注: '',
  }
  return collector.filled(fields)
}
