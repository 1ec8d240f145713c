import { describe, expect, it } from 'vitest'
import type { Deadline } from '../../src/core/deadlines/define.ts'
import { actionOf } from '../../src/core/stages/actions/index.ts'
import { actionsInOrder, deadlinesAhead, nextStepOf, ordinaryFirst } from '../../src/core/stages/next-step.ts'
import type { PossibleAction } from '../../src/core/stages/possible.ts'
import { type Given, step, upToAgreement, upToConclusion, upToScreening } from '../support/step.ts'

const deadline = (id: string, more: Partial<Deadline> = {}): Deadline => ({
  case: 'NN-2025-0007',
  deadline: id,
  title: id,
  subject: null,
  start: '2025-03-03',
  due: '2025-04-01',
  rolledDue: '2025-04-01',
  status: 'open',
  daysLeft: 10,
  certain: true,
  met: null,
  article: '第十二条',
  trace: [],
  advisory: false,
  ...more,
})
const can = (
  id: string,
  subject: string | null = null,
  more: Partial<PossibleAction> = {},
): PossibleAction => ({
  action: actionOf(id) ?? expect.fail(`no action ${id}`),
  subject,
  blockedBy: [],
  moves: false,
  advised: true,
  ...more,
})
const moves = (id: string, subject: string | null = null) => can(id, subject, { moves: true })
const blockedBy = [{ reason: '尚未启动索赔', article: '第十三条', citation: '第十三条', keys: [] }]

/** What can be done, in its order. */
function order(
  deadlines: readonly Deadline[],
  actions: readonly PossibleAction[],
  given: Given = upToAgreement,
): string[] {
  return actionsInOrder({ ...step('screen', given).view, deadlines }, actions).map(({ action, subject }) =>
    [action.id, subject].filter(Boolean).join(' '),
  )
}

/** An agreement with these instalments, of which nothing was paid. */
const agreedOn = (payments: { id: string; dueOn: string; amount: string }[]): Given => ({
  ...upToAgreement,
  agreements: { agreements: [{ id: 'G1', obligors: ['o1'], signedOn: '2025-07-24', payments }] },
})

/** What comes next: the action with its subject, and the deadline. */
function next(
  deadlines: readonly Deadline[],
  actions: readonly PossibleAction[],
  given: Given = upToScreening,
) {
  const found = nextStepOf({ ...step('screen', given).view, deadlines }, actions)
  const { action, deadline: by } = found ?? {}
  return found && [action && [action.action.id, action.subject].join(' ').trim(), by?.deadline]
}

describe('the one next thing', () => {
  const screening = deadline('screening')
  const soon = deadline('screening', { status: 'soon' })

  it('is nothing where nothing is due and nothing is asked for', () => {
    expect(next([], [])).toBeUndefined()
    expect(next([], [can('add-evidence', null, { advised: false })])).toBeUndefined()
    expect(next([], [can('screen', null, { blockedBy })])).toBeUndefined()
    expect(next([], [can('add-evidence', null, { advised: false }), can('screen')])).toEqual([
      'screen',
      undefined,
    ])
  })

  it('is what is late or due soon and can be done, before what moves the case', () => {
    for (const status of ['soon', 'rolled', 'overdue'] as const)
      expect(next([{ ...soon, status }], [moves('initiate'), can('screen')])).toEqual(['screen', 'screening'])
    expect(next([screening], [moves('initiate'), can('screen')])).toEqual(['initiate', undefined])
    expect(next([soon], [moves('initiate')])).toEqual(['initiate', undefined])
    expect(next([soon], [moves('initiate'), can('screen', null, { blockedBy })])).toEqual([
      'initiate',
      undefined,
    ])
  })

  it('is what moves the case, with the deadline that it meets', () => {
    const others = [deadline('reply-to-reporter', { rolledDue: '2025-03-10' }), screening]
    expect(next(others, [moves('screen')])).toEqual(['screen', 'screening'])
    expect(next(others, [can('screen')])).toEqual([undefined, 'reply-to-reporter'])
  })

  it('is what is due next, where nothing moves the case', () => {
    expect(next([screening], [can('screen'), can('answer-reporter')])).toEqual(['screen', 'screening'])
    expect(next([deadline('unknown')], [can('screen')])).toEqual([undefined, 'unknown'])
  })

  it('is nothing that runs beside the procedure, unless nothing else is', () => {
    const reminder = deadline('reminder', { status: 'overdue', subject: 'T1' })
    expect(next([reminder], [moves('initiate'), can('finish-reminder', 'T1')])).toEqual([
      'initiate',
      undefined,
    ])
    expect(next([reminder], [can('finish-reminder', 'T1')])).toEqual(['finish-reminder T1', 'reminder'])
  })
})

