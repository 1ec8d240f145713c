import { describe, expect, it } from 'vitest'
import { flagsOf } from '../../src/core/stages/flags.ts'
import { type CaseWithActions, type Change, caseWithActions, possibleIn } from '../support/actions.ts'
import { findingsIn } from '../support/lint.ts'

const today = '2026-11-24'

/** The first example after the signing, nothing restored yet. */
const unstarted: Change = (documents) => {
  delete documents.restoration
}

/** The first example under investigation: nobody has signed. */
const investigating: Change = (documents) => {
  for (const name of ['consultation', 'agreements', 'court', 'restoration', 'payments'] as const)
    delete documents[name]
}

const report = {
  evaluator: { name: '某检测公司' },
  reportedOn: '2027-05-10',
  submittedOn: '2027-05-11',
}
const accepted = { acceptedOn: '2027-05-20', experts: ['丙某', '丁某', '戊某'] }

/** The first example with R1 complete. */
function completed(): CaseWithActions {
  return caseWithActions('example-case', today).after('complete-restoration', 'R1', {
    completedOn: '2027-04-20',
  })
}

function stage({ view }: CaseWithActions): string | undefined {
  return view.stage.obligors.get('o1')
}

function deadline({ view }: CaseWithActions, id: string, subject: string) {
  return view.deadlines.find((each) => each.deadline === id && each.subject === subject)
}

describe('第二十八条: restoration before the agreement', () => {
  const early = caseWithActions('example-case', '2026-06-10', investigating)

  it('needs the damage confirmed in writing by both, and then the consent of the agency', () => {
    expect(early.blocked('start-restoration', 'o1')).toEqual(['第二十八条'])
    expect(early.subjects('agree-pre-restoration')).toEqual([null])
    const item = { damageConfirmedOn: '2026-06-05', consentedOn: '2026-06-08' }
    expect(
      early.refused('agree-pre-restoration', null, { ...item, damageConfirmedOn: '2026-06-09' }),
    ).toEqual(['第二十八条'])
    expect(early.refused('agree-pre-restoration', null, { ...item, requestedOn: '2026-06-09' })).toEqual([
      '第二十八条',
    ])
    const consented = early.after('agree-pre-restoration', null, item)
    expect(flagsOf(consented.view).preAgreementRestoration).toBe(true)
    expect(consented.subjects('agree-pre-restoration')).toEqual([])
    const started = consented.after('start-restoration', 'o1', { startedOn: '2026-06-10' })
    expect(started.view.facts.restoration.projects).toEqual([
      { id: 'R1', obligors: ['o1'], mode: 'in-situ', planAppraisal: 'A1', startedOn: '2026-06-10' },
    ])
    expect(started.subjects('start-restoration')).toEqual(['o2'])
  })

  it('is for those alone who asked', () => {
    const onlyFirst = early.after('agree-pre-restoration', null, {
      obligors: ['o1'],
      damageConfirmedOn: '2026-06-05',
    })
    expect(onlyFirst.blocked('start-restoration', 'o1')).toEqual([])
    expect(onlyFirst.blocked('start-restoration', 'o2')).toEqual(['第二十八条'])
  })

  it('goes on under the agreement that its obligor signs later', () => {
    const signed = caseWithActions('example-case', today, ({ restoration }) => {
      const [project] = restoration?.projects ?? []
      if (!project || !restoration) return
      delete project.agreement
      project.obligors = ['o1']
      project.startedOn = '2026-06-10'
      restoration.preAgreement = { damageConfirmedOn: '2026-06-05', consentedOn: '2026-06-08' }
    })
    expect(signed.subjects('start-restoration')).toEqual([])
    expect(deadline(signed, 'restoration-start', 'R1')?.met).toBe('2026-06-10')
    expect(stage(signed.after('complete-restoration', 'R1', { completedOn: today }))).toBe('evaluation')
  })

  it('is no question once everybody has signed', () => {
    expect(caseWithActions('example-case', today, unstarted).subjects('agree-pre-restoration')).toEqual([])
  })
})

