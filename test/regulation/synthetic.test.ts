import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository, listOf, type TestRepository } from '../support/cli.ts'

const day = ['--today', '2026-11-24']
const id = 'NN-2026-0001'
const ofCase = `cases/${id}/case.yaml`
const clue = [
  ...[
    'title=某厂排污案',
    'clue.receivedOn=2026-03-02',
    'damage.scope=covered',
    'damage.kind=pollutant-discharge',
  ],
].flatMap((set) => ['--set', set])

/** A repository of a made-up province, whose texts are files of its own; the program is the same. */
function repositoryInYunze(pinned: string): TestRepository {
  const repository = createRepository('example-case')
  mkdirSync(join(repository.root, 'regulations'))
  for (const name of ['yunze-2023', 'yunze-2026']) {
    const pack = readFileSync(join(import.meta.dirname, `../fixtures/packs/${name}.yaml`))
    repository.write(`regulations/${name}.yaml`, pack)
  }
  repository.replace('ejc.yaml', 'regulation: guangxi-2025-draft', 'regulation: yunze-2026')
  repository.replace('ejc.yaml', '"450100"', '"990100"')
  repository.replace(ofCase, 'regulation: guangxi-2025-draft', `regulation: ${pinned}`)
  return repository
}

const yunze = repositoryInYunze('yunze-2026')
const deadlinesIn = (repository: TestRepository) =>
  listOf(repository.ejc(['due', id, '--all', '--json', ...day]), 'due')
const findingsIn = (repository: TestRepository) =>
  listOf(repository.ejc(['lint', id, '--json', ...day]), 'lint')

describe('a province with a text of its own', () => {
  it.each([
    // 12 working days from 02-11: 02-14 and 02-28 are make-up days, 02-15 to 02-23 the spring festival.
    ['screening', null, { due: '2026-03-05', rolledDue: '2026-03-05', status: 'met' }],
    // 100 days to 06-05; the appraisal takes out 41: 07-16; +30: 08-15, a Saturday, which does not roll.
    ['investigation', null, { due: '2026-08-15', rolledDue: '2026-08-15', status: 'met' }],
    // 45 days from 06-30 and from 07-03; agreed on 09-10.
    ['consultation', '1/o1', { due: '2026-08-14', status: 'met-late' }],
    ['consultation', '1/o2', { due: '2026-08-17', status: 'met-late' }],
    // A Sunday in an uncovered year: where nothing rolls, nothing is provisional.
    ['evaluation', 'R1', { due: '2027-05-30', rolledDue: '2027-05-30', certain: true }],
    // Not touched by its text: 15 working days as inherited.
    ['agreement', 'G1', { due: '2026-10-08', rolledDue: '2026-10-08' }],
  ])('counts %s (%s) by its own figures, without rolling', (deadline, subject, expected) => {
    const found = deadlinesIn(yunze).find((each) => each.deadline === deadline && each.subject === subject)
    expect(found).toMatchObject(expected)
  })

  it('does not know the channel that its text leaves out, and names the nine that it has', () => {
    const refused = yunze.ejc(['new', ...clue, '--set', 'clue.channel=superior-assignment', ...day])
    expect(refused).toMatchObject({ exit: 2, stdout: '' })
    expect(refused.stderr).toContain('superior-assignment')
    expect(refused.stderr).toContain('没有写入')
    expect(yunze.git('status', '--porcelain', 'cases')).not.toContain('NN-2026-0002')
    const taken = repositoryInYunze('yunze-2026')
    expect(taken.ejc(['new', ...clue, '--set', 'clue.channel=judicial-referral', ...day]).exit).toBe(0)
    expect(taken.read('cases/NN-2026-0002/case.yaml')).toContain('regulation: yunze-2026')
  })

  it('asks for the clause that its text adds', () => {
    const missing = findingsIn(yunze).filter(({ rule }) => rule === 'agreement/clause-missing')
    expect(missing).toMatchObject([{ code: 'monitoring', article: '第二十一条' }])
    const mended = repositoryInYunze('yunze-2026')
    const breach = '      breach: 逾期履行的'
    const file = `cases/${id}/agreements.yaml`
    mended.replace(file, breach, `      monitoring: 修复后每季度监测一次，连续两年。\n${breach}`)
    const rules = findingsIn(mended).map(({ rule }) => rule)
    expect(rules).not.toContain('agreement/clause-missing')
    expect(rules).not.toContain('schema/unknown-key')
  })

  it('has a limit of its own for simple cases', () => {
    const opinion = (repository: TestRepository) => {
      repository.replace(
        ofCase,
        'summary:',
        'simpleCase: { factsSimple: true, liabilityUndisputed: true }\nsummary:',
      )
      repository.replace(`cases/${id}/appraisals.yaml`, 'kind: appraisal-report', 'kind: expert-opinion')
      return findingsIn(repository).filter(
        ({ rule, code }) => rule === 'appraisal/simple-case' && code === null,
      )
    }
    // 480,000 yuan: simple in Yunze, not in Guangxi.
    expect(opinion(repositoryInYunze('yunze-2026'))).toEqual([])
    expect(opinion(repositoryInYunze('guangxi-2025-draft'))).toHaveLength(1)
  })

  it('is what explain speaks of', () => {
    expect(yunze.ejc(['explain', '12']).stdout).toContain('云泽省规定接到线索后十二个工作日内')
    expect(yunze.ejc(['explain', '第二十条']).stdout).toMatch(/45 日/)
    expect(yunze.ejc(['explain', '21']).stdout).toContain('签署赔偿协议及其内容')
    expect(yunze.ejc(['explain', '简单案件']).stdout).toContain('500000.00 元')
    expect(yunze.ejc(['explain', 'monitoring']).stdout).toContain('修复后的长期监测')
  })
})

describe('a case pinned to a text that was superseded', () => {
  const old = repositoryInYunze('yunze-2023')

  it('keeps its dates', () => {
    const deadlines = deadlinesIn(old)
    const dueOf = (deadline: string, subject: string | null) =>
      deadlines.find((each) => each.deadline === deadline && each.subject === subject)?.due
    // 20 working days from 02-11; 120 days from 06-30.
    expect(dueOf('screening', null)).toBe('2026-03-17')
    expect(dueOf('consultation', '1/o1')).toBe('2026-10-28')
  })

  it('is told so, with the text that took its place, and that is no error', () => {
    const told = findingsIn(old).filter(({ rule }) => rule === 'case/regulation-superseded')
    expect(told).toMatchObject([{ severity: 'notice', case: id, article: '第四十三条' }])
    expect(told[0]?.message).toContain('yunze-2026')
    expect(findingsIn(yunze).map(({ rule }) => rule)).not.toContain('case/regulation-superseded')
  })

  it('still takes the channel that the new text leaves out', () => {
    old.replace(ofCase, 'channel: routine-supervision', 'channel: superior-assignment')
    expect(findingsIn(old).map(({ rule }) => rule)).not.toContain('schema/invalid')
  })
})
