import { factsOf } from '../facts/facts.ts'
import type { Path } from '../facts/locations.ts'
import { sampleDocuments } from '../lint/sample.ts'
import { formWord } from '../regulation/forms.ts'
import type { Setting } from '../setting.ts'
import { viewOf } from '../view.ts'
import { forms } from './index.ts'

/** The papers that print what stands at a place of the documents, as people call them; none for most facts. */
export type PapersNeeding = (document: string, path: Path) => readonly string[]

/** What each paper needs, found out by filling it for the sample case: a form itself says what it needs. */
export function papersNeeding(setting: Setting): PapersNeeding {
  let known: ReadonlyMap<string, ReadonlySet<string>> | undefined
  return (document, path) => {
    known ??= neededPaths(setting)
    const place = [document, ...path.filter((step) => typeof step === 'string')].join('.')
    const found = [...known].filter(([each]) => each === place || each.startsWith(`${place}.`))
    const ids = new Set(found.flatMap(([, papers]) => [...papers]))
    return forms.flatMap(({ id }) => (ids.has(id) ? formWord(setting.regulation, id) : []))
  }
}

/** The papers by the path of each fact that they need, without the items of lists. */
function neededPaths(setting: Setting): ReadonlyMap<string, ReadonlySet<string>> {
  const view = viewOf(factsOf(sampleDocuments()), setting)
  const papers = new Map<string, Set<string>>()
  for (const form of forms) {
    const [subject = null] = form.subjects(view)
    for (const { path } of form.fill(view, subject).needed) {
      const place = path.replace(/\[[^\]]*\]/g, '')
      papers.set(place, (papers.get(place) ?? new Set()).add(form.id))
    }
  }
  return papers
}
