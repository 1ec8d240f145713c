import { earliest, type IsoDate, latest } from '../calendar/dates.ts'
import { claimantsOf } from '../facts/claimants.ts'
import type { Obligor } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { claimedObligors } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
import { basisOf } from './basis.ts'
import { collectFields, defineForm, type FilledForm, type Missing } from './define.ts'
import { joinedNames } from './fields.ts'
import { accountOf, senderFields } from './letter.ts'
import { maskFields, maskOf } from './masking.ts'
import { markedInFields, markerOf } from './public/marks.ts'
import { published } from './published.ts'

/** Only an officer can name matters of public interest: no fact of the case says that there are any. */
const PUBLIC_INTEREST = 'public-interest'

/**
 * 信息公开稿: one for each matter that has come about (`agreement/G1`, `funds`), personal data masked, and what might be a
 * name marked for a person to decide.
 */
export const disclosureText = defineForm({
  id: 'disclosure-text',
  phase: 'supervision',
  signing: 'office',
  datedOn: publishedOn,
  subjects: (view) => [...new Set([...disclosuresDue(view), ...ofPublicInterest(view)])],
  // Only an officer knows that something is of public interest, and reads the text before it goes out.
  alsoFor: ({ facts, regulation }) =>
    facts.investigation?.initiation && regulation.item('disclosureMatters', PUBLIC_INTEREST)
      ? [PUBLIC_INTEREST]
      : [],
  fill: (view, subject) => {
    const draft = drafted(view, subject)
    const { 联系人及电话: _, ...open } = draft.fields
    const [mask, mark] = [maskOf(view), markerOf(view)]
    return { ...draft, fields: maskFields(open, (text) => mark(mask(text))) }
  },
})

/** The text before what it must not name is masked. */
function drafted(view: CaseView, subject: string | null): FilledForm {
  const collector = collectFields()
  const { facts, regulation } = view
  const [matter = '', about] = (subject ?? '').split('/')
  return collector.filled({
    ...senderFields(view, publishedOn(view.facts, subject)),
    公开事项: matter ? regulation.label('disclosureMatters', matter) : '',
    赔偿权利人: joinedNames(claimantsOf(facts.case.jurisdiction).map(({ name }) => name)),
    赔偿义务人: joinedNames(concerned(view, about).map(({ name }) => name)),
    基本案情: accountOf(view, '基本案情', collector),
    公开内容: { paragraphs: published(view, matter, about, collector) },
    依据: basisOf(
      view,
      { local: 'disclosure', national: ['national-disclosure'], otherwise: '案件办理情况' },
      collector,
    ),
  })
}

/** The facts that the text of a matter lacks. */
export function missingInText(view: CaseView, subject: string): readonly Missing[] {
  return drafted(view, subject).missing
}

/** The names in it that nobody has decided about. */
export function undecidedIn(view: CaseView, subject: string): string[] {
  return markedInFields(disclosureText.fill(view, subject).fields)
}

/** The names that are still to be decided in all texts that are to be published. */
export function undecidedNames(view: CaseView): string[] {
  const names = disclosureText.subjects(view).flatMap((subject) => undecidedIn(view, subject ?? ''))
  return [...new Set(names)]
}

/**
 * The day on which a text was published, of which it speaks. Of the money the last: what was paid or used since belongs
 * to a text that is still to be published.
 */
function publishedOn(
  { supervision, payments, documents }: Facts,
  subject: string | null,
): IsoDate | undefined {
  const [matter, about] = (subject ?? '').split('/')
  const days = supervision.disclosures
    .filter((each) => each.matter === matter && (each.subject === undefined || each.subject === about))
    .map((each) => each.publishedOn)
  if (matter !== 'funds') return earliest(...days)
  const last = latest(...days)
  const told = [
    ...payments.map(({ paidOn }) => paidOn),
    ...(documents.payments?.uses ?? []).map(({ on }) => on),
  ]
  return last !== undefined && told.some((day) => day > last) ? undefined : last
}

/** The obligors of the agreement or suit that is published, else all against whom the claim was made. */
function concerned({ facts }: CaseView, about: string | undefined): readonly Obligor[] {
  const one = [...facts.agreements, ...facts.court.suits].find(({ id }) => id === about)
  return one ? facts.obligors.filter(({ id }) => one.obligors.includes(id)) : claimedObligors(facts)
}

function disclosuresDue({ deadlines }: CaseView): string[] {
  return deadlines.flatMap(({ deadline, subject, status }) =>
    deadline === 'disclosure' && subject && status !== 'closed' ? [subject] : [],
  )
}

function ofPublicInterest({ facts, regulation }: CaseView): string[] {
  const { major, disclosures } = facts.supervision
  const named =
    Boolean(major?.grounds?.length) || disclosures.some(({ matter }) => matter === PUBLIC_INTEREST)
  const told = facts.investigation?.conclusion !== undefined
  return named && told && regulation.item('disclosureMatters', PUBLIC_INTEREST) ? [PUBLIC_INTEREST] : []
}
