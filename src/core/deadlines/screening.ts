import { caseEndedOn, clueOn } from '../facts/queries.ts'
import { countFrom, dutySince } from './count.ts'
import { defineDeadline } from './define.ts'
import { atCase } from './places.ts'

/** 初步核查: 5 working days from finding or receiving the clue, whichever came first. */
export const screening = defineDeadline({
  id: 'screening',
  title: '初步核查',
  matter: 'screening-period',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['screen'],
  place: (facts) => facts.case.clue,
  count: (facts, { period }) => {
    const clue = clueOn(facts)
    if (!clue) return undefined
    return (
      countFrom(clue, '发现或者接到线索')
        .add(period('screening'))
        .metOn(facts.screening?.checkedOn)
        // Damage outside the scope of the text is referred elsewhere without one.
        .closedOn(facts.closing.closed?.closedOn)
    )
  },
})

/** 立案启动: promptly, once damage is found. */
export const initiate = defineDeadline({
  id: 'initiate',
  title: '启动索赔',
  matter: 'prompt-initiation',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['initiate', 'decline'],
  place: atCase,
  count: (facts) => {
    const { screening: check, investigation } = facts
    if (!check?.damageFound || !check.checkedOn) return undefined
    return dutySince(check.checkedOn, '核查认定已造成生态环境损害，应当及时启动')
      .metOn(investigation?.initiation?.initiatedOn)
      .closedOn(caseEndedOn(facts))
  },
})

/** 答复举报人: promptly, where a citizen or an organisation reported. */
export const replyToReporter = defineDeadline({
  id: 'reply-to-reporter',
  title: '答复举报人',
  matter: 'reporter-answer',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['answer-reporter'],
  place: atCase,
  beyondScope: true,
  count: (facts) => {
    const { reporter } = facts.case.clue
    const reportedOn = reporter?.reportedOn ?? clueOn(facts)
    if (!reporter || !reportedOn) return undefined
    return dutySince(reportedOn, '接到举报，应当及时研究处理和答复').metOn(reporter.answeredOn)
  },
})
