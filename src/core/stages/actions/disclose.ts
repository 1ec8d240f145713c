import type { Facts } from '../../facts/facts.ts'
import { subjectLabel } from '../../facts/subjects.ts'
import type { CaseView } from '../../view.ts'
import { parsePair } from '../addresses.ts'
import { blockIf, contradictionIf, defineAction, owedSubjects } from '../define.ts'

/** Matters of public interest in the investigation, the appraisal and the plan: no fact of the case says when they arise. */
const PUBLIC_INTEREST = 'public-interest'

/** 信息公开: of each matter once it must be published, and of matters of public interest. */
export const disclose = defineAction({
  id: 'disclose',
  title: '记录信息公开',
  matter: 'disclosure',
  form: 'disclosure-text',
  moves: false,
  several: true,
  always: true,
  subjects: (facts, view) => [...owedSubjects(view, 'disclosure'), ...publicInterest(facts, view)],
  advised: (_, subject) => subject !== PUBLIC_INTEREST,
  blockers: () => [],
  section: 'supervision.disclosures',
  mode: 'append',
  ask: ['publishedOn', 'url', 'channel', 'note'],
  defaults: ({ today }, subject) => ({ ...matterAndSubject(subject), publishedOn: today }),
  refuse: (view, item, subject) => [
    ...contradictionIf(
      item.matter !== matterAndSubject(subject).matter || item.subject !== matterAndSubject(subject).subject,
      `公开的应为${subjectLabel(view.facts, subject, view.regulation)}`,
      'disclosure',
      { key: 'matter' },
    ),
    ...blockIf(
      item.url === undefined && item.channel === undefined,
      '应当写明“公开网址”或者“公开渠道”',
      'disclosure',
      { key: ['url', 'channel'] },
    ),
  ],
})

function publicInterest({ investigation, supervision }: Facts, { regulation }: CaseView): string[] {
  const known = regulation.item('disclosureMatters', PUBLIC_INTEREST) !== undefined
  const published = supervision.disclosures.some(({ matter }) => matter === PUBLIC_INTEREST)
  return known && investigation?.initiation && !published ? [PUBLIC_INTEREST] : []
}

/** The matter and the subject in an address such as `agreement/G1`; `funds` is about the case as a whole. */
function matterAndSubject(subject: string): { matter: string; subject?: string } {
  const [matter, about] = parsePair(subject)
  return about === '' ? { matter } : { matter, subject: about }
}
