import { informedOn } from '../../facts/procuratorate.ts'
import { contradictionIf, defineAction } from '../define.ts'

/** 告知检察院: of the initiation, by a department of ecology and environment. */
export const informProcuratorate = defineAction({
  id: 'inform-procuratorate',
  title: '启动索赔告知同级检察院',
  matter: 'procuratorate-informed',
  moves: false,
  follows: 'initiate',
  advised: ({ deadlines }) =>
    deadlines.some(({ deadline, met }) => deadline === 'procuratorate-informed' && met === null),
  subjects: (facts) => (facts.investigation?.initiation && !informedOn(facts) ? [null] : []),
  blockers: () => [],
  section: 'investigation.procuratorateInformed',
  mode: 'set',
  ask: ['on', 'to', 'document'],
  defaults: ({ today }) => ({ on: today }),
  refuse: ({ facts }, { on }) => {
    const { initiatedOn } = facts.investigation?.initiation ?? {}
    return contradictionIf(
      on !== undefined && initiatedOn !== undefined && on < initiatedOn,
      `告知不能早于启动索赔（${initiatedOn}）`,
      'procuratorate-informed',
      { key: 'on' },
    )
  },
})