describe('the action for a deadline', () => {
  const served = deadline('serve', { status: 'soon', subject: '1/o2' })

  it('is about the very thing, else about that of which it is a part, or the whole case', () => {
    expect(next([served], [can('serve', '1/o1'), can('serve', '1/o2')])).toEqual(['serve 1/o2', 'serve'])
    const consultation = deadline('consultation', { status: 'soon', subject: '1/o2' })
    expect(next([consultation], [can('meet', '2'), can('meet', '1')])).toEqual(['meet 1', 'consultation'])
    expect(
      next([deadline('consultation', { ...consultation, subject: '11/o2' })], [can('meet', '1')]),
    ).toEqual([undefined, 'consultation'])
    expect(next([served], [can('serve')])).toEqual(['serve', 'serve'])
    expect(next([served], [can('serve', '1/o1')])).toEqual([undefined, 'serve'])
    expect(next([{ ...served, subject: null }], [can('serve', '1/o1')])).toEqual(['serve 1/o1', 'serve'])
    expect(next([served], [can('serve', '1'), can('serve', '1/o2')])).toEqual(['serve 1/o2', 'serve'])
  })

  it('is the first by which it is met', () => {
    const consultation = deadline('consultation', { status: 'soon', subject: '1/o2' })
    const two = [can('fail-consultation', '1/o2'), can('meet', '1')]
    expect(next([consultation], two)).toEqual(['meet 1', 'consultation'])
    expect(next([consultation], two.slice(0, 1))).toEqual(['fail-consultation 1/o2', 'consultation'])
  })

  it('once it is late is what helps then, where the facts ask for it', () => {
    const late = deadline('reply', { status: 'overdue', subject: '1/o2' })
    const reply = can('reply', '1/o2')
    const fail = (subject: string, more: Partial<PossibleAction> = {}) =>
      can('fail-consultation', subject, more)
    expect(next([late], [reply, fail('1/o2')])).toEqual(['fail-consultation 1/o2', 'reply'])
    expect(next([late], [reply, fail('1/o1')])).toEqual(['reply 1/o2', 'reply'])
    expect(next([late], [reply, fail('1/o2', { advised: false })])).toEqual(['reply 1/o2', 'reply'])
    expect(next([late], [fail('1/o1'), fail('1/o2'), reply])).toEqual(['fail-consultation 1/o2', 'reply'])
    expect(next([{ ...late, status: 'soon' }], [reply, fail('1/o2')])).toEqual(['reply 1/o2', 'reply'])
  })

  it('is the decision that the talks failed, once an obligor was silent until their last day too', () => {
    const silent = deadline('reply', { status: 'overdue', subject: '1/o2' })
    const talks = deadline('consultation', { status: 'overdue', subject: '1/o2' })
    const ways = [can('reply', '1/o2'), moves('fail-consultation', '1/o2')]
    expect(next([silent, talks], ways)).toEqual(['fail-consultation 1/o2', 'reply'])
  })

  it('comes after the ordinary steps, after a step that was entered late', () => {
    const steps = [
      moves('sue', 'o1'),
      can('start-restoration', 'G1'),
      can('apply-enforcement', 'G1'),
      can('pay', 'P1'),
    ]
    expect(ordinaryFirst(steps).map(({ action }) => action.id)).toEqual([
      'start-restoration',
      'pay',
      'sue',
      'apply-enforcement',
    ])
  })

  it('once a payment is late is its record, and once it was demanded in vain a remedy', () => {
    const late = deadline('payment', { status: 'overdue', subject: 'P1', due: '2025-08-20' })
    const enforce = can('apply-enforcement', 'G1')
    const steps = [enforce, can('demand-performance', 'G1'), can('pay', 'P1')]
    const agreed = agreedOn([{ id: 'P1', dueOn: '2025-08-20', amount: '1.00' }])
    expect(next([late], steps, agreed)).toEqual(['pay P1', 'payment'])
    expect(order([late], steps, agreed)).toEqual(['pay P1', 'demand-performance G1', 'apply-enforcement G1'])
    const demanded = (on: string): Given => ({
      ...agreed,
      court: { demands: [{ reference: 'G1', on, obligors: ['o1'] }] },
    })
    expect(next([late], steps, demanded('2025-08-21'))).toEqual(['apply-enforcement G1', 'payment'])
    expect(next([late], steps, demanded('2025-08-19'))).toEqual(['pay P1', 'payment'])
    // A remedy for which nothing asks, as it is under way already, is not the next thing.
    const underWay = can('apply-enforcement', 'G1', { advised: false })
    expect(next([late], [can('pay', 'P1'), underWay], demanded('2025-08-21'))).toEqual(['pay P1', 'payment'])
    expect(next([late], [can('pay', 'P1')], demanded('2025-08-21'))).toEqual(['pay P1', 'payment'])
  })

  describe('once instalments are late under an agreement that nobody confirmed', () => {
    const [first, second] = [
      { id: 'P1', dueOn: '2025-08-20', amount: '1.00' },
      { id: 'P2', dueOn: '2025-09-20', amount: '1.00' },
    ]
    const agreed = agreedOn([first, second])
    const late = (id: string, due: string) => deadline('payment', { status: 'overdue', subject: id, due })
    const steps = [can('pay', 'P1'), can('pay', 'P2'), can('demand-performance', 'G1'), can('sue', 'o1')]
    const stepFor = (id: string, due: string, given: Given) => next([late(id, due)], steps, given)?.[0]
    const demanded = (demand: object): Given => ({
      ...agreed,
      court: { demands: [{ reference: 'G1', obligors: ['o1'], on: '2025-08-25', ...demand }] },
    })

    it('is the suit for the one that was demanded after its day, and the record of the other', () => {
      expect(stepFor('P1', first.dueOn, demanded({}))).toBe('sue o1')
      expect(stepFor('P2', second.dueOn, demanded({}))).toBe('pay P2')
    })

    it('is the record where another agreement, or nobody who owes it, was demanded', () => {
      expect(stepFor('P1', first.dueOn, demanded({ reference: 'G9' }))).toBe('pay P1')
      expect(stepFor('P1', first.dueOn, demanded({ obligors: ['o7'] }))).toBe('pay P1')
    })

    it('is then the demand of this agreement, and of no other', () => {
      const others = [can('demand-performance', 'G2'), ...steps]
      expect(order([late('P1', first.dueOn)], others, agreed).slice(0, 2)).toEqual([
        'pay P1',
        'demand-performance G1',
      ])
    })

    it('is the suit where its time ends within days or has moved off a rest day, and not for another right', () => {
      const ending = (id: string, status: Deadline['status']) =>
        next([late('P1', first.dueOn), deadline(id, { status, rolledDue: '2025-12-30' })], steps, agreed)?.[0]
      expect(ending('agreement-limitation', 'rolled')).toBe('sue o1')
      expect(ending('agreement-limitation', 'overdue')).toBe('pay P1')
      expect(ending('confirmation-apply', 'soon')).toBe('pay P1')
      expect(ending('disclosure', 'soon')).toBe('pay P1')
    })
  })

  it('once a payment is late is the suit at once where the time for it is about to end', () => {
    const late = deadline('payment', { status: 'overdue', subject: 'P1', due: '2025-08-20' })
    const agreed = agreedOn([{ id: 'P1', dueOn: '2025-08-20', amount: '1.00' }])
    const steps = [can('pay', 'P1'), can('sue', 'o1')]
    for (const id of ['preservation-suit', 'agreement-limitation', 'limitation']) {
      const ending = deadline(id, { status: 'soon', rolledDue: '2025-12-30' })
      expect(next([late, ending], steps, agreed)).toEqual(['sue o1', 'payment'])
      expect(next([late, { ...ending, status: 'open' }], steps, agreed)).toEqual(['pay P1', 'payment'])
    }
  })

  it('that does not run is what makes it run again', () => {
    const suspended = deadline('investigation', { status: 'suspended' })
    expect(next([suspended], [can('conclude'), can('receive-appraisal', 'A1')])).toEqual([
      'receive-appraisal A1',
      'investigation',
    ])
    expect(next([suspended], [can('conclude')])).toEqual([undefined, 'investigation'])
  })
})

