import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataOf, listOf, type TestRepository } from '../../../support/cli.ts'
import { errorsIn, exampleDay, exampleOffice, sha256Of, stateOf } from '../../../support/example-office.ts'

const whole = 'GC-2026-0004'
const fresh = 'GC-2026-0007'
const why = ['--reason', '两家的粪污互不相混']

function split({ ejc }: TestRepository, id: string, ...options: string[]) {
  return ejc(['split', id, ...why, ...options, ...exampleDay])
}

describe('one case that is two', () => {
  const repository = exampleOffice()
  const before = stateOf(repository)
  const digest = sha256Of(repository, `cases/${whole}/attachments/E5-送达回证-闭某.pdf`)

  it('is shown before, and nothing is written by --dry-run', () => {
    const call = split(repository, whole, '--obligors', '闭某', '--dry-run')
    expect(call.exit).toBe(0)
    expect(call.stderr).toMatch(
      new RegExp(`分出 ${fresh}[\\s\\S]*分出的义务人：o2 闭某[\\s\\S]*分出的证据：E5`),
    )
    expect(stateOf(repository)).toBe(before)
  })

  it('becomes two by one commit, under the next number', () => {
    const call = split(repository, whole, '--obligors', 'o2', '--json')
    expect(dataOf(call, 'written')).toMatchObject({
      case: whole,
      subject: fresh,
      action: 'split',
      parted: {
        to: fresh,
        obligors: ['o2'],
        evidence: expect.arrayContaining([
          { id: 'E4', side: 'left' },
          { id: 'E5', side: 'moved' },
          { id: 'E3', side: 'both' },
        ]),
        stage: 'consultation',
      },
    })
    expect(repository.git('rev-list', '--count', 'HEAD')).toBe('3\n')
    expect(repository.git('status', '--porcelain')).toBe('')
    expect(repository.git('log', '-1', '--format=%B')).toMatch(
      new RegExp(`Ejc-Action: split\nEjc-Case: ${whole}\nEjc-Subject: ${fresh}`),
    )
  })

  it('each with its own obligors, services and evidence under the same numbers', () => {
    const read = (id: string, name: string): string => repository.read(`cases/${id}/${name}.yaml`)
    expect(read(fresh, 'case')).toContain('闭某')
    expect(read(fresh, 'case')).not.toContain('id: o1')
    expect(read(whole, 'case')).not.toContain('id: o2')
    expect(read(fresh, 'consultation')).not.toContain('obligor: o1')
    expect(read(whole, 'consultation')).not.toContain('obligor: o2')
    expect(read(fresh, 'consultation')).toContain('receipt: E5')
    expect(sha256Of(repository, `cases/${fresh}/attachments/E5-送达回证-闭某.pdf`)).toBe(digest)
    expect(existsSync(join(repository.root, `cases/${whole}/attachments/E5-送达回证-闭某.pdf`))).toBe(false)
    expect(existsSync(join(repository.root, `cases/${whole}/attachments/E3-综合认定意见.pdf`))).toBe(true)
    expect(existsSync(join(repository.root, `cases/${fresh}/attachments/E3-综合认定意见.pdf`))).toBe(true)
  })

  it('with what concerns both in both, and no error in either', () => {
    for (const name of ['screening', 'investigation', 'appraisals'])
      expect(repository.read(`cases/${fresh}/${name}.yaml`).length).toBeGreaterThan(100)
    expect(repository.read(`cases/${fresh}/case.yaml`)).toContain('receivedOn:')
    expect([...errorsIn(repository, whole), ...errorsIn(repository, fresh)]).toEqual([])
  })

  it.each([
    [whole, `由本案分出 ${fresh}`, { kind: 'parted-to', case: fresh }],
    [fresh, `由 ${whole} 分出，此前的办理见 ejc log ${whole}`, { kind: 'parted-from', case: whole }],
  ])('%s says so with day and reason, in show and in log', (id, says, related) => {
    const shown = repository.ejc(['show', id, ...exampleDay], { columns: 200 }).stdout
    expect(shown).toContain(`2026-11-24 ${says}：两家的粪污互不相混`)
    expect(dataOf(repository.ejc(['show', id, '--json', ...exampleDay]), 'show')).toMatchObject({
      related: [{ ...related, on: '2026-11-24' }],
    })
    const [last] = listOf(repository.ejc(['log', id, '--json', ...exampleDay]), 'log')
    expect(last).toMatchObject({ action: 'split', note: expect.stringContaining('分出的义务人：o2 闭某') })
  })

  it.each([
    ['the old case', whole],
    ['the new case', fresh],
  ])('is one again by one undo of %s, and two again by the next', (_, id) => {
    const parted = stateOf(repository)
    expect(repository.ejc(['undo', id, ...exampleDay])).toMatchObject({ exit: 0 })
    expect(stateOf(repository)).toBe(before)
    expect(existsSync(join(repository.root, 'cases', fresh))).toBe(false)
    expect(repository.ejc(['undo', whole, ...exampleDay])).toMatchObject({ exit: 0 })
    expect(stateOf(repository)).toBe(parted)
  })

  it('is not undone once a paper of the new case was made, since the paper would be left alone', () => {
    expect(repository.ejc(['render', fresh, 'initiation-register', ...exampleDay]).exit).toBe(0)
    const state = stateOf(repository)
    const refused = repository.ejc(['undo', whole, ...exampleDay])
    expect(refused).toMatchObject({ exit: 2, stderr: expect.stringContaining('documents/') })
    expect(stateOf(repository)).toBe(state)
  })
})

