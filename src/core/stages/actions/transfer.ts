import { suspectedCrime } from '../../facts/crime.ts'
import type { Facts } from '../../facts/facts.ts'
import { clueOn } from '../../facts/queries.ts'
import { before, blockIf, defineAction, strings } from '../define.ts'

/**
 * 移送涉嫌犯罪线索: the text names the procuratorate of the same level, the code the body with power of investigation;
 * both are offered and the officer chooses. 第二十二条第一款、生态环境法典第一千零八十三条第二款
 */
export const transfer = defineAction({
  id: 'transfer',
  title: '移送涉嫌犯罪线索',
  article: '第二十二条',
  form: 'transfer-letter',
  moves: false,
  advised: ({ facts }) => suspectedCrime(facts) !== undefined,
  // A crime is handed over whatever becomes of the claim.
  always: true,
  subjects: (facts) => (untransferred(facts).length ? [null] : []),
  blockers: () => [],
  target: () => ({ document: 'court', path: ['transfers'], mode: 'append' }),
  ask: ['to', 'organ', 'matter', 'obligors', 'transferredOn', 'copiedTo', 'document'],
  required: ['matter', 'obligors'],
  choices: () => ({
    to: [
      { code: 'procuratorate', label: '同级人民检察院（第二十二条第一款）' },
      {
        code: 'public-security',
        label: '公安机关（有侦查职权的机关，生态环境法典第一千零八十三条第二款）',
      },
      {
        code: 'supervisory-commission',
        label: '监察机关（有调查职权的机关，生态环境法典第一千零八十三条第二款）',
      },
      { code: 'other', label: '其他有侦查、调查职权的机关' },
    ],
  }),
  defaults: ({ facts, today }) => ({ obligors: untransferred(facts), transferredOn: today }),
  refuse: ({ facts }, item) => [
    ...blockIf(
      strings(item.copiedTo).includes(String(item.to)),
      '抄送机关与接收机关相同；可以同时抄送另一机关（同级人民检察院或者有侦查、调查职权的机关）',
      '第二十二条、生态环境法典第一千零八十三条',
    ),
    ...blockIf(!strings(item.obligors).length, '应当写明“涉嫌犯罪的义务人”', '第二十二条'),
    ...blockIf(before(item.transferredOn, clueOn(facts)), '移送日期早于发现线索的日期', '第二十二条'),
  ],
})

/** The obligors whose suspected crime has not been handed over; a transfer that names none stands for all. */
function untransferred({ obligors, court }: Facts): string[] {
  return obligors
    .map(({ id }) => id)
    .filter((id) => !court.transfers.some((each) => !each.obligors?.length || each.obligors.includes(id)))
}
