import { suspectedCrime } from '../../facts/crime.ts'
import type { Facts } from '../../facts/facts.ts'
import { contradictionIf, defineAction } from '../define.ts'

/**
 * 移送涉嫌犯罪线索: the text names the procuratorate of the same level, the code the body with power of investigation;
 * both are offered and the officer chooses.
 */
export const transfer = defineAction({
  id: 'transfer',
  title: '移送涉嫌犯罪线索',
  matter: 'crime-transfer',
  form: 'transfer-letter',
  moves: false,
  advised: ({ facts }) => suspectedCrime(facts) !== undefined,
  // A crime is handed over however the claim ends.
  always: true,
  subjects: (facts) => (untransferred(facts).length ? [null] : []),
  blockers: () => [],
  section: 'court.transfers',
  mode: 'append',
  ask: ['to', 'organ', 'matter', 'obligors', 'transferredOn', 'copiedTo', 'document'],
  required: ['matter', 'obligors'],
  choices: ({ regulation: { citation } }) => ({
    to: [
      { code: 'procuratorate', label: `同级人民检察院（${citation('crime-transfer')}）` },
      {
        code: 'public-security',
        label: `公安机关（有侦查职权的机关，${citation('crime-authority')}）`,
      },
      {
        code: 'supervisory-commission',
        label: `监察机关（有调查职权的机关，${citation('crime-authority')}）`,
      },
      { code: 'other', label: '其他有侦查、调查职权的机关' },
    ],
  }),
  defaults: ({ facts, today }) => ({ obligors: untransferred(facts), transferredOn: today }),
  refuse: (_, { to, obligors = [], copiedTo = [] }) => [
    ...contradictionIf(
      copiedTo.some((organ) => organ === to),
      '抄送机关与接收机关相同；可以同时抄送另一机关（同级人民检察院或者有侦查、调查职权的机关）',
      ['crime-transfer', 'crime-authority'],
      { key: 'copiedTo' },
    ),
    ...contradictionIf(!obligors.length, '应当写明“涉嫌犯罪的义务人”', 'crime-transfer', {
      key: 'obligors',
    }),
  ],
})

/** The obligors whose suspected crime has not been handed over; a transfer that names none stands for all. */
function untransferred({ obligors, court }: Facts): string[] {
  return obligors
    .map(({ id }) => id)
    .filter((id) => !court.transfers.some((each) => !each.obligors?.length || each.obligors.includes(id)))
}
