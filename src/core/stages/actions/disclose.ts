import { takenOverOn } from '../../facts/backfilled.ts'
import type { Facts } from '../../facts/facts.ts'
import { subjectLabel } from '../../facts/subjects.ts'
import { missingInText, undecidedIn } from '../../forms/disclosure-text.ts'
import { formWord } from '../../regulation/forms.ts'
import type { CaseView } from '../../view.ts'
import { parsePair } from '../addresses.ts'
import { type AnswersSoFar, type Blocker, blockIf, contradictionIf, defineAction } from '../define.ts'
import { owedSubjects } from '../owed-subjects.ts'

/**
 * Matters of public interest in the investigation, the appraisal and the plan: no fact of the case says when they
 * arise.
 */
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
  blockers: (view, subject) => {
    // Names are looked for in a text that can be formed.
    const lacking = withoutText(view, subject)
    return lacking.length ? lacking : undecided(view, subject)
  },
  section: 'supervision.disclosures',
  mode: 'append',
  ask: ['publishedOn', 'medium', 'channel', 'url', 'readBy', 'note'],
  required: ['readBy'],
  defaults: ({ today }, subject) => ({ ...matterAndSubject(subject), publishedOn: today }),
  refuse: (view, item, subject) => [
    ...contradictionIf(
      item.matter !== matterAndSubject(subject).matter || item.subject !== matterAndSubject(subject).subject,
      `公开的应为${subjectLabel(view.facts, subject, view.regulation)}`,
      'disclosure',
      { key: 'matter' },
    ),
    ...placeless(item),
  ],
})

/** A publication can be looked up: on the net by its address, elsewhere by the name of the board or the newspaper. */
function placeless({ url, channel }: AnswersSoFar<'supervision.disclosures'>) {
  return blockIf(
    url === undefined && channel === undefined,
    '应当写明“公开网址”或者“公开渠道”：哪个网站、哪里的公告栏、哪一份报纸',
    'disclosure',
    { key: ['url', 'channel'] },
  )
}

/** What might be a name is decided before anybody can confirm that the text names nobody. */
function undecided(view: CaseView, subject: string): readonly Blocker[] {
  const names = undecidedIn(view, subject)
  const reason = `信息公开稿里有姓名待核（${names.join('、')}），先办“核定公开用名”，写明遮盖还是照登`
  return blockIf(names.length > 0, reason, 'disclosure', { first: 'decide-names' })
}

/** Nobody can have read a text for which facts are missing; what a ledger does not tell keeps nobody from recording. */
function withoutText(view: CaseView, subject: string): readonly Blocker[] {
  const missing = missingInText(view, subject)
  const isOwn = takenOverOn(view.facts) === undefined
  const lacking = [...new Set(missing.map(({ field }) => field))].join('、')
  const call = `ejc render ${view.facts.id} ${formWord(view.regulation, 'disclosure-text')} ${subject}`
  const reason = `还不能形成公开的文本，缺少${lacking}；用 ${call} 补填`
  return blockIf(isOwn && missing.length > 0, reason, 'disclosure')
}

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
