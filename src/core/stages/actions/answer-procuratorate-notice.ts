import { noticeOf, noticesOf } from '../../facts/procuratorate.ts'
import { contradictionIf, defineAction } from '../define.ts'

/** 答复检察机关公告: in writing, whether the office claims. */
export const answerProcuratorateNotice = defineAction({
  id: 'answer-procuratorate-notice',
  title: '答复检察机关是否索赔',
  matter: 'procuratorate-notice',
  moves: false,
  follows: 'record-procuratorate-notice',
  always: true,
  subjects: (facts) =>
    noticesOf(facts)
      .filter(({ answeredOn }) => !answeredOn)
      .map(({ publishedOn }) => publishedOn),
  blockers: () => [],
  section: 'case.procuratorate.notices[]',
  at: (facts, subject) => [noticesOf(facts).findIndex(({ publishedOn }) => publishedOn === subject)],
  mode: 'upsert',
  ask: ['answeredOn', 'claims'],
  required: ['answeredOn', 'claims'],
  defaults: ({ facts, today }, subject) => {
    const claimBy = noticeOf(facts, subject)?.claimBy
    return { publishedOn: subject, ...(claimBy && { claimBy }), answeredOn: today }
  },
  refuse: (_, { claims }) =>
    contradictionIf(claims === undefined, '应当写明是否“本单位索赔”', 'procuratorate-notice', {
      key: 'claims',
    }),
})
