import { deadlineDescription, unmetDeadlines } from '../../../deadlines/index.ts'
import { isLeftOpen } from '../../../facts/closing.ts'
import { subjectLabel } from '../../../facts/subjects.ts'
import { isDutyOfCase, type OpenDuty, openDuties } from '../../../stages/open-duties.ts'
import { all, inProject, unchanged } from '../../change.ts'
import { at, type CaseScope, defineRule } from '../../define.ts'

export const closedUndone = defineRule({
  id: 'case/closed-undone',
  severity: 'error',
  about: 'breach',
  unrecorded: '结案时的未尽事项',
  matter: 'one-case-one-file',
  contradiction: true,
  title: '结案时没有未办结、也未说明的事项',
  why: '结案不免除赔偿、修复和评估的义务；没有办结的，应当在结案时写明，以便继续办理。',
  mend: '补录办理的日期；确需结案的，在「未尽事项」逐项写明。',
  *check(scope) {
    const { closed } = scope.facts.closing
    if (!closed) return
    const named = (closed.openDuties ?? []).length > 0
    for (const left of openOnClosing(scope, closed.closedOn)) {
      if (isNamed(scope, left)) continue
      const { reason, article, deadline, title } = left
      const unrecorded = `结案时的${reason}`
      const more = {
        code: deadline ?? title,
        article,
        severity: named ? 'warning' : 'error',
        unrecorded,
        keys: ['openDuties'],
      } as const
      yield at(closed, [], named ? notNamed(reason, article) : silent(reason, article), more)
    }
  },
  examples: {
    accept: [
      { title: '没有结案', change: unchanged },
      { title: '全部办结以后结案', change: closedWith() },
      { title: '未尽事项已经写明', change: all(unpaid, closedWith('款项 P1、P2 尚未支付，继续执行')) },
    ],
    reject: [
      {
        title: '款项没有付清就结案',
        finds: ['error payment closing.closed', 'error payment closing.closed'],
        change: all(unpaid, closedWith()),
      },
      {
        title: '修复没有完成就结案',
        finds: ['error restoration-complete closing.closed', 'error evaluation closing.closed'],
        change: all(
          inProject((project) => {
            delete project.completedOn
            project.evaluations = []
          }),
          closedWith(),
        ),
      },
    ],
  },
})

/** The duties that were open on the day of the closing, as if the case had not been closed. */
function openOnClosing({ facts, regulation, calendar, config }: CaseScope, today: string): OpenDuty[] {
  const { closed: _, ...closing } = facts.closing
  const open = { ...facts, closing }
  const deadlines = unmetDeadlines(open, { regulation, calendar, config, today }, isDutyOfCase)
  // Some deadlines have a rule that reports them in a closed case too.
  return openDuties({ facts: open, regulation, deadlines }).filter(
    ({ deadline }) => !deadlineDescription({ deadline })?.reportedBy?.openAtClosing,
  )
}

/** Whether a duty is named as left open: by its address, thing or obligor; by its title where it is about the case. */
function isNamed({ facts, regulation }: CaseScope, { title, subject, reason }: OpenDuty): boolean {
  if (subject === null) return isLeftOpen(facts, title)
  const [head, tail] = subject.split('/')
  const label = subjectLabel(facts, tail ?? head ?? null, regulation)
  return isLeftOpen(facts, reason, subject, label, tail ?? head)
}

function closedWith(...openDuties: readonly string[]) {
  return (documents: Parameters<ReturnType<typeof inProject>>[0]): void => {
    documents.closing = { closed: { closedOn: '2026-06-30', openDuties: [...openDuties] } }
  }
}

function unpaid(documents: Parameters<ReturnType<typeof inProject>>[0]): void {
  delete documents.payments
}

const silent = (reason: string, article: string) =>
  `已结案，但${reason}没有办结，也没有写明。${article}；请补录办理的日期，确需结案的在「未尽事项」写明。`

const notNamed = (reason: string, article: string) =>
  `已结案，列出的未尽事项里没有认出：${reason}。${article}；请补录办理的日期，或者在「未尽事项」写明。`