describe('evidence that concerns what leaves alone', () => {
  it('leaves with it where the officer says so, though no fact names it', () => {
    const repository = exampleOffice()
    const listed = `cases/${whole}/evidence.yaml`
    repository.write(
      listed,
      `${repository.read(listed).trimEnd()}\n  - { id: E7, title: 照片, file: attachments/E7.txt, collectedOn: 2026-08-10 }\n`,
    )
    repository.write(`cases/${whole}/attachments/E7.txt`, '照片')
    repository.git('add', '--all')
    repository.git('commit', '--quiet', '-m', '照片')
    const side = (...options: string[]): unknown => {
      const call = split(repository, whole, '--obligors', 'o2', '--dry-run', '--json', ...options)
      return (dataOf(call, 'written') as { parted: { evidence: unknown[] } }).parted.evidence.at(-1)
    }
    expect(side()).toEqual({ id: 'E7', side: 'both' })
    expect(side('--evidence', 'e7')).toEqual({ id: 'E7', side: 'moved' })
  })

  it('is told by name: what both use, what nobody names, what was to leave and is still used', () => {
    const repository = exampleOffice()
    const listed = `cases/${whole}/evidence.yaml`
    repository.write(
      listed,
      `${repository.read(listed).trimEnd()}\n  - { id: E7, title: 照片, file: attachments/E7.txt, collectedOn: 2026-08-10 }\n`,
    )
    repository.write(`cases/${whole}/attachments/E7.txt`, '照片')
    const said = (...options: string[]): string =>
      repository
        .ejc(['split', whole, ...why, '--obligors', 'o2', '--dry-run', ...options, ...exampleDay], {
          columns: 200,
        })
        .stderr.replaceAll(/\n\s*/g, '\n')
    const usual = said()
    expect(usual).toMatch(/两案都用到、两案都有的证据：.*E3 综合认定意见/)
    expect(usual).toContain('没有事项引用、没有写明分出，两案都有的证据：E7 照片')
    expect(usual).toMatch(/分出的证据：E5 送达回证/)
    const chosen = said('--evidence', 'E3,E7')
    expect(chosen).toContain('写明分出、留下的事项还在引用，两案都有的证据：E3 综合认定意见')
    expect(chosen).toMatch(/分出的证据：.*E7 照片/)
    expect(chosen).not.toMatch(/两案都用到、两案都有的证据：.*E3/)
  })

  it('may leave without anybody where the officer says that nobody is known yet', () => {
    const repository = exampleOffice()
    const alone = ['--evidence', 'E2', '--title', '另一处']
    const call = split(repository, 'GC-2026-0002', ...alone, '--obligors', '无')
    expect(call).toMatchObject({ exit: 0, stderr: expect.stringContaining('分出的案件没有赔偿义务人') })
    expect(repository.read(`cases/${fresh}/case.yaml`)).toMatch(/title: 另一处[\s\S]*obligors: \[\]/)
  })
})

