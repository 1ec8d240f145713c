import { compare, type IsoDate } from '../calendar/dates.ts'
import { debtsOf, owersOf } from '../facts/debts.ts'
import type { DebtKind, Payment, RestorationProject } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import {
  type Instalment,
  instalmentsUnder,
  paidFor,
  paymentsOn,
  paymentsUnder,
} from '../facts/instalments.ts'
import { fenOf, sum } from '../facts/money.ts'
import { obligorName } from '../facts/queries.ts'
import { passedOn } from '../facts/restoration.ts'
import type { Work } from '../facts/works.ts'
import type { CaseView } from '../view.ts'
import { amountInFigures } from './amounts.ts'
import { asSentence, dateOrBlank, inClauses, obligorNames } from './fields.ts'

/** What a paper about a default speaks of: an agreement, judgment or order, who is held to it, and until when. */
export interface Held {
  readonly reference: string
  readonly obligors: readonly string[]
  /** The kinds of debt that it is about; all where none is named. */
  readonly debts?: readonly DebtKind[] | undefined
  /** The day of the paper; later payments belong to a later one. */
  readonly by: IsoDate | undefined
}

/** The day of a paper, and what had come about by then. */
interface Span {
  readonly by: IsoDate | undefined
  readonly inTime: (day: IsoDate | undefined) => day is IsoDate
}

/**
 * What was performed by the day of the paper and what was due and was not: a sentence for each instalment and each work
 * of those named. A paper that says nothing was ever done must be true.
 */
export function performedLines({ facts }: CaseView, held: Held): string[] {
  const { reference, obligors, by } = held
  const kinds = held.debts?.length ? held.debts : undefined
  const debts = debtsOf(facts, reference).filter(
    ({ obligor, kind }) => obligors.includes(obligor) && (kinds?.includes(kind) ?? true),
  )
  const owed = debts.flatMap((debt) => debt.instalments.map((one) => [one.payment, one] as const))
  const instalments = [...new Map(owed).values()]
  const works = [...new Map(debts.flatMap((debt) => debt.works.map((one) => [one.address, one]))).values()]
  const projects = [...new Set(works.flatMap((work) => work.projects))]
  const span: Span = {
    by,
    inTime: (day): day is IsoDate => day !== undefined && (by === undefined || day <= by),
  }
  const told = [
    ...instalments.flatMap((each) => instalmentLine(facts, each, span, obligors)),
    ...looseLines(facts, held, instalments, span),
    ...projects.flatMap((project) => projectLine(project, span)),
    ...works.flatMap((work) => openWorkLine(facts, work, span, obligors)),
  ]
  if (told.length || !debts.length) return told
  return [asSentence(`${by ? `至${dateOrBlank(by)}，` : ''}${obligorNames(facts, obligors)}没有履行`)]
}

/**
 * Whose an obligation is, where the paper speaks of several and it is that of some of them: a sum without the name of
 * its payer would be asked of all.
 */
function whose(facts: Facts, owing: readonly string[], held: readonly string[]): string {
  const own = owing.filter((id) => held.includes(id))
  return own.length && own.length < held.length ? obligorNames(facts, own) : ''
}

/** Who owes an instalment: its own payer, though others are liable with him. */
function payersOf(facts: Facts, instalment: Instalment): readonly string[] {
  const { obligor } = instalment.payment
  return obligor === undefined ? owersOf(facts, instalment) : [obligor]
}

/** What was paid on one instalment and by whom, and what of it is left. */
function instalmentLine(
  facts: Facts,
  instalment: Instalment,
  { by, inTime }: Span,
  held: readonly string[],
): string[] {
  const { amount, dueOn, obligor } = instalment.payment
  const paid = paymentsOn(facts, instalment)
    .filter(({ paidOn }) => inTime(paidOn))
    .toSorted((a, b) => compare(a.paidOn, b.paidOn))
  const isDue = dueOn !== undefined && (by === undefined || dueOn < by)
  if (!paid.length && !isDue) return []
  const left = fenOf(amount) - sum(paid.map((each) => each.amount))
  const rest = !paid.length ? '没有支付' : left > 0n ? `尚欠${amountInFigures(left)}` : '已付清'
  const owing = whose(facts, payersOf(facts, instalment), held)
  const due = dueOn ? `应于${dateOrBlank(dueOn)}前（含当日）支付的` : owing && '应当支付的'
  const what = `${owing}${due}${amountInFigures(fenOf(amount))}`
  return [asSentence(inClauses(what, ...paid.map((each) => paidText(facts, each, obligor, owing)), rest))]
}

/** 某公司已于2026年2月6日支付20,000.00元, without the name where the sentence has named him. */
function paidText(facts: Facts, paid: Payment, owing: string | undefined, named = ''): string {
  const payer = paidFor(paid) ?? owing
  const who = payer === undefined ? '' : obligorName(facts, payer)
  return `${who === named ? '' : who}已于${dateOrBlank(paid.paidOn)}支付${amountInFigures(fenOf(paid.amount))}`
}

/** What was paid under an agreement on no instalment, by those named or by nobody known. */
function looseLines(
  facts: Facts,
  { reference, obligors, debts }: Held,
  instalments: readonly Instalment[],
  { inTime }: Span,
): string[] {
  const agreement = facts.agreements.find(({ id }) => id === reference)
  if (!agreement || (debts?.length && !debts.includes('money'))) return []
  const all = [...instalments, ...instalmentsUnder(facts, agreement)]
  const credited = new Set(all.flatMap((each) => paymentsOn(facts, each)))
  return paymentsUnder(facts, agreement)
    .filter((paid) => !credited.has(paid) && inTime(paid.paidOn))
    .filter((paid) => obligors.includes(paidFor(paid) ?? obligors[0] ?? ''))
    .map((paid) => asSentence(paidText(facts, paid, undefined)))
}

function projectLine(project: RestorationProject, { inTime }: Span): string[] {
  const steps: readonly (readonly [string, IsoDate | undefined])[] = [
    ['启动', project.startedOn],
    ['完成', project.completedOn],
    ['经验收达到修复目标', passedOn(project)],
  ]
  const told = steps.flatMap(([what, day]) => (inTime(day) ? `于${dateOrBlank(day)}${what}` : []))
  return told.length ? [asSentence(`修复工程${told.join('，')}`)] : []
}

/** Work whose day had passed and that nobody had completed. */
function openWorkLine(
  facts: Facts,
  { completeBy, projects, doneOn, obligors }: Work,
  { by, inTime }: Span,
  held: readonly string[],
): string[] {
  const isDue = completeBy !== undefined && (by === undefined || completeBy < by)
  const isComplete = inTime(doneOn) || projects.some(({ completedOn }) => inTime(completedOn))
  return isDue && !isComplete
    ? [
        asSentence(
          `${whose(facts, obligors, held)}应于${dateOrBlank(completeBy)}前（含当日）完成的修复，没有完成`,
        ),
      ]
    : []
}