describe('what a case waits for', () => {
  it('is not its conclusion while an appraisal is under way', () => {
    expect(next([deadline('investigation')], [moves('conclude')])).toEqual(['conclude', 'investigation'])
    expect(
      next([deadline('investigation', { status: 'suspended' })], [moves('conclude'), moves('notify')]),
    ).toEqual([undefined, 'investigation'])
  })

  it('is the notice, before the obligors have signed or are sued', () => {
    expect(next([], [moves('notify', '1')], upToConclusion)).toEqual(['notify 1', undefined])
    const investigating: Given = {
      ...upToConclusion,
      investigation: { initiation: { initiatedOn: '2025-03-06' } },
    }
    expect(next([], [moves('notify', '1')], investigating)).toEqual(['notify 1', undefined])
    expect(next([], [{ ...moves('notify', '1'), advised: false }], upToAgreement)).toBeUndefined()
  })

  it('is a suit on a breach that is on record, not on one that only the officer can tell', () => {
    const sue = { ...moves('sue', 'o1'), advised: false }
    const broken = agreedOn([{ id: 'P1', dueOn: '2025-08-20', amount: '1.00' }])
    const demanded: Given = {
      ...broken,
      court: { demands: [{ reference: 'G1', on: '2025-08-21', obligors: ['o1'] }] },
    }
    expect(next([], [sue], demanded)).toEqual(['sue o1', undefined])
    // He may have paid since, and nobody recorded it: the demand comes before the suit.
    expect(next([], [sue], broken)).toBeUndefined()
    expect(next([], [sue], agreedOn([]))).toBeUndefined()
    expect(next([], [sue], upToConclusion)).toEqual(['sue o1', undefined])
    expect(next([], [{ ...sue, subject: null }], agreedOn([]))).toEqual(['sue', undefined])
  })
})

