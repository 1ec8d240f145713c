import type { IsoDate } from '../calendar/dates.ts'
import { type Party, partyOf } from '../facts/successor.ts'
import type { CaseView } from '../view.ts'
import { type ApplyingUnit, applyingUnits, needFewAgents } from './applicant.ts'
import {
  asSentence,
  blankLine,
  type FieldCollector,
  identifierOf,
  inClauses,
  obligorAddress,
  presentParts,
  representativeOf,
} from './fields.ts'
import { custodyText, sexAndBirth } from './natural-person.ts'
import type { PartyWords } from './party-words.ts'
import { changedInOwnWords } from './quoted.ts'

/** How the two sides of a filing are called: 原告 and 被告, 申请人 and 被申请人. */
export interface LitigantTitles {
  readonly own: string
  readonly other: string
}

/** Both sides of a filing with all that a court asks of them, ours first; the field they stand in is 当事人. */
export function partiesOf(
  view: CaseView,
  sides: LitigantTitles,
  obligors: readonly string[],
  on: IsoDate | undefined,
  collector: FieldCollector,
  /** By what the other side is called. */
  words: PartyWords,
  /** Who claims by the record, where that is not a unit itself but the government for which it acts. */
  claimant?: string,
): string[] {
  const units = applyingUnits(view)
  needFewAgents(view, collector)
  const named = claimant !== undefined && !units.some(({ name }) => name === claimant)
  const side = named ? '指定的承办单位' : sides.own
  const opponents = view.facts.obligors
    .filter(({ id }) => obligors.includes(id))
    .map((obligor) => partyOf(obligor, on))
  if (!opponents.length) collector.need(FIELD, undefined, 'case.obligors', 'amend-obligors')
  return [
    ...(named ? [asSentence(`${sides.own}：${claimant}`)] : []),
    ...units.flatMap((unit) => unitLines(side, unit, collector)),
    ...opponents.flatMap((party) =>
      opponentLines(view, words.wordOf(party.id) ?? sides.other, party, on, collector),
    ),
  ]
}

const FIELD = '当事人'

/** A unit that claims, with its head and those who act for it. */
function unitLines(side: string, unit: ApplyingUnit, { need }: FieldCollector): string[] {
  const { name, path, action, phone, agents } = unit
  const address = need(FIELD, unit.address, `${path}.address`, action) || blankLine
  const code = need(FIELD, unit.creditCode, `${path}.creditCode`, action) || blankLine
  const head = need(FIELD, unit.head, `${path}.representative.name`, action) || blankLine
  return presentParts(
    asSentence(
      inClauses(
        `${side}：${name}`,
        `住所地：${address}`,
        `统一社会信用代码：${code}`,
        phone && `联系电话：${phone}`,
      ),
    ),
    asSentence(inClauses(`法定代表人（负责人）：${head}`, unit.post)),
    agents && asSentence(`委托诉讼代理人：${agents}`),
  )
}

function opponentLines(
  view: CaseView,
  side: string,
  party: Party,
  on: IsoDate | undefined,
  collector: FieldCollector,
): string[] {
  const address = obligorAddress(party, FIELD, collector) || blankLine
  const code = identifierOf(party, FIELD, collector) || blankLine
  const phone = party.phone && `联系电话：${party.phone}`
  if (party.kind === 'individual')
    return [
      asSentence(
        inClauses(
          `${side}：${party.name}`,
          sexAndBirth(view, party),
          `${party.idNumber || !party.identity ? '公民身份号码' : '身份证件'}：${code}`,
          party.occupation,
          `住址：${address}`,
          custodyText(party, on),
          phone,
        ),
      ),
    ]
  const head = representativeOf(party, FIELD, collector) || blankLine
  return [
    asSentence(inClauses(`${side}：${party.name}`, `住所地：${address}`, `统一社会信用代码：${code}`, phone)),
    asSentence(inClauses(`法定代表人（负责人）：${head}`, party.representative?.post)),
  ]
}

/** How an office speaks of itself in its own records, as a whole word: not in 自我局限. */
const OURSELVES = /(?<!自)我局(?![限部面势长])/gu

/** A text that the office wrote of itself, as a court reads it: by what its side is called. What others said stays. */
export function inThirdPerson(side: string, text: string): string {
  return changedInOwnWords(text, (part) => part.replace(OURSELVES, side))
}