describe('a case that is not two', () => {
  const repository = exampleOffice()

  it.each([
    [
      'one agreement, with a joint debt',
      ['GC-2026-0001', '--obligors', 'o1'],
      1,
      /协议 G1 由.*共同签订，并有连带承担/,
    ],
    ['an agreement of all', ['GC-2024-0001', '--obligors', 'o1,o2'], 1, /一份协议不能分在两案/],
    ['everybody', ['GC-2026-0004', '--obligors', 'o1、o2'], 2, /留下至少一个/],
    ['nobody', ['GC-2026-0004'], 2, /--obligors/],
    [
      'an obligor that is not there',
      ['GC-2026-0004', '--obligors', 'o9'],
      2,
      /o1 某生态养殖有限公司、o2 闭某/,
    ],
    [
      'evidence without an obligor, of whom nobody said that he is not known yet',
      ['GC-2026-0002', '--evidence', 'E2'],
      2,
      /就没有赔偿义务人[\s\S]*--obligors 无[\s\S]*ejc new --like GC-2026-0002/,
    ],
    [
      'evidence of a case with two obligors, without one of them',
      ['GC-2026-0004', '--evidence', 'E3'],
      2,
      /o1 某生态养殖有限公司、o2 闭某[\s\S]*--obligors 义务人/,
    ],
    ['evidence that is not there', ['GC-2026-0004', '--evidence', 'E99'], 2, /证据清单/],
    ['a number that is taken', ['GC-2026-0004', '--obligors', 'o2', '--id', 'GC-2026-0001'], 2, /已经存在/],
  ])('%s', (_, [id = '', ...options], exit, says) => {
    const state = stateOf(repository)
    const call = split(repository, id, ...options)
    expect(call).toMatchObject({ exit, stdout: '' })
    expect(call.stderr).toMatch(says)
    expect(stateOf(repository)).toBe(state)
  })

  it('one judgment over two, and says who would have to leave too', () => {
    const other = exampleOffice()
    const court = (obligors: string): string =>
      `suits: [{ id: S1, obligors: ${obligors}, filedOn: 2026-11-02, judgedOn: 2026-11-20 }]\n`
    other.write('cases/GC-2026-0004/court.yaml', court('[o1, o2]'))
    const call = split(other, 'GC-2026-0004', '--obligors', 'o2')
    expect(call).toMatchObject({ exit: 1, stdout: '' })
    expect(call.stderr).toMatch(/诉讼 S1 以某生态养殖有限公司、闭某为共同被告，已经一并裁判/)
    expect(call.stderr).toContain('他们与其余义务人都有牵连')
  })
})

describe('every example case that can be two', () => {
  it.each([
    [whole, 'o1'],
    [whole, 'o2'],
  ])('%s without %s: lint finds no error in either, and undo takes all of it back', (id, obligor) => {
    const repository = exampleOffice()
    const before = stateOf(repository)
    expect(split(repository, id, '--obligors', obligor).exit).toBe(0)
    expect([...errorsIn(repository, id), ...errorsIn(repository, fresh)]).toEqual([])
    expect(repository.ejc(['undo', fresh, ...exampleDay]).exit).toBe(0)
    expect(stateOf(repository)).toBe(before)
  })

  it.each(['o1', 'o2'])(
    'GC-2025-9001, written wrongly on purpose, has no errors by it that it had not before: without %s',
    (obligor) => {
      const repository = exampleOffice()
      const known = new Set(errorsIn(repository, 'GC-2025-9001').map(placeOf))
      expect(split(repository, 'GC-2025-9001', '--obligors', obligor).exit).toBe(0)
      const after = ['GC-2025-9001', 'GC-2025-9002'].flatMap((id) => errorsIn(repository, id).map(placeOf))
      expect(after.filter((each) => !known.has(each))).toEqual([])
    },
  )
})

/** The rule and the code of a finding. */
function placeOf(finding: unknown): string {
  const { rule, code } = finding as { readonly rule: string; readonly code: string | null }
  return `${rule} ${code ?? ''}`
}
