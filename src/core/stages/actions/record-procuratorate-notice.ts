import { noticeOf } from '../../facts/procuratorate.ts'
import { contradictionIf, defineAction } from '../define.ts'

/** 登记检察机关公告: of a suit of its own, with the day until which the office must say that it claims. */
export const recordProcuratorateNotice = defineAction({
  id: 'record-procuratorate-notice',
  title: '登记检察机关公告',
  matter: 'procuratorate-notice',
  moves: false,
  always: true,
  advised: () => false,
  blockers: () => [],
  section: 'case.procuratorate.notices',
  mode: 'append',
  ask: ['publishedOn', 'by', 'reference', 'claimBy'],
  required: ['claimBy'],
  refuse: ({ facts }, { publishedOn = '' }) =>
    contradictionIf(
      noticeOf(facts, publishedOn) !== undefined,
      `${publishedOn} 的公告已经登记`,
      'procuratorate-notice',
      { key: 'publishedOn' },
    ),
})
