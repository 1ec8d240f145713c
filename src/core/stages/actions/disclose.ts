import type { Facts } from '../../facts/facts.ts'
import { subjectLabel } from '../../facts/subjects.ts'
import type { CaseView } from '../../view.ts'
import { parsePair } from '../addresses.ts'
import { before, blockIf, defineAction, owedSubjects } from '../define.ts'

/** Matters of public interest in the investigation, the appraisal and the plan: no fact of the case says when. */
const PUBLIC_INTEREST = 'public-interest'

/** 信息公开: of each matter once it has come about, and of matters of public interest. 第三十六条第二款 */
export const disclose = defineAction({
  id: 'disclose',
  title: '记录信息公开',
  article: '第三十六条',
  form: 'disclosure-text',
  moves: false,
  advised: (_, subject) => subject !== PUBLIC_INTEREST,
  always: true,
  subjects: (facts, view) => [...owedSubjects(view, 'disclosure'), ...publicInterest(facts, view)],
  blockers: () => [],
  target: () => ({ document: 'supervision', path: ['disclosures'], mode: 'append' }),
  ask: ['publishedOn', 'url', 'channel', 'note'],
  defaults: ({ today }, subject) => ({ ...addressed(subject), publishedOn: today }),
  refuse: (view, item, subject) => [
    ...blockIf(
      item.matter !== addressed(subject).matter || item.subject !== addressed(subject).subject,
      `公开的应为${subjectLabel(view.facts, subject, view.regulation)}`,
      '第三十六条',
    ),
    ...blockIf(
      item.url === undefined && item.channel === undefined,
      '应当写明“公开网址”或者“公开渠道”',
      '第三十六条',
    ),
    ...blockIf(
      before(item.publishedOn, sinceOf(view, subject)),
      '公开日期早于该事项发生的日期',
      '第三十六条',
    ),
  ],
})

function publicInterest({ investigation, supervision }: Facts, { regulation }: CaseView): string[] {
  const known = regulation.item('disclosureMatters', PUBLIC_INTEREST) !== undefined
  const published = supervision.disclosures.some(({ matter }) => matter === PUBLIC_INTEREST)
  return known && investigation?.initiation && !published ? [PUBLIC_INTEREST] : []
}

/** The day from which a matter must be published; public interest, from the initiation. */
function sinceOf({ facts, deadlines }: CaseView, matter: string | null): string | undefined {
  const duty = deadlines.find(({ deadline, subject }) => deadline === 'disclosure' && subject === matter)
  // A publication of money in use may well come before the last payment.
  if (matter === 'funds') return undefined
  return duty?.start ?? facts.investigation?.initiation?.initiatedOn
}

/** The matter and what it is about, of an address such as `agreement/G1`; `funds` is about the case as a whole. */
function addressed(subject: string | null): { matter: string; subject?: string } {
  const [matter, about] = parsePair(subject)
  return about === '' ? { matter } : { matter, subject: about }
}