describe('第二十五条、第二十六条: carrying out the restoration', () => {
  it('begins under the agreement, in the mode agreed, once', () => {
    const signed = caseWithActions('example-case', today, unstarted)
    expect(signed.subjects('start-restoration')).toEqual(['G1'])
    expect(signed.refused('start-restoration', 'G1', { mode: 'off-site' })).toEqual(['第二十六条'])
    const started = signed.after('start-restoration', 'G1', {
      startedOn: '2026-10-08',
      implementer: { name: '某生态修复有限公司' },
    })
    expect(deadline(started, 'restoration-start', 'R1')).toMatchObject({ status: 'met', met: '2026-10-08' })
    expect(started.subjects('start-restoration')).toEqual([])
  })

  it('is refused to the author of the plan', () => {
    const started = caseWithActions('example-case', today, unstarted).after('start-restoration', 'G1', {
      startedOn: '2026-10-08',
      implementer: { name: '某环境科技有限公司' },
    })
    const found = findingsIn(started.view.facts.documents, today)
    expect(found.filter(({ rule }) => rule === 'restoration/implementer-wrote-plan')).toMatchObject([
      { severity: 'error', article: '第二十五条', document: 'restoration' },
    ])
  })

  it('each substitute mode of the agreement is begun by itself', () => {
    const second = caseWithActions('example-case-2', today)
    expect(second.subjects('start-restoration')).toEqual(['G2/off-site', 'G2/tech-upgrade'])
    expect(second.known('start-restoration', 'G2/tech-upgrade')).toMatchObject({ mode: 'tech-upgrade' })
    expect(second.known('start-restoration', 'G2/off-site')).toMatchObject({ id: 'R3', mode: 'off-site' })
    const offSite = second.after('start-restoration', 'G2/off-site')
    expect(offSite.subjects('start-restoration')).toEqual(['G2/tech-upgrade'])
    expect(offSite.known('start-restoration', 'G2/tech-upgrade')).toMatchObject({ id: 'R4' })
    expect(offSite.after('start-restoration', 'G2/tech-upgrade').subjects('start-restoration')).toEqual([])
  })

  it('begins under a judgment that asks for it', () => {
    const judged = caseWithActions('example-case-2', today, ({ court }) => {
      const [suit] = court?.suits ?? []
      if (suit) suit.restoration = { mode: 'in-situ', completeBy: '2027-06-30' }
    })
    expect(judged.subjects('start-restoration')).toEqual(['G2/off-site', 'G2/tech-upgrade', 'S1'])
    expect(judged.refused('start-restoration', 'S1', { startedOn: '2026-03-09' })).toEqual(['第二十五条'])
    const started = judged.after('start-restoration', 'S1')
    expect(started.view.facts.restoration.projects.at(-1)).toMatchObject({ suit: 'S1' })
  })

  it('is inspected while the work goes on, not before it began', () => {
    const running = caseWithActions('example-case', today)
    expect(running.subjects('inspect-restoration')).toEqual(['R1'])
    expect(running.refused('inspect-restoration', 'R1', { on: '2026-10-07' })).toEqual(['第二十五条'])
    const inspected = running.after('inspect-restoration', 'R1', { findings: '已完成一半' })
    expect(inspected.view.facts.restoration.projects[0]?.inspections).toHaveLength(2)
    // One that was forgotten is recorded after the completion, with its own day.
    expect(completed().subjects('inspect-restoration')).toEqual(['R1'])
    expect(completed().refused('inspect-restoration', 'R1', { on: '2027-04-21', findings: '好' })).toEqual([
      '第二十五条',
    ])
    expect(completed().refused('inspect-restoration', 'R1', { on: '2027-04-19', findings: '好' })).toEqual([])
  })
})

