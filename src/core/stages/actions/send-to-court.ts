import { isUnderCourt, passedOn, projectIndex } from '../../facts/restoration.ts'
import { defineAction } from '../define.ts'

/** 评估材料报送法院: to the court that gave the judgment or confirmed the agreement. */
export const sendToCourt = defineAction({
  id: 'send-to-court',
  title: '向法院报送评估材料',
  matter: 'court-report',
  form: 'court-letter',
  moves: false,
  follows: 'accept',
  subjects: (facts) =>
    facts.restoration.projects
      .filter((each) => passedOn(each) && !each.sentToCourtOn && isUnderCourt(facts, each))
      .map(({ id }) => id),
  blockers: () => [],
  section: 'restoration.projects[]',
  at: (facts, subject) => [projectIndex(facts, subject)],
  mode: 'upsert',
  ask: ['sentToCourtOn', 'sentToCourtNumber', 'sentCopy'],
  required: ['sentToCourtOn'],
  defaults: ({ today }, subject) => ({ id: subject, sentToCourtOn: today }),
})
