import type { IsoDate } from '../../calendar/dates.ts'
import type { Facts } from '../../facts/facts.ts'
import { isWithdrawn, obligorName, obligorOf, terminationOf } from '../../facts/queries.ts'
import { contradictionIf, defineAction } from '../define.ts'

/**
 * 记录破产: of an organisation, when the court has accepted the case, when the claim was declared, when the proceedings
 * ended.
 */
export const recordBankruptcy = defineAction({
  id: 'record-bankruptcy',
  title: '记录义务人破产、申报债权',
  matter: 'bankruptcy-claim',
  moves: false,
  subjects: bankruptcyIsOpen,
  advised: ({ facts }, subject) => {
    const { claimedOn, endedOn } = obligorOf(facts, subject)?.bankruptcy ?? {}
    return obligorOf(facts, subject)?.bankruptcy !== undefined && !claimedOn && !endedOn
  },
  about: (facts, subject) => `${obligorName(facts, subject)}破产`,
  blockers: () => [],
  section: 'case.obligors[].bankruptcy',
  at: (facts, subject) => [facts.obligors.findIndex(({ id }) => id === subject)],
  mode: 'upsert',
  ask: [
    'openedOn',
    'procedure',
    'court',
    'caseNumber',
    'administrator',
    'claimBy',
    'claimedOn',
    'claimed',
    'admitted',
    'endedOn',
    'note',
  ],
  defaults: ({ facts, today }, subject) => {
    const known = obligorOf(facts, subject)?.bankruptcy
    return known ? { ...known } : { openedOn: today }
  },
  refuse: (_, item) =>
    followingDays.flatMap(({ key, title, matter }) =>
      contradictionIf(isBefore(item[key], item.openedOn), `“${title}”不能早于“受理破产日期”`, matter, {
        key,
      }),
    ),
})

/** The days that can't be before the acceptance of the bankruptcy. */
const followingDays = [
  { key: 'claimBy', title: '申报债权的最后日期', matter: 'bankruptcy-claim' },
  { key: 'claimedOn', title: '申报债权日期', matter: 'bankruptcy-claim' },
  { key: 'endedOn', title: '破产程序终结日期', matter: 'bankruptcy-rest' },
] as const

/** Whether a day is before another, where both are known. */
function isBefore(day: IsoDate | undefined, other: IsoDate | undefined): boolean {
  return day !== undefined && other !== undefined && day < other
}

/** The organisations against which the claim is pursued and whose bankruptcy, if any, is not over. */
function bankruptcyIsOpen(facts: Facts): string[] {
  return facts.obligors
    .filter(({ kind, bankruptcy }) => kind === 'organization' && bankruptcy?.endedOn === undefined)
    .map(({ id }) => id)
    .filter((id) => !isWithdrawn(facts, id) && !terminationOf(facts, id))
}