describe('the deadlines ahead', () => {
  const ahead = (...deadlines: Deadline[]) => deadlinesAhead(deadlines).map(({ deadline: id }) => id)

  it('come by their last day; those without a day after them; a limitation and a reminder last', () => {
    const all = [
      deadline('limitation', { rolledDue: '2025-01-01' }),
      deadline('reminder', { rolledDue: '2025-01-02' }),
      deadline('notify', { rolledDue: null, status: 'duty' }),
      deadline('screening', { rolledDue: '2025-04-02' }),
      deadline('initiate', { rolledDue: '2025-04-01' }),
    ]
    const order = ['initiate', 'screening', 'notify', 'limitation', 'reminder']
    expect(ahead(...all)).toEqual(order)
    expect(ahead(...all.toReversed())).toEqual(order)
  })

  it('keep the order of the text on one day', () => {
    expect(ahead(deadline('serve'), deadline('reply'))).toEqual(['serve', 'reply'])
    expect(ahead(deadline('reply'), deadline('serve'))).toEqual(['reply', 'serve'])
  })

  it('are none that was met or is closed, and none that was only recommended and has passed', () => {
    for (const status of ['met', 'met-late', 'closed'] as const)
      expect(ahead(deadline('screening', { status }))).toEqual([])
    const advised = { advisory: true } as const
    expect(ahead(deadline('confirmation-apply', { ...advised, status: 'overdue' }))).toEqual([])
    expect(ahead(deadline('confirmation-apply', { ...advised, status: 'soon' }))).toEqual([
      'confirmation-apply',
    ])
    expect(ahead(deadline('screening', { status: 'overdue' }))).toEqual(['screening'])
  })
})

describe('what can be done, in its order', () => {
  it('is what is late or due soon, what moves the case, what is owed without delay, what is due later, the rest', () => {
    const deadlines = [
      deadline('disclosure', { status: 'duty', due: null, rolledDue: null, subject: 'funds' }),
      deadline('restoration-complete', { subject: 'R1', rolledDue: '2026-05-01' }),
      deadline('payment', { status: 'soon', subject: 'P1' }),
    ]
    const actions = [
      can('add-evidence', null, { advised: false }),
      can('notify-leniency', 'o1'),
      can('complete-restoration', 'R1'),
      can('disclose', 'funds'),
      moves('apply-confirmation', 'G1'),
      can('pay', 'P1'),
      can('serve', '1/o1', { blockedBy }),
    ]
    const wanted = ['pay P1', 'apply-confirmation G1', 'disclose funds', 'complete-restoration R1']
    expect(order(deadlines, actions)).toEqual([...wanted, 'notify-leniency o1', 'add-evidence'])
    expect(order(deadlines, actions.toReversed())).toEqual([...wanted, 'notify-leniency o1', 'add-evidence'])
  })

  it('names each publication that is still owed before what only may be done (第三十六条)', () => {
    const owed = ['agreement/G1', 'funds', 'restoration-effect/R1']
    const open = owed.map((subject) =>
      deadline('disclosure', { status: 'duty', due: null, rolledDue: null, subject }),
    )
    const actions = [can('notify-leniency', 'o1'), ...owed.map((subject) => can('disclose', subject))]
    expect(order(open, actions)).toEqual([
      ...owed.map((subject) => `disclose ${subject}`),
      'notify-leniency o1',
    ])
  })

  it('puts nothing before the rest that meets a deadline though nothing asks for it, but as the next step', () => {
    const consultation = deadline('consultation', { subject: '1/o2' })
    const fail = can('fail-consultation', '1/o2', { advised: false })
    const reply = deadline('reply', { subject: '1/o2', rolledDue: '2025-03-20' })
    expect(order([reply, consultation], [fail, can('reply', '1/o2'), can('notify-leniency', 'o1')])).toEqual([
      'reply 1/o2',
      'notify-leniency o1',
      'fail-consultation 1/o2',
    ])
  })
})