describe('第二十九条、第三十条: completion and evaluation', () => {
  it('completion moves the obligor to evaluation, and does not come before the start', () => {
    const running = caseWithActions('example-case', today)
    expect(running.refused('complete-restoration', 'R1', { completedOn: '2026-10-07' })).toEqual([
      '第二十五条',
    ])
    expect(running.blocked('evaluate', 'R1')).toEqual(['第二十九条'])
    expect(stage(running)).toBe('performance')
    expect(stage(completed())).toBe('evaluation')
    expect(deadline(completed(), 'restoration-complete', 'R1')?.met).toBe('2027-04-20')
  })

  it('a report of a third party is accepted by experts, who reach the goal', () => {
    expect(completed().refused('evaluate', 'R1', { ...report, reportedOn: '2027-04-19' })).toEqual([
      '第二十九条',
    ])
    expect(completed().refused('evaluate', 'R1', { ...report, submittedOn: '2027-05-09' })).toEqual([
      '第二十九条',
    ])
    const evaluated = completed().after('evaluate', 'R1', report)
    expect(evaluated.subjects('evaluate')).toEqual([])
    expect(evaluated.subjects('accept')).toEqual(['R1'])
    expect(evaluated.refused('accept', 'R1', { ...accepted, passed: true, experts: [] })).toEqual([
      '第二十九条',
    ])
    expect(
      evaluated.refused('accept', 'R1', { ...accepted, passed: true, acceptedOn: '2027-05-10' }),
    ).toEqual(['第二十九条'])
    const passed = evaluated.after('accept', 'R1', { ...accepted, passed: true })
    expect(stage(passed)).toBe('performance')
    expect(deadline(passed, 'evaluation', 'R1')).toMatchObject({ status: 'met', met: '2027-05-20' })
    expect(passed.view.facts.restoration.projects[0]?.evaluations).toEqual([
      { round: 1, ...report, ...accepted, passed: true },
    ])
    expect(passed.subjects('complete-restoration')).toEqual([])
  })

  it('a goal that was missed is said, the work goes on, and the next round follows its completion', () => {
    const evaluated = completed().after('evaluate', 'R1', report)
    expect(evaluated.refused('accept', 'R1', { ...accepted, passed: false })).toEqual([
      '第二十九条、第三十条',
    ])
    const missed = evaluated.after('accept', 'R1', { ...accepted, passed: false, shortfall: '覆盖率 78%' })
    expect(stage(missed)).toBe('evaluation')
    expect(missed.blocked('evaluate', 'R1')).toEqual(['第三十条'])
    expect(missed.subjects('exempt-evaluation')).toEqual([])
    expect(missed.refused('complete-restoration', 'R1', { completedOn: '2027-05-19' })).toEqual(['第三十条'])
    const again = missed.after('complete-restoration', 'R1', { completedOn: '2027-08-01' })
    const second = { ...report, reportedOn: '2027-08-20', submittedOn: '2027-08-20' }
    const passed = again
      .after('evaluate', 'R1', second)
      .after('accept', 'R1', { ...accepted, acceptedOn: '2027-08-30', passed: true })
    expect(passed.view.facts.restoration.projects[0]?.evaluations?.map(({ round }) => round)).toEqual([1, 2])
    expect(stage(passed)).toBe('performance')
  })

  it('labour is exempt by itself; another project needs to be complete and to say what it rests on', () => {
    const labor = caseWithActions('example-case-2', today, ({ restoration }) => {
      const project = restoration?.projects?.find(({ id }) => id === 'R2')
      if (project) project.evaluations = []
    })
    expect(labor.known('exempt-evaluation', 'R2')).toEqual({ ground: 'labor', decidedOn: today })
    const exempt = labor.after('exempt-evaluation', 'R2', { basis: '以劳务代偿方式承担' })
    expect(exempt.view.facts.restoration.projects[1]?.evaluations).toEqual([
      { round: 1, exemption: { ground: 'labor', basis: '以劳务代偿方式承担', decidedOn: today } },
    ])
    expect(exempt.subjects('exempt-evaluation')).toEqual([])
    expect(caseWithActions('example-case', today).blocked('exempt-evaluation', 'R1')).toEqual(['第二十九条'])
    expect(completed().known('exempt-evaluation', 'R1')).toEqual({ decidedOn: today })
    const existing = completed().after('exempt-evaluation', 'R1', {
      ground: 'existing-report',
      basis: '验收报告',
    })
    expect(stage(existing)).toBe('performance')
    expect(existing.subjects('evaluate')).toEqual([])
  })
})

describe('第三十条、第三十一条: filing, and the court', () => {
  const passed = completed()
    .after('evaluate', 'R1', report)
    .after('accept', 'R1', { ...accepted, passed: true })

  it('what was passed is filed and sent to the court that confirmed the agreement', () => {
    expect(passed.subjects('file-evaluation')).toEqual(['R1'])
    expect(passed.subjects('send-to-court')).toEqual(['R1'])
    expect(passed.refused('file-evaluation', 'R1', { filedOn: '2027-05-19' })).toEqual(['第三十条'])
    expect(passed.refused('send-to-court', 'R1', { sentToCourtOn: '2027-05-19' })).toEqual(['第三十一条'])
    const done = passed
      .after('file-evaluation', 'R1', { filedOn: '2027-05-25' })
      .after('send-to-court', 'R1', { sentToCourtOn: '2027-05-26' })
    expect(deadline(done, 'filing', 'R1')?.met).toBe('2027-05-25')
    expect(deadline(done, 'send-to-court', 'R1')?.met).toBe('2027-05-26')
    expect(done.subjects('file-evaluation')).toEqual([])
    expect(done.subjects('send-to-court')).toEqual([])
  })

  it('nothing goes to a court that neither confirmed nor judged', () => {
    const unconfirmed = caseWithActions('example-case', today, (documents) => {
      delete documents.court
    })
      .after('complete-restoration', 'R1', { completedOn: '2027-04-20' })
      .after('evaluate', 'R1', report)
      .after('accept', 'R1', { ...accepted, passed: true })
    expect(unconfirmed.subjects('send-to-court')).toEqual([])
    expect(unconfirmed.subjects('file-evaluation')).toEqual(['R1'])
  })

  it('what is under way offers no filing', () => {
    const offered = possibleIn(caseWithActions('example-case', today))
    expect(offered).not.toContain('file-evaluation R1')
    expect(offered).not.toContain('accept R1')
    expect(offered).toContain('complete-restoration R1')
  })
})
