import type { Finding } from '../../../../core/lint/define.ts'
import { escapedXml } from '../../../shared/output/escaped.ts'
import type { StatedRule } from '../../../shared/wording/stated-rule.ts'
import { severityWords } from '../../../shared/wording/words.ts'
import { type Format, pathInWorkTree } from './report.ts'

/** A rule over one case (or over the repository): what it found there. */
interface Test {
  readonly rule: string
  readonly name: string
  readonly findings: readonly Finding[]
}

/**
 * JUnit XML, as test reports show it: a suite a rule, in it a test for each case where the rule found something, or one
 * that passed. Errors are failures; warnings and notices do not fail a build, so they are the output of a passed test.
 */
export const junit: Format = ({ findings, rules, prefix }) => {
  const suites = rules.map((rule) => suiteOf(testsOf(rule, findings), rule, prefix))
  const tests = rules.flatMap((rule) => testsOf(rule, findings))
  const counts = `tests="${tests.length}" failures="${tests.filter(fails).length}" errors="0"`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ejc lint" ${counts}>\n${suites.join('')}</testsuites>`
}

function testsOf({ id, title }: StatedRule, findings: readonly Finding[]): Test[] {
  const own = findings.filter(({ rule }) => rule === id)
  const cases = [...new Set(own.map((finding) => finding.case))]
  if (!cases.length) return [{ rule: id, name: title, findings: [] }]
  return cases.map((name) => ({
    rule: id,
    name: `${title}（${name ?? '案件库'}）`,
    findings: own.filter((finding) => finding.case === name),
  }))
}

function suiteOf(tests: readonly Test[], { id }: StatedRule, prefix: string): string {
  const counts = `tests="${tests.length}" failures="${tests.filter(fails).length}" errors="0" skipped="0"`
  const inner = tests.map((test) => testCase(test, prefix)).join('')
  return `  <testsuite name="${escapedXml(id)}" ${counts}>\n${inner}  </testsuite>\n`
}

function testCase(test: Test, prefix: string): string {
  const head = `    <testcase classname="${escapedXml(test.rule)}" name="${escapedXml(test.name)}" time="0"`
  if (!test.findings.length) return `${head}/>\n`
  const errors = test.findings.filter(isError)
  const others = test.findings.filter((finding) => !isError(finding))
  const lines = (list: readonly Finding[]) =>
    list.map((finding) => escapedXml(findingLine(finding, prefix))).join('\n')
  const failure = errors.length
    ? `      <failure message="${escapedXml(errors[0]?.message ?? '')}" type="error">${lines(errors)}</failure>\n`
    : ''
  const output = others.length ? `      <system-out>${lines(others)}</system-out>\n` : ''
  return `${head}>\n${failure}${output}    </testcase>\n`
}

function findingLine(finding: Finding, prefix: string): string {
  const { line, column, severity, message, article } = finding
  const source = article === null ? '' : `（${article}）`
  return `${pathInWorkTree(finding, prefix)}:${line}:${column} ${severityWords[severity]} ${message}${source}`
}

const isError = ({ severity }: Finding): boolean => severity === 'error'
const fails = ({ findings }: Test): boolean => findings.some(isError)
