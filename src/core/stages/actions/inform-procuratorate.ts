import { isPending } from '../../deadlines/pending.ts'
import { informedOn } from '../../facts/procuratorate.ts'
import { defineAction } from '../define.ts'

/** 告知检察院: of the initiation, by a department of ecology and environment. */
export const informProcuratorate = defineAction({
  id: 'inform-procuratorate',
  title: '启动索赔告知同级检察院',
  matter: 'procuratorate-informed',
  moves: false,
  evenClosed: true,
  follows: 'initiate',
  advised: ({ deadlines }) =>
    deadlines.some((each) => each.deadline === 'procuratorate-informed' && isPending(each)),
  subjects: (facts) => (facts.investigation?.initiation && !informedOn(facts) ? [null] : []),
  blockers: () => [],
  section: 'investigation.procuratorateInformed',
  mode: 'set',
  ask: ['on', 'to', 'document'],
  defaults: ({ today }) => ({ on: today }),
})
