import { identityText } from '../../facts/identity.ts'
import { type Party, partyOf } from '../../facts/successor.ts'
import type { CaseView } from '../../view.ts'
import { notApplicable } from '../fields.ts'
import { type CommonField, type CommonGroup, defineList } from './define.ts'

const isOrganization = ({ kind }: Party): boolean => kind === 'organization'

/** Whoever is addressed for each obligor today, in the order of the case. */
function parties({ facts, today }: CaseView): Party[] {
  return facts.obligors.map((obligor) => partyOf(obligor, today))
}

function numberOf(party: Party): string | undefined {
  if (isOrganization(party)) return party.creditCode
  return party.idNumber ?? (party.identity && identityText(party.identity))
}

/** What a paper may print of one obligor, with the key under which it is recorded. */
const particulars: readonly (readonly [
  name: string,
  says: string,
  key: string,
  value: (party: Party) => string | undefined,
])[] = [
  ['名称', '单位名称或者姓名', 'name', ({ name }) => name],
  ['类别', '单位或者个人', 'kind', (party) => (isOrganization(party) ? '单位' : '个人')],
  ['证件号码', '统一社会信用代码；个人的公民身份号码或者其他证件', 'creditCode', numberOf],
  ['地址', '地址或者住址', 'address', ({ address }) => address],
  ['电话', '电话', 'phone', ({ phone }) => phone],
  [
    '法定代表人',
    '法定代表人（负责人）的姓名，个人的为／',
    'representative.name',
    (party) => (isOrganization(party) ? party.representative?.name : notApplicable),
  ],
  [
    '职务',
    '法定代表人（负责人）的职务，个人的为／',
    'representative.post',
    (party) => (isOrganization(party) ? party.representative?.post : notApplicable),
  ],
]

/** 义务人: each obligor, or whoever has taken its place. */
export const obligorList = defineList<Party>({
  name: '义务人',
  says: '每个赔偿义务人；已由他人承继的，为承继人',
  path: 'case.obligors',
  action: 'amend-obligors',
  items: parties,
  fields: particulars.map(([name, says, , value]) => [name, says, value] as const),
})

/** What the fields of the one obligor begin with whom a paper is about. */
export const PARTY = '当事人'

/** Fields of the one obligor for whom a paper is made (subject `o1`): a template with one of them is made for each. */
export const partyGroup: CommonGroup = {
  title: '当事人（每个赔偿义务人一份）',
  fields: particulars.map(
    ([name, says, key, value]): CommonField => ({
      name: `${PARTY}${name}`,
      says: `这一份的赔偿义务人：${says}`,
      path: `case.obligors.${key}`,
      action: 'amend-obligors',
      value: (view, subject) => {
        const party = partyAt(view, subject)
        return party && value(party)
      },
      place: (view, subject) => placeOf(partyAt(view, subject), key),
    }),
  ),
}

function partyAt(view: CaseView, subject: string | null): Party | undefined {
  return parties(view).find(({ id }) => id === subject)
}

function placeOf(party: Party | undefined, key: string): string {
  if (!party) return 'case.obligors'
  const own = key === 'creditCode' && !isOrganization(party) ? 'idNumber' : key
  return `${party.path ?? `case.obligors[${party.id}]`}.${own}`
}
