import { isMapData } from '../../../core/facts/data.ts'
import type { CaseData, CaseDocument, Documents } from '../../../core/facts/documents.ts'
import type { IntakeSetting } from '../../../core/ledger/intake/documents.ts'
import type { Intake } from '../../../core/ledger/intake/intake.ts'
import type { KnownCase } from '../../../core/ledger/intake/match.ts'
import { type KnownCases, type PlannedRow, planRows } from '../../../core/ledger/intake/plan.ts'
import { importedDocuments } from '../../../repository/imported.ts'
import { takenNumbers } from '../../../repository/numbers.ts'
import { nextCaseId } from '../../../repository/repository.ts'
import type { Workspace } from '../../../repository/workspace.ts'

/**
 * What each row would become. What the last import wrote is asked of git only for the cases that a row would change:
 * the first pass finds them.
 */
export async function plannedRows(
  workspace: Workspace,
  intake: Intake,
  setting: IntakeSetting,
): Promise<readonly PlannedRow[]> {
  const wanted = new Set<string>()
  const known = knownCases(workspace, await takenNumbers(workspace.repository.root))
  const noting = (id: string): CaseData => {
    wanted.add(id)
    return {}
  }
  const first = planRows(intake, { ...known, imported: noting }, setting)
  if (wanted.size === 0) return first
  const bases = await importedDocuments(workspace.repository.root, [...wanted])
  return planRows(intake, { ...known, imported: (id) => bases.get(id) ?? {} }, setting)
}

function knownCases(workspace: Workspace, numbers: ReadonlySet<string>): Omit<KnownCases, 'imported'> {
  const { repository } = workspace
  const ids = repository.caseIds()
  const documents = new Map<string, Documents>()
  return {
    cases: ids.flatMap((id) => knownCase(workspace, id) ?? []),
    documents: (id) => {
      const found = documents.get(id) ?? workspace.needCase(id).view.facts.documents
      documents.set(id, found)
      return found
    },
    nextId: (year, taken) => nextCaseId([...numbers, ...taken], workspace.setting.config.idPrefix, year),
  }
}

/** A case as far as rows are matched to it; a file that can't be read matches only by its number. */
function knownCase({ repository }: Workspace, id: string): KnownCase | undefined {
  const result = repository.readCase(id).documents.case?.result
  if (!result?.ok || !isMapData(result.data)) return undefined
  // The schema boundary: only what rows are matched by is read, and a case that is changed is validated first.
  const file = result.data as unknown as CaseDocument
  return typeof file.title === 'string' ? { id, file } : undefined
}
