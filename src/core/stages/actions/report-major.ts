import { blockIf, contradictionIf, defineAction } from '../define.ts'

/** 重大案件书面报告: at initiation, to the leading-group office and to the superior department. */
export const reportMajor = defineAction({
  id: 'report-major',
  title: '书面报告重大案件',
  matter: 'major-report',
  form: 'major-report',
  moves: false,
  follows: 'mark-major',
  several: true,
  always: true,
  subjects: ({ supervision: { major } }) => {
    const reported = new Set((major?.reports ?? []).map(({ to }) => to))
    return major?.grounds?.length && reported.size <= 1 ? [null] : []
  },
  blockers: ({ facts }) =>
    blockIf(!facts.investigation?.initiation, '尚未启动索赔；重大案件在立案启动时报告', 'major-report', {
      lacks: 'initiate',
    }),
  section: 'supervision.major.reports',
  mode: 'append',
  ask: ['to', 'on', 'document'],
  defaults: ({ facts, config, today }) => {
    const reported = (facts.supervision.major?.reports ?? []).map(({ to }) => to)
    const office = config.reformOffice
    return { ...(office && !reported.includes(office) && { to: office }), on: today }
  },
  refuse: ({ facts }, item) => [
    ...contradictionIf(
      (facts.supervision.major?.reports ?? []).some(({ to }) => to === item.to),
      '已经向该机关报告；应当向本级领导小组办公室和上级主管部门两处报告',
      'major-report',
      { key: 'to' },
    ),
  ],
})
