import { contradictionIf, defineAction } from '../define.ts'
import { stages } from '../stage.ts'

/**
 * 更正损害情况、记录初步估算: what the check and the investigation found; the estimate decides whether the case can be
 * a simple one, the scope whether the text applies at all.
 */
export const recordDamage = defineAction({
  id: 'record-damage',
  title: '记录初步估算、更正损害情况',
  matter: 'simple-case',
  moves: false,
  // A wrong scope must not exclude a case for good.
  always: true,
  advised: ({ facts: { case: file, investigation } }) =>
    file.damage.estimatedLoss === undefined &&
    investigation?.initiation !== undefined &&
    investigation.conclusion === undefined,
  blockers: ({ stage }) =>
    contradictionIf(
      stages[stage.case].end,
      `本案已${stages[stage.case].title}`,
      stage.case === 'closed' ? 'one-case-one-file' : 'termination',
    ),
  section: 'case.damage',
  mode: 'upsert',
  ask: ['estimatedLoss', 'estimateBasis', 'quantities', 'knownOn', 'scope'],
  defaults: ({ facts }) => ({ ...facts.case.damage }),
  refuse: () => [],
})
