import type { CaseDocument } from '../../facts/documents.ts'
import type { IntakeCase } from './intake.ts'

/** A case of the repository, as far as rows are matched to it. */
export interface KnownCase {
  readonly id: string
  readonly file: CaseDocument
}

/** Finds the case of a row. */
export type FindCase = (row: IntakeCase, source: string) => readonly KnownCase[]

/**
 * Rows are matched to cases by the number where it is a case id, then by the number in the ledger that the case was
 * taken over from, then by that number and the name of the case, then by name and obligors. Several cases where that
 * does not tell them apart.
 */
export function caseFinder(cases: readonly KnownCase[]): FindCase {
  const byId = new Map(cases.map((each) => [each.id, each]))
  const bySource = groupedBy(cases, ({ file }) => sourceKey(file.backfilled?.source, file.backfilled?.number))
  const byNumber = groupedBy(cases, ({ file }) => titledKey(file.backfilled?.number, file.title))
  const byTitle = groupedBy(cases, ({ file }) =>
    titleKey(
      file.title,
      (file.obligors ?? []).map(({ name }) => name),
    ),
  )
  return (row, source) => {
    const { number, title } = row
    const own = number === undefined ? undefined : byId.get(number)
    if (own) return [own]
    const ways = [
      bySource.get(sourceKey(source, number) ?? ''),
      byNumber.get(titledKey(number, title) ?? ''),
      title === undefined
        ? undefined
        : withoutOtherNumber(
            byTitle.get(
              titleKey(
                title,
                row.obligors.map(({ name }) => name),
              ),
            ),
            number,
          ),
    ]
    return ways.find((found) => found !== undefined && found.length > 0) ?? []
  }
}

/** A case of the same name that has another number in a ledger is another case. */
function withoutOtherNumber(
  found: readonly KnownCase[] | undefined,
  number: string | undefined,
): readonly KnownCase[] | undefined {
  return found?.filter(({ file: { backfilled } }) => {
    const known = backfilled?.number
    return known === undefined || number === undefined || isSameNumber(known, number)
  })
}

/** Equal, or one is that of a sheet before the other (2024年 3): a file with fewer sheets counts without them. */
function isSameNumber(one: string, other: string): boolean {
  return one === other || one.endsWith(` ${other}`) || other.endsWith(` ${one}`)
}

function sourceKey(source: string | undefined, number: string | undefined): string | undefined {
  return source === undefined || number === undefined ? undefined : `${source}\n${number}`
}

function titledKey(number: string | undefined, title: string | undefined): string | undefined {
  return number === undefined || title === undefined ? undefined : `${number}\n${title}`
}

function titleKey(title: string, names: readonly string[]): string {
  return `${title}\n${[...names].sort().join('\n')}`
}

function groupedBy(
  cases: readonly KnownCase[],
  keyOf: (each: KnownCase) => string | undefined,
): ReadonlyMap<string, readonly KnownCase[]> {
  const groups = new Map<string, KnownCase[]>()
  for (const each of cases) {
    const key = keyOf(each)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(each)
    else groups.set(key, [each])
  }
  return groups
}
