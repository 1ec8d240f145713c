import { readdirSync, readFileSync } from 'node:fs'
import type { Documents } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import type { Path } from '../../src/core/facts/locations.ts'
import type {
  CaseDraft,
  CaseFile,
  CasePaper,
  CaseRule,
  CaseScope,
  Example,
  PlacedFinding,
} from '../../src/core/lint/define.ts'
import { lintCase } from '../../src/core/lint/engine.ts'
import { caseRules } from '../../src/core/lint/index.ts'
import type { ChangedPaper, DamagedFile } from '../../src/core/lint/paper-files.ts'
import { sampleDigest, sampleDocuments, sampleToday } from '../../src/core/lint/sample.ts'
import { viewOf } from '../../src/core/view.ts'
import { settingOn } from './setting.ts'

function filesNamed(paths: readonly string[]): ReadonlyMap<string, CaseFile> {
  return new Map(paths.map((path) => [path, { path, sha256: () => sampleDigest }]))
}

interface InFolder {
  readonly files?: readonly string[]
  readonly papers?: readonly CasePaper[]
  readonly drafts?: readonly CaseDraft[]
  readonly changedPapers?: readonly ChangedPaper[]
  readonly damaged?: readonly DamagedFile[]
  /** Evidence outside of the repository; the folder can't be reached when absent. */
  readonly outside?: readonly string[] | undefined
}

/** The scope of a case whose folder holds these (empty) files, these papers and these drafts. */
export function scopeOf(
  documents: Documents,
  today: string,
  { files = [], papers = [], drafts = [], changedPapers = [], damaged = [], outside }: InFolder = {},
): CaseScope {
  const view = viewOf(factsOf(documents), settingOn(today))
  const inFolder = {
    files: filesNamed(files),
    papers: () => papers,
    drafts: () => drafts,
    changedPapers: () => changedPapers,
    damaged: () => damaged,
  }
  const scope = Object.assign(view, { ...inFolder, projects: [] })
  if (!outside) return scope
  const there = filesNamed(outside)
  return Object.assign(scope, { outside: (path: string) => there.get(path) ?? null })
}

interface Given extends InFolder {
  readonly rules?: readonly CaseRule[]
}

/** What the rules find in a case. */
export function findingsIn(
  documents: Documents,
  today: string,
  { rules = caseRules, ...folder }: Given = {},
): PlacedFinding[] {
  return lintCase(scopeOf(documents, today, folder), rules)
}

/** The documents of the sample case after the change of an example, and what a rule finds in them. */
export function runExample(
  rule: CaseRule,
  example: Example,
): { documents: Documents; found: PlacedFinding[] } {
  const listed = (sampleDocuments().evidence?.evidence ?? []).flatMap(({ file }) => file ?? [])
  const documents = sampleDocuments()
  example.change(documents)
  const files = example.files ?? listed
  const { today = sampleToday, papers = [], drafts = [], changedPapers = [], damaged = [], outside } = example
  return {
    documents,
    found: findingsIn(documents, today, {
      rules: [rule],
      files,
      papers,
      drafts,
      changedPapers,
      damaged,
      outside,
    }),
  }
}

/** The value at a path inside a document; undefined where there is none. */
export function valueAt(documents: Documents, document: string, path: Path): unknown {
  let value: unknown = Object.entries(documents).find(([name]) => name === document)?.[1]
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.entries(value).find(([name]) => name === String(key))?.[1]
  }
  return value
}

/** The rule files on disk, as `family/name`. */
export function ruleFiles(): string[] {
  return readdirSync('src/core/lint/rules', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
}

/** The text of the file of a rule. */
export function ruleSource(id: string): string {
  return readFileSync(`src/core/lint/rules/${id}.ts`, 'utf8')
}
