import type { Facts } from '../../facts/facts.ts'
import type { CaseView } from '../../view.ts'
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
  always: true,
  subjects: (facts, view) => [...owedSubjects(view, 'disclosure'), ...publicInterest(facts, view)],
  blockers: () => [],
  target: () => ({ document: 'supervision', path: ['disclosures'], mode: 'append' }),
  ask: ['publishedOn', 'url', 'channel', 'note'],
  defaults: ({ facts, today }, subject) => {
    const about = latestOf(facts, subject)
    return { matter: subject, ...(about && { subject: about }), publishedOn: today }
  },
  refuse: (view, item, subject) => [
    ...blockIf(item.matter !== subject, `公开的事项应为 ${subject}（matter）`, '第三十六条'),
    ...blockIf(
      item.url === undefined && item.channel === undefined,
      '应当写明公开的网址或者渠道（url、channel）',
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

/** What the publication would be about: the latest agreement, suit or project. */
function latestOf({ agreements, court, restoration }: Facts, matter: string | null): string | undefined {
  if (matter === 'agreement') return agreements.at(-1)?.id
  if (matter === 'judgment') return court.suits.findLast(({ effectiveOn }) => effectiveOn)?.id
  return matter === 'restoration-effect' ? restoration.projects.at(-1)?.id : undefined
}
