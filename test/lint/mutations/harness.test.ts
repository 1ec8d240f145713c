import { afterAll, describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/core/lint/define.ts'
import { clauseMutations } from './clauses.ts'
import { dateMutations } from './dates.ts'
import { moneyMutations } from './money.ts'
import type { Expected, Mutation } from './mutation.ts'
import { personMutations } from './persons.ts'
import { procedureMutations } from './procedure.ts'
import { referenceMutations } from './references.ts'
import { brokenSample, type Result } from './run.ts'

const mutations: readonly Mutation[] = [
  ...clauseMutations,
  ...moneyMutations,
  ...dateMutations,
  ...referenceMutations,
  ...personMutations,
  ...procedureMutations,
]

const families = [...new Set(mutations.map(({ family }) => family))]
const lint = brokenSample()

/** How a family fared: breaks, breaks found, and errors that should not be there. */
interface Score {
  breaks: number
  found: number
  lawful: number
  wrong: number
}

const scores = new Map<string, Score>()

function isFound({ findings, lineOf }: Result, { rule, code, at }: Expected): boolean {
  return findings.some(
    (finding) =>
      finding.rule === rule &&
      (code === undefined || finding.code === code) &&
      finding.file === `cases/NN-2025-0007/${at[0]}.yaml` &&
      finding.line === lineOf(at),
  )
}

function wrongErrors({ findings }: Result, expects: Mutation['expects']): readonly Finding[] {
  const right = expects === 'lawful' ? [] : [expects.rule, ...(expects.besides ?? [])]
  return findings.filter(({ severity, rule }) => severity === 'error' && !right.includes(rule))
}

/** The same said twice at the same place. */
function repeated({ findings }: Result): readonly Finding[] {
  const keys = findings.map((finding) => `${told(finding)} ${finding.message}`)
  return findings.filter((_, index) => keys.indexOf(keys[index] ?? '') !== index)
}

const told = ({ severity, rule, code, file, line }: Finding): string =>
  `${severity} ${rule} ${code} ${file}:${line}`

/** What is wrong with the answer to one mutation; nothing when it is as it should be. */
async function judge(mutation: Mutation, score: Score): Promise<string[]> {
  const { expects, title } = mutation
  const result = await lint(mutation)
  const found = expects === 'lawful' || isFound(result, expects)
  const wrong = wrongErrors(result, expects)
  if (expects === 'lawful') score.lawful++
  else {
    score.breaks++
    if (found) score.found++
  }
  score.wrong += wrong.length
  const twice = repeated(result)
  if (found && !wrong.length && !twice.length) return []
  const missed = expects === 'lawful' || found ? [] : [`${expects.rule} at line ${result.lineOf(expects.at)}`]
  return [`${title}: missed ${missed.join()}; found ${result.findings.map(told).join(', ')}`]
}

describe('one fact of a lawful case broken', () => {
  it('is generated in more than two hundred ways, each of its own', () => {
    expect(mutations.filter(({ expects }) => expects !== 'lawful').length).toBeGreaterThan(200)
    const titles = mutations.map(({ family, title }) => `${family}: ${title}`)
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('without a break, nothing is found', async () => {
    const { findings } = await lint({ change: () => undefined })
    expect(findings.filter(({ severity }) => severity !== 'notice')).toEqual([])
  })

  it.each(families)(
    '%s: the right rule at the right line, and no other error',
    async (family) => {
      const score: Score = { breaks: 0, found: 0, lawful: 0, wrong: 0 }
      scores.set(family, score)
      const wrong: string[] = []
      for (const mutation of mutations.filter((each) => each.family === family)) {
        wrong.push(...(await judge(mutation, score)))
      }
      expect(wrong).toEqual([])
    },
    120_000,
  )
})

const share = (part: number, whole: number): string =>
  whole === 0 ? '    –' : `${((100 * part) / whole).toFixed(0).padStart(4)}%`

afterAll(() => {
  const rows = [...scores].map(
    ([family, { breaks, found, lawful, wrong }]) =>
      `${family.padEnd(36)}${String(breaks).padStart(7)}${String(lawful).padStart(8)}  ${share(found, breaks)}     ${share(found, found + wrong)}`,
  )
  const heading = `${'family'.padEnd(36)} breaks  lawful  recall  precision`
  process.stdout.write(`${[heading, ...rows].join('\n')}\n`)
})
