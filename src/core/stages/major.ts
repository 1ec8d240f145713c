import { conditionHolds } from '../regulation/conditions.ts'
import type { ListItem } from '../regulation/pack.ts'
import type { CaseView } from '../view.ts'

/** A kind of major case that the facts point to. */
export interface MajorProposal {
  readonly ground: ListItem
  /** What points to it: the grade of the incident or of the destruction settles it, the channel only suggests it. */
  readonly by: 'incidentGrade' | 'ecologicalGrade' | 'channel'
}

/** The kinds of major case that the facts point to, by the conditions of the pack. */
export function majorProposals({
  facts,
  regulation,
}: Pick<CaseView, 'facts' | 'regulation'>): MajorProposal[] {
  const { clue, damage } = facts.case
  const known = {
    channel: clue.channel,
    incidentGrade: damage.incidentGrade,
    ecologicalGrade: damage.ecologicalGrade,
    crossRegion: damage.crossRegion,
  }
  return regulation.list('majorGrounds').flatMap((ground): MajorProposal[] => {
    if (!ground.when || !conditionHolds(ground.when, known)) return []
    const { incidentGrade, ecologicalGrade } = ground.when
    return [{ ground, by: incidentGrade ? 'incidentGrade' : ecologicalGrade ? 'ecologicalGrade' : 'channel' }]
  })
}
