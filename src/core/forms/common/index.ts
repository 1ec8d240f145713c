import { caseGroup, clueGroup, investigationGroup } from './case-fields.ts'
import type { CommonField, CommonGroup, CommonList } from './define.ts'
import { settlementGroup } from './later-fields.ts'
import {
  activityList,
  agreementList,
  appraisalList,
  evidenceList,
  lossList,
  meetingList,
  officerList,
  paymentList,
  scheduleList,
  serviceList,
} from './lists.ts'
import { obligorList, PARTY, partyGroup } from './parties.ts'

/** The fields that any paper of the office may print, in the order of the proceedings. */
export const commonGroups: readonly CommonGroup[] = [
  caseGroup,
  clueGroup,
  partyGroup,
  investigationGroup,
  settlementGroup,
]

/** The lists that repeat rows and paragraphs of such a paper. */
export const commonLists: readonly CommonList[] = [
  obligorList,
  officerList,
  evidenceList,
  activityList,
  appraisalList,
  lossList,
  serviceList,
  meetingList,
  agreementList,
  scheduleList,
  paymentList,
]

const fields = new Map(commonGroups.flatMap((group) => group.fields.map((field) => [field.name, field])))
const lists = new Map(commonLists.map((list) => [list.name, list]))

/** A common field by its name. */
export function commonField(name: string): CommonField | undefined {
  return fields.get(name)
}

/** A list by its name. */
export function commonList(name: string): CommonList | undefined {
  return lists.get(name)
}

/** Every name that stands alone between braces: the fields, and the lists in one line. */
export function commonNames(): string[] {
  return [...fields.keys(), ...lists.keys()]
}

/** Whether a field is one of the obligor for whom a paper is made. */
export function isOfParty(name: string): boolean {
  return name.startsWith(PARTY) && fields.has(name)
}
