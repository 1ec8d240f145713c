import type { DeadlineStatus } from '../../deadlines/define.ts'
import { actingBranch } from '../../facts/claimants.ts'
import type { CaseView } from '../../view.ts'
import { type AnswersSoFar, blockIf, contradictionIf, defineAction } from '../define.ts'
import { blockedInvestigation } from '../investigation.ts'

/** 延长调查: once, with the consent of the head of the handling unit, before the period ends. */
export const extendInvestigation = defineAction({
  id: 'extend-investigation',
  title: '延长损害调查',
  matter: 'investigation-extension',
  needsPermission: true,
  moves: false,
  advised: ({ deadlines }) =>
    deadlines.some(({ deadline, status }) => deadline === 'investigation' && isEnding.has(status)),
  subjects: ({ investigation }) => (investigation?.conclusion ? [] : [null]),
  blockers: ({ facts }) => [
    ...blockedInvestigation(facts),
    ...contradictionIf(
      facts.investigation?.extension !== undefined,
      '调查期限已经延长过',
      'investigation-extension',
    ),
  ],
  section: 'investigation.extension',
  mode: 'set',
  ask: ['approvedBy', 'approvedOn', 'reason'],
  required: ['approvedBy'],
  // In a case of a branch, the settings know the head of the bureau in whose name it acts, not the branch's own head.
  defaults: ({ facts, config, today }) => ({
    approvedOn: today,
    ...(config.unit?.representative && !actingBranch({ facts, config })
      ? { approvedBy: config.unit.representative }
      : {}),
  }),
  refuse: tooLate,
})

const isEnding: ReadonlySet<DeadlineStatus> = new Set(['soon', 'rolled'])

/**
 * An approval after the (rolled) unextended end has no effect, so it is refused. Where an arrangement
 * still to come may move the end, it is entered, and lint says that it is in doubt.
 */
function tooLate({ deadlines }: CaseView, { approvedOn }: AnswersSoFar<'investigation.extension'>) {
  const unextended = deadlines.find(({ deadline }) => deadline === 'investigation')
  const last = unextended?.latestDue ?? unextended?.rolledDue
  return blockIf(
    approvedOn !== undefined && !!last && approvedOn > last,
    `调查期限已于 ${last} 届满，${approvedOn} 的批准不产生延长效力`,
    'investigation-extension',
    { key: 'approvedOn' },
  )
}
