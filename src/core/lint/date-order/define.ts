import type { IsoDate } from '../../calendar/dates.ts'
import { isMapData } from '../../facts/data.ts'
import { isDocumentName } from '../../facts/documents.ts'
import type { HolderOf, SectionAddress, SectionAt, TextAddress } from '../../facts/section.ts'
import type { Matter } from '../../regulation/cite.ts'
import type { HalfFilled } from '../../schema/half-filled.ts'
import { titleAt } from '../../schema/walk.ts'
import type { CaseView } from '../../view.ts'

/** The date from which a case is under way; many dates must follow it. */
export const INITIATED = 'investigation.initiation.initiatedOn'

/** A date that lies before one that it must follow. */
export interface Misplaced {
  /** The object that holds the later date. */
  readonly target: object
  readonly key: string
  /** The name of the later date, in quotation marks where it is the title of a key. */
  readonly what: string
  readonly on: IsoDate
  readonly earlier: string
  readonly earlierOn: IsoDate
  readonly matter: Matter
}

/** A pair of dates in the documents: the later must not come before the earlier. */
export interface DateOrder {
  readonly earlier: string
  readonly later: string
  readonly matter: Matter
  misplaced(view: CaseView): readonly Misplaced[]
}

/**
 * One date must not come before another. Inside a list, both are of the same item; `when` says which others belong
 * together. Either item may be one that is being filled in.
 */
export function datesInOrder<Earlier extends TextAddress, Later extends TextAddress>(
  earlier: Earlier,
  later: Later,
  matter: Matter,
  when: (
    earlier: HalfFilled<HolderOf<Earlier>>,
    later: HalfFilled<HolderOf<Later>>,
    view: CaseView,
  ) => boolean = () => true,
): DateOrder {
  const { shared, first, second } = divided(earlier, later)
  const pair: BelongTogether = { when }
  return {
    earlier,
    later,
    matter,
    misplaced: (view) =>
      reached(view.facts.documents, shared).flatMap((common) =>
        datesIn(common, second).flatMap(({ holder: target, key, on }) =>
          datesIn(common, first)
            .filter((before) => on < before.on && pair.when(before.holder, target, view))
            .map((before) => {
              const what = { what: titleOf(later), earlier: titleOf(earlier) }
              return { target, key, on, earlierOn: before.on, matter, ...what }
            }),
        ),
      ),
  }
}

/** A date must not come before a day that follows from the facts; `what` says in Chinese what day that is. */
export function since<Later extends TextAddress>(
  what: string,
  later: Later,
  matter: Matter,
  day: (later: HalfFilled<HolderOf<Later>>, view: CaseView) => IsoDate | undefined,
): DateOrder {
  const place = dateAt(later)
  const known: KnownDay = { day }
  return {
    earlier: what,
    later,
    matter,
    misplaced: (view) =>
      datesIn(view.facts.documents, place).flatMap(({ holder: target, key, on }) => {
        const earlierOn = known.day(target, view)
        if (earlierOn === undefined || on >= earlierOn) return []
        return [{ target, key, on, earlierOn, matter, what: titleOf(later), earlier: what }]
      }),
  }
}

/** Steps of one section in their order: each must not come before the last earlier step that has a date. */
export function stepsInOrder<At extends SectionAddress>(
  section: At,
  first: keyof SectionAt<At> & string,
  ...next: readonly (readonly [keyof SectionAt<At> & string, Matter])[]
): DateOrder[] {
  return next.flatMap(([key, matter], index) => {
    const former = [first, ...next.slice(0, index).map(([each]) => each)]
    return former.map((each, place) => between(section, [each, ...former.slice(place + 1)], key, matter))
  })
}

/** Two steps of a section, where none of those between them is dated. */
function between(
  section: SectionAddress,
  [first = '', ...others]: readonly string[],
  key: string,
  matter: Matter,
): DateOrder {
  const [earlier, later] = [`${section}.${first}`, `${section}.${key}`]
  const place = dateAt(later)
  return {
    earlier,
    later,
    matter,
    misplaced: ({ facts }) =>
      datesIn(facts.documents, place).flatMap(({ holder, on }) => {
        const earlierOn = holder[first]
        if (typeof earlierOn !== 'string' || on >= earlierOn) return []
        if (others.some((other) => holder[other] !== undefined)) return []
        const what = { what: titleOf(later), earlier: titleOf(earlier) }
        return [{ target: holder, key, on, earlierOn, matter, ...what }]
      }),
  }
}

/** Which items of two addresses belong together. A method takes narrower types; the schema guarantees that they fit. */
interface BelongTogether {
  when(earlier: object, later: object, view: CaseView): boolean
}

interface KnownDay {
  day(later: object, view: CaseView): IsoDate | undefined
}

type DateHolder = Readonly<Record<string, unknown>>

interface Dated {
  readonly holder: DateHolder
  readonly key: string
  readonly on: IsoDate
}

interface AddressStep {
  readonly key: string
  readonly isList: boolean
}

/** The way from a value to a date: the steps to the object that holds it, and its key there. */
interface DateAt {
  readonly holder: readonly AddressStep[]
  readonly key: string
}

function addressStep(text: string): AddressStep {
  const isList = text.endsWith('[]')
  return { key: isList ? text.slice(0, -'[]'.length) : text, isList }
}

function dateAt(address: string, from = 0): DateAt {
  const steps = address.split('.')
  return { holder: steps.slice(from, -1).map(addressStep), key: steps.at(-1) ?? '' }
}

/** The steps that two addresses share, and the rest of each: in the shared lists, both dates are of the same item. */
function divided(earlier: string, later: string) {
  const [first, second] = [earlier.split('.'), later.split('.')]
  const parting = first.findIndex((step, index) => step !== second[index])
  const from = Math.min(parting, first.length - 1, second.length - 1)
  const shared = first.slice(0, from).map(addressStep)
  return { shared, first: dateAt(earlier, from), second: dateAt(later, from) }
}

function datesIn(root: unknown, { holder, key }: DateAt): Dated[] {
  return reached(root, holder).flatMap((each) => {
    const on = each[key]
    return typeof on === 'string' ? [{ holder: each, key, on }] : []
  })
}

/** The sections to which steps lead from a value. It runs for every pair of every case, so it makes no other list. */
function reached(
  root: unknown,
  steps: readonly AddressStep[],
  from = 0,
  found: DateHolder[] = [],
): DateHolder[] {
  let value = root
  for (let index = from; index < steps.length; index++) {
    const step = steps[index]
    if (!step || !isMapData(value)) return found
    value = value[step.key]
    if (!step.isList) continue
    if (Array.isArray(value)) for (const item of value) reached(item, steps, index + 1, found)
    return found
  }
  if (isMapData(value)) found.push(value)
  return found
}

/** The title that the schema gives to a key: “起诉日期”. */
function titleOf(address: string): string {
  const [document = '', ...steps] = address.split('.')
  if (!isDocumentName(document)) throw new Error(`${address}: there is no such document`)
  const path = steps.map(addressStep).flatMap(({ key, isList }) => (isList ? [key, 0] : [key]))
  return `“${titleAt(document, path) ?? address}”`
}
