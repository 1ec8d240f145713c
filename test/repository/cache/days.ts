import { outlookOf } from '../../../src/cli/shared/cases/outlook.ts'
import { type KeptOutlook, outlookToday } from '../../../src/cli/shared/cases/outlook-today.ts'
import { addDays, type IsoDate } from '../../../src/core/calendar/dates.ts'
import { caseRules } from '../../../src/core/lint/index.ts'
import { settingWith, watched } from '../../../src/core/setting.ts'
import { viewOf } from '../../../src/core/view.ts'
import { concludeCase } from '../../../src/office/lint/case.ts'
import { caseIdClaims } from '../../../src/office/lint/housekeeping.ts'
import { openHistory } from '../../../src/repository/history/facts-then.ts'
import { openWorkspace, type Workspace } from '../../../src/repository/workspace.ts'

/** What was kept of a case, as JSON, and the first day on which it may be different. */
interface Kept {
  readonly json: string
  readonly until: IsoDate
}

/** What a run of days showed. */
export interface Days {
  /** The days and cases on which what was kept was not what a fresh look says. */
  readonly stale: readonly string[]
  /** How many answers of how many came from what was kept. */
  readonly kept: number
  readonly asked: number
}

/**
 * Concludes each case on each of the days in a row, as lint and as due do, and compares it with what was kept from the
 * days before, as long as that was said to hold.
 */
export async function runOfDays(root: string, first: IsoDate, count: number): Promise<Days> {
  const kept = new Map<string, Kept>()
  const stale: string[] = []
  let [fromMemory, asked] = [0, 0]
  for (let step = 0; step < count; step += 1) {
    const day = addDays(first, step)
    const workspace = await openWorkspace(root, day)
    for (const [id, now, until, recall] of await concluded(workspace, day)) {
      asked += 1
      const known = kept.get(id)
      if (known && day < known.until) {
        fromMemory += 1
        if (recall(known.json) !== recall(now)) stale.push(`${day} ${id}`)
      } else if (until) kept.set(id, { json: now, until })
    }
  }
  return { stale, kept: fromMemory, asked }
}

type Conclusion = readonly [
  id: string,
  json: string,
  until: IsoDate | undefined,
  recall: (json: string) => string,
]

async function concluded(workspace: Workspace, day: IsoDate): Promise<Conclusion[]> {
  const { repository } = workspace
  const ids = repository.caseIds()
  const claims = caseIdClaims([...ids])
  const history = openHistory(repository.root)
  const found: Conclusion[] = []
  for (const id of ids) {
    const {
      until,
      digests: _,
      ...said
    } = await concludeCase(workspace, id, { rules: caseRules, named: [], isAlone: false, claims, history })
    found.push([`lint ${id}`, JSON.stringify(said), until, (json) => json])
    const reading = workspace.readCase(id)
    if (!reading.ok) continue
    const { facts, regulation } = reading.view
    const view = viewOf(facts, watched(settingWith(workspace.setting, { regulation })))
    const json = JSON.stringify({ ...outlookOf(view, () => true), on: day })
    found.push([`due ${id}`, json, view.watch?.until(), (kept) => recalled(kept, day)])
  }
  await history.close()
  return found
}

function recalled(json: string, day: IsoDate): string {
  const kept: KeptOutlook = JSON.parse(json)
  return JSON.stringify({ ...outlookToday(kept, day), on: day })
}
