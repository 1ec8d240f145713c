import { isMapData } from '../../core/facts/data.ts'
import type { Finding } from '../../core/lint/define.ts'
import type { RegulationPack } from '../../core/regulation/pack.ts'
import type { Cache } from '../../repository/cache/cache.ts'
import { RepositoryError } from '../../repository/errors.ts'
import type { Repository } from '../../repository/repository.ts'
import { fileDigest } from './scope.ts'

/** What was concluded about one case. */
export interface CaseFindings {
  readonly findings: readonly Finding[]
  /** See `yearsWithoutHolidays`. */
  readonly years: readonly number[]
  /** The SHA-256 of each file that a rule read. Evidence is read every time, since git does not track all of it. */
  readonly digests: Readonly<Record<string, string>>
}

/** What is remembered of a case, if the files that rules read are unchanged. */
export function rememberedFindings(
  cache: Cache,
  repository: Pick<Repository, 'digest'>,
  id: string,
): (CaseFindings & { readonly until: undefined }) | undefined {
  const known = cache.get(id)
  if (!isCaseFindings(known)) return undefined
  const same = Object.entries(known.digests).every(([file, digest]) => isUnchanged(repository, file, digest))
  return same ? { ...known, until: undefined } : undefined
}

/** The findings outside of the cases, and what the findings about the repository as a whole depend on. */
export interface WholeFindings {
  readonly findings: readonly Finding[]
  /** The years for which the calendar has an arrangement. */
  readonly coveredYears: readonly number[]
  /** Where the regulation of the office writes each matter. */
  readonly matters: RegulationPack['matters']
}

/** What is remembered of the files outside of the cases, if they are unchanged. */
export function rememberedWhole(cache: Cache, repository: Repository): WholeFindings | undefined {
  const known = cache.getWhole(groundOf(repository))
  return isWholeFindings(known) ? known : undefined
}

/** Remembers the findings outside of the cases. */
export function keepWhole(cache: Cache, repository: Repository, whole: WholeFindings): void {
  if (!rememberedWhole(cache, repository)) cache.keepWhole(groundOf(repository), whole)
}

/** The digest of submissions.yaml, the one file that the key of the cache leaves out. */
function groundOf(repository: Repository): string {
  return repository.readSubmissions()?.digest() ?? ''
}

function isWholeFindings(value: unknown): value is WholeFindings {
  if (!isMapData(value)) return false
  const { findings, coveredYears, matters } = value
  return (
    Array.isArray(findings) && findings.every(isFinding) && Array.isArray(coveredYears) && isMapData(matters)
  )
}

function isUnchanged(repository: Pick<Repository, 'digest'>, file: string, digest: string): boolean {
  try {
    return fileDigest(repository, file) === digest
  } catch (error) {
    if (error instanceof RepositoryError) return false
    throw error
  }
}

function isCaseFindings(value: unknown): value is CaseFindings {
  if (!isMapData(value)) return false
  const { findings, years, digests } = value
  return (
    Array.isArray(findings) &&
    findings.every(isFinding) &&
    Array.isArray(years) &&
    years.every((year) => typeof year === 'number') &&
    isMapData(digests) &&
    Object.values(digests).every(isText)
  )
}

function isFinding(value: unknown): value is Finding {
  if (!isMapData(value)) return false
  const { rule, code, severity, message, article, file, line, column, path } = value
  return (
    [rule, message, file, path].every(isText) &&
    [code, article, value.case].every((text) => text === null || isText(text)) &&
    (severity === 'error' || severity === 'warning' || severity === 'notice') &&
    [line, column].every((number) => typeof number === 'number')
  )
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
