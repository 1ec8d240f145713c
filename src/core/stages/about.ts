import { subjectLabel } from '../facts/subjects.ts'
import type { Choice } from '../schema/choices.ts'
import { choicesNamed } from '../schema/suggest.ts'
import type { CaseView } from '../view.ts'
import type { Action } from './define.ts'

type Labels = Pick<CaseView, 'facts' | 'regulation'>

/** What can have subjects with words of its own: an action, a form. */
type Naming = Partial<Pick<Action, 'about'>>

/** The subject of an action, as people read it, with its address: 第1轮 韦某（1/o2）, 新增一名（o3）, 鉴定评估 A1. */
export function aboutText(view: Labels, naming: Naming, subject: string | null): string {
  if (subject === null) return ''
  const name = subjectName(view, naming, subject)
  const id = subject.split('/').at(-1) ?? subject
  // Months, rounds and roles need no address beside their words.
  return /^[A-Za-z]+\d+$/.test(id) && !name.includes(id) ? `${name}（${subject}）` : name
}

function subjectName({ facts, regulation }: Labels, { about }: Naming, subject: string): string {
  return about?.(facts, subject, regulation) ?? subjectLabel(facts, subject, regulation)
}

/** A word of an address that nobody needs to know: section-head, restoration-effect/R1. */
const ENGLISH = /[a-z]{2,}/

/** A subject as people type it in a call: its address, or its name where the address holds an English word. */
export function subjectWord(view: Labels, naming: Naming, subject: string | null): string | null {
  return subject === null ? null : typedSubject(subject, subjectName(view, naming, subject))
}

/** The same, of a subject with that name. */
export function typedSubject(subject: string, name: string): string {
  const word = name.replace(/\s/gu, '')
  return ENGLISH.test(subject) && word !== '' && !ENGLISH.test(word) ? word : subject
}

/**
 * The subject that a word of a call means: its address, a name or a part of it that no other has, or an id that only
 * one address holds: o1 for 1/o1.
 */
export function subjectMeant(
  view: Labels,
  naming: Naming,
  subjects: readonly (string | null)[],
  given: string,
): string | undefined {
  const choices = subjects.flatMap((subject): Choice[] =>
    subject === null ? [] : [{ code: subject, label: subjectName(view, naming, subject) }],
  )
  const named = choicesNamed(given, choices)
  const holding = choices.filter(({ code }) => code.split('/').includes(given.trim()))
  const [only, ...others] = named.length ? named : holding
  return others.length ? undefined : only?.code
}
