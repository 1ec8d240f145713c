import { before, blockIf, defineAction } from '../define.ts'

/** 重大案件书面报告: at initiation, to the leading-group office and to the superior department. 第三十四条第一款 */
export const reportMajor = defineAction({
  id: 'report-major',
  title: '书面报告重大案件',
  article: '第三十四条',
  form: 'major-report',
  moves: false,
  always: true,
  subjects: ({ supervision: { major } }) => {
    const reported = new Set((major?.reports ?? []).map(({ to }) => to))
    return major?.grounds?.length && reported.size <= 1 ? [null] : []
  },
  blockers: ({ facts }) =>
    blockIf(!facts.investigation?.initiation, '尚未启动索赔；重大案件在立案启动时报告', '第三十四条'),
  target: () => ({ document: 'supervision', path: ['major', 'reports'], mode: 'append' }),
  ask: ['to', 'on', 'document'],
  defaults: ({ facts, config, today }) => {
    const reported = (facts.supervision.major?.reports ?? []).map(({ to }) => to)
    const office = config.reformOffice
    return { ...(office && !reported.includes(office) && { to: office }), on: today }
  },
  refuse: ({ facts }, item) => [
    ...blockIf(
      before(item.on, facts.investigation?.initiation?.initiatedOn),
      '报告日期早于启动索赔日期',
      '第三十四条',
    ),
    ...blockIf(
      (facts.supervision.major?.reports ?? []).some(({ to }) => to === item.to),
      '已经向该机关报告；应当向本级领导小组办公室和上级主管部门两处报告',
      '第三十四条',
    ),
  ],
})
