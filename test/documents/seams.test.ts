import { describe, expect, test } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { forms } from '../../src/core/forms/index.ts'
import type { CaseView } from '../../src/core/view.ts'
import { preparePaper } from '../../src/documents/render.ts'
import { crowdedCase, crowdedSuit } from '../forms/crowd.ts'
import { readText } from '../support/read-text.ts'

/** The keys under which officers write freely, in sentences; names, numbers and places are not among them. */
const free: ReadonlySet<string> = new Set(
  (
    'summary findings reason opinion statement legalBasis proposal scope degree causation measures restorableArea ' +
    'claimant appraisal negotiation answers facts evidence reasons liability opinions performance restorationGoal ' +
    'restorationPlan restorationSchedule breach evaluation disputes forceMajeure basis claim progress answer claims ' +
    'content proves description'
  ).split(' '),
)

const bare = (text: string): string => text.replace(/[。；，]+$/u, '')

/** How people end, begin and divide what they write. */
const habits: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'without a stop': bare,
  'with a full stop': (text) => `${bare(text)}。`,
  'with a semicolon': (text) => `${bare(text)}；`,
  'with a comma': (text) => `${bare(text)}，`,
  'with two full stops': (text) => `${bare(text)}。。`,
  'with blanks around it': (text) => `　　${text} 　`,
  'in two lines': (text) => `${bare(text)}。\n　　另有说明附后`,
  'ending in a quotation': (text) => `${bare(text)}，称“情况属实。”`,
}

/** Writes every free text of a case anew. */
const writtenBy =
  (write: (text: string) => string) =>
  (documents: Documents): void => {
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      for (const [key, item] of Object.entries(value)) {
        const isFree = free.has(key)
        if (isFree && typeof item === 'string' && /\p{Script=Han}/u.test(item))
          Object.assign(value, { [key]: write(item) })
        else if (isFree && Array.isArray(item))
          Object.assign(value, { [key]: item.map((each) => rewrite(each, write)) })
        else visit(item)
      }
    }
    visit(documents)
  }

const rewrite = (value: unknown, write: (text: string) => string): unknown =>
  typeof value === 'string' && /\p{Script=Han}/u.test(value) ? write(value) : value

/** What must stand in no line of a paper. */
const faults: Readonly<Record<string, RegExp>> = {
  'doubled marks': /。。|，。|；。|。；|、、|，，|；；|：：|：。|，；|、。|。，|；，|，、/u,
  'a mark at the beginning': /^[，。；、：）”]/u,
  'empty brackets': /（）|《》|“”/u,
  'what a program says': /undefined|null|NaN|\[object|[{}]/u,
  'an internal id': /(?<![A-Za-z0-9〔（])[A-Z]\d{1,2}(?![0-9A-Za-z])/u,
  'a blank at the beginning or the end': /^[ \t]|[ \t\u3000]$/u,
  'words that are said twice': /^([\p{Script=Han}]{3,}：)\1/u,
}

/** The lines of what the parties agreed: to the letter, with whatever marks. */
const agreedIn = ({ facts }: CaseView): string[] =>
  facts.agreements
    .flatMap(({ clauses = {} }) => Object.values(clauses))
    .flatMap((text) => (typeof text === 'string' ? text.split('\n') : []))
    .map((line) => line.trim())

/** A line with the text of a contract at its end taken for a plain sentence: only the seam before it is ours. */
const ours = (line: string, agreed: readonly string[]): string => {
  const text = agreed.find((each) => each !== '' && line.endsWith(each))
  return text === undefined ? line : `${line.slice(0, -text.length)}约定。`
}

const linesOf = async (view: CaseView): Promise<[paper: string, line: string][]> => {
  const lines: [string, string][] = []
  for (const form of forms)
    for (const subject of form.subjects(view)) {
      const paper = preparePaper({ view, form, subject, draft: false }, () => undefined)
      if (paper.missing.length > 0) continue
      const texts = await readText(await paper.bytes())
      const agreed = /^(?:agreement|confirmation)/u.test(form.id) ? agreedIn(view) : []
      for (const text of texts) lines.push([`${form.id} ${subject ?? ''}`.trim(), ours(text, agreed)])
    }
  return lines
}

describe.each(Object.entries(habits))('free texts %s', (_, write) => {
  test.each([1, 2, 6])('give papers whose seams are whole, with %i obligors', async (count) => {
    const change = writtenBy(write)
    const lines = [
      ...(await linesOf(crowdedCase(count, undefined, change))),
      ...(await linesOf(crowdedSuit(count, undefined, change))),
    ]
    expect(new Set(lines.map(([paper]) => paper.split(' ')[0])).size).toBeGreaterThan(forms.length - 3)
    const found = lines.flatMap(([paper, line]) =>
      Object.entries(faults).flatMap(([what, fault]) =>
        fault.test(line) ? [`${paper}: ${what}: ${line}`] : [],
      ),
    )
    expect([...new Set(found)]).toEqual([])
  })
})
