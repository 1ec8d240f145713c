import { isCurrentScan, type SignedPaper, sectionOf, signedPapers } from '../../core/facts/signed-papers.ts'
import { changedFields } from '../../core/forms/changed.ts'
import type { FormDefinition } from '../../core/forms/define.ts'
import { forms } from '../../core/forms/index.ts'
import type { CasePaper } from '../../core/lint/define.ts'
import type { ChangedPaper } from '../../core/lint/paper-files.ts'
import { settingWith } from '../../core/setting.ts'
import { type CaseView, viewOf } from '../../core/view.ts'
import { formByCode, type ReadBytes } from '../../documents/own/shelf.ts'
import type { PaperHistory } from '../../repository/history/facts-then.ts'
import type { FileVersion } from '../../repository/history/file-versions.ts'

/** A signed copy of a form that ejc knows, for each subject that it is of. */
interface SignedForm {
  readonly signed: SignedPaper
  readonly form: FormDefinition
  readonly subject: string | null
}

/** What the papers on file, those that ejc made and the signed copies, say otherwise than the facts do after a change. */
export function changedBy(
  before: CaseView,
  after: CaseView,
  made: readonly CasePaper[] = [],
): ChangedPaper[] {
  const kept = new Set(signedForms(before).map(({ signed }) => signed.file))
  const signed = signedForms(after)
    .filter(({ signed }) => kept.has(signed.file))
    .flatMap((each) => asChanged(each, before, after))
  const outdated = made.flatMap(({ path, form: id, subject, draft, outdated }): ChangedPaper[] => {
    const form = forms.find((each) => each.id === id)
    if (!form || draft || !outdated) return []
    return [{ path, form: id, subject, fields: changedFields(form, subject, before, after) }]
  })
  return [...signed, ...outdated]
}

interface PapersAsked {
  /** The papers that ejc made. */
  readonly made: readonly CasePaper[]
  /** Whether the history tells of the signed copies too: only where one case is asked about. */
  readonly withSigned: boolean
  readonly readBytes: ReadBytes
  readonly history: PaperHistory
}

/** What papers say otherwise than the facts, and whether a signed copy was not compared with them. */
interface Compared {
  readonly changed: readonly ChangedPaper[]
  readonly isPartial: boolean
}

/**
 * What the papers of a case say otherwise than the facts do now: the signed copies, by the facts of the commit that
 * brought each; the outdated papers among `made`, by those of the commit in which each was made.
 */
export async function changesOfPapers(
  view: CaseView,
  { made, withSigned, readBytes, history }: PapersAsked,
): Promise<Compared> {
  const past = createPast(history, view)
  const changed: ChangedPaper[] = []
  const uncompared: SignedForm[] = []
  for (const each of signedForms(view)) {
    const then = withSigned && history.isThere ? await past.whenBrought(each.signed.file) : undefined
    if (!then) uncompared.push(each)
    else if (then === 'unknown') changed.push({ ...identityOf(each), fields: undefined })
    else {
      const found = asChanged(each, then.view, view)
      changed.push(...(found.length || then.isSure ? found : [{ ...identityOf(each), fields: undefined }]))
    }
  }
  for (const paper of made) {
    if (paper.draft || !paper.outdated) continue
    const { path, form: id, subject } = paper
    const copy = uncompared.find((each) => each.form.id === id && each.subject === subject)?.signed
    const form = formByCode(id, view.regulation, readBytes)
    const then = form && history.isThere ? await past.whenMade(paper) : undefined
    const fields = form && then ? changedFields(form, subject, then.view, view) : undefined
    // Where no commit holds what it prints, to find nothing says nothing.
    const told = fields?.length || then?.isSure ? fields : undefined
    if (form && (told || copy))
      changed.push({ path, form: form.id, subject, fields: told, ...(copy && { copy }) })
  }
  return { changed, isPartial: uncompared.length > 0 }
}

/** The signed copies of a case that are of forms, without those that others have superseded. */
function signedForms(view: CaseView): SignedForm[] {
  return signedPapers(view.facts).flatMap((signed) => {
    if (!isCurrentScan(signed)) return []
    const form = forms.find(({ signedAt }) => signedAt === sectionOf(signed))
    // A notice that was signed once for a round went to each of those who got it.
    const isOf = (subject: string | null): boolean =>
      subject === signed.subject ||
      (signed.subject !== null && subject?.startsWith(`${signed.subject}/`) === true)
    return form
      ? form
          .subjects(view)
          .filter(isOf)
          .map((subject) => ({ signed, form, subject }))
      : []
  })
}

function identityOf({ signed, form, subject }: SignedForm) {
  return { path: signed.file, form: form.id, subject, signed: signed.place }
}

function asChanged(each: SignedForm, before: CaseView, after: CaseView): ChangedPaper[] {
  const fields = changedFields(each.form, each.subject, before, after)
  return fields.length ? [{ ...identityOf(each), fields }] : []
}

/** How many versions of a paper are looked at for the one that the facts of its commit made. */
const MOST_VERSIONS = 10

/** The case as a commit holds it, and whether it is for sure what a paper was made of. */
interface Then {
  readonly view: CaseView
  readonly isSure: boolean
}

/** The case as it was in earlier commits, by the law, the settings and the day of now: only its facts differ. */
function createPast(history: PaperHistory, view: CaseView) {
  const { id } = view.facts
  const seen = new Map<string, Promise<CaseView | undefined>>()
  const read = async ({ commit, path }: FileVersion): Promise<CaseView | undefined> => {
    // A case that was renumbered stood in another folder.
    const facts = await history.factsIn(path.split('/')[1] ?? id, commit, view.regulation.lists)
    return facts && viewOf(facts, settingWith(view, {}))
  }
  const viewIn = (version: FileVersion): Promise<CaseView | undefined> => {
    const key = `${version.commit}/${version.path.split('/')[1]}`
    const known = seen.get(key) ?? read(version)
    seen.set(key, known)
    return known
  }
  return {
    /** As it was when a file came into the case as it is now; undefined while it is in no commit. */
    async whenBrought(file: string): Promise<Then | 'unknown' | undefined> {
      const versions = await history.versions()
      const all = versions.of(`cases/${id}/${file}`)
      // A scan may have been replaced under the same name: what lay there before tells nothing of it.
      const replaced = all.findIndex(({ blob }) => blob !== all[0]?.blob)
      const brought = replaced < 0 ? all.at(-1) : all[replaced - 1]
      if (brought === undefined) return undefined
      const then = (await history.isCutOff()) ? undefined : await viewIn(brought)
      return then ? { view: then, isSure: !versions.broughtCase(brought) } : 'unknown'
    },
    /** As it was when a paper was made: the newest of its commits whose facts it prints, else its newest. */
    async whenMade({ path, isMadeOf }: CasePaper): Promise<Then | undefined> {
      if (await history.isCutOff()) return undefined
      const versions = (await history.versions()).of(`cases/${id}/${path}`).slice(0, MOST_VERSIONS)
      for (const version of versions) {
        const then = await viewIn(version)
        if (then && isMadeOf?.(then)) return { view: then, isSure: true }
      }
      const newest = versions[0] && (await viewIn(versions[0]))
      return newest && { view: newest, isSure: false }
    },
  }
}
