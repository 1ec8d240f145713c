import type { Documents } from '../../facts/documents.ts'
import { factsOf } from '../../facts/facts.ts'
import type { CaseScope, PlacedFinding } from '../../lint/define.ts'
import { findingsBy } from '../../lint/engine.ts'
import { caseRules } from '../../lint/index.ts'
import { newlyFound } from '../../stages/refusals.ts'
import { viewOf } from '../../view.ts'
import { caseColumns } from '../columns.ts'
import type { IntakeSetting } from './documents.ts'
import type { Fault, FaultPlace } from './fault.ts'
import type { IntakeCase } from './intake.ts'

/** The rules that find that a record contradicts itself: what history excuses is not among them. */
const rules = caseRules.filter(
  ({ severityStays, reads = [], notOfRow }) =>
    severityStays === 'record' && !reads.includes('files') && !notOfRow,
)

/**
 * What contradicts itself in the case that a row would become, at the cells that say it. An error makes the row
 * doubtful: it is taken only where the officer says so. `before`: the case as it is, whose own faults are none of the
 * row.
 */
export function rowContradictions(
  intake: IntakeCase,
  { before, after }: { readonly before?: Documents; readonly after: Documents },
  setting: IntakeSetting,
): Fault[] {
  const found = newlyFound(
    { findings: before ? findingsIn(before, setting) : [], documents: before ?? {} },
    { findings: findingsIn(after, setting), documents: after },
  )
  return found.flatMap((finding): Fault[] => {
    if (finding.severity === 'notice') return []
    const message = finding.message.replace(/。$/u, '')
    const about = { ...placeOf(intake, after, finding), message }
    if (finding.denies === 'future') return [{ ...about, refuses: true }]
    return [{ ...about, refuses: false, ...(finding.severity === 'error' && { doubtful: true }) }]
  })
}

function findingsIn(
  documents: Documents,
  { regulation, calendar, config, on }: IntakeSetting,
): readonly PlacedFinding[] {
  const view = viewOf(factsOf(documents), { regulation, calendar, config, today: on })
  const scope: CaseScope = {
    ...{ regulation, calendar, config, today: on, facts: view.facts },
    ...{ projects: [], files: new Map(), papers: () => [], drafts: () => [] },
    get stage() {
      return view.stage
    },
    get deadlines() {
      return view.deadlines
    },
  }
  return findingsBy(scope, rules)
}

/** The cell that says what a finding is about; the whole row where no column holds it. */
function placeOf(intake: IntakeCase, documents: Documents, finding: PlacedFinding): FaultPlace {
  const { sheet, row, headings } = intake
  const column = columnOf(finding)
  const own = column && ownPlace(intake, documents, finding)
  if (own) return own
  return { sheet, row, column: column ? (headings.get(column.id) ?? column.heading) : '（整行）' }
}

function columnOf({ document, path }: PlacedFinding) {
  const at = addressOf(document, path)
  const isAbove = (one: string, other: string): boolean => one === other || other.startsWith(`${one}.`)
  const holds = (match: (address: string) => boolean) =>
    caseColumns.find((column) => 'facts' in column && column.facts.some((each) => match(bare(each))))
  return holds((each) => each === at) ?? holds((each) => isAbove(at, each) || isAbove(each, at))
}

/** An address without the numbers in lists: agreements.agreements.signedOn. */
function addressOf(document: string, path: PlacedFinding['path']): string {
  return [document, ...path.filter((step) => typeof step === 'string')].join('.')
}

function bare(address: string): string {
  return address.replaceAll('[]', '')
}

/** The cell in the row of an obligor or of a payment, where it has one of its own. */
function ownPlace(
  { obligors, payments }: IntakeCase,
  documents: Documents,
  { document, path }: PlacedFinding,
): FaultPlace | undefined {
  const [, index, , , key] = path
  if (document === 'payments') {
    const payment = documents.payments?.payments[Number(index)]
    return payments.find(({ on, place }) => place && on === payment?.paidOn)?.place
  }
  // consultation.rounds[0].services[1].servedOn
  if (document !== 'consultation' || key !== 'servedOn') return undefined
  const service = documents.consultation?.rounds[Number(index)]?.services?.[Number(path[3])]
  const name = documents.case.obligors?.find(({ id }) => id === service?.obligor)?.name
  return obligors.find((each) => each.name === name)?.places?.servedOn
}
