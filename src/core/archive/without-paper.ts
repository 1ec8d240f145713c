import type { ActionId } from '../../generated/ids.ts'
import { chineseDate, type IsoDate } from '../calendar/dates.ts'
import type { Facts } from '../facts/facts.ts'
import { fenOf } from '../facts/money.ts'
import { payerName } from '../facts/payers.ts'
import { obligorName } from '../facts/queries.ts'
import { subjectLabel } from '../facts/subjects.ts'
import { amountInFigures } from '../forms/amounts.ts'
import type { Need } from '../forms/define.ts'
import { forms } from '../forms/index.ts'
import { labelAt } from '../schema/choices.ts'
import type { CaseView } from '../view.ts'
import { hasFinishedPaper } from './paper-items.ts'

/** A recorded step of which a paper should lie in the file. */
interface Step {
  /** 会议纪要, 付款凭证 … */
  readonly paper: string
  /** What the paper is about, in words. */
  readonly about: string
  /** The day of the step; without one it has not happened yet. */
  readonly on: IsoDate | undefined
  /** Where the paper is recorded, and by which step. */
  readonly path: string
  readonly action: ActionId
  /** What the record names as the paper: evidence on the list, or a signed copy. */
  readonly proof: readonly unknown[]
  /** The form that is the paper too, and for which subject. */
  readonly form?: readonly [id: string, subject: string]
}

/**
 * The recorded steps of which no paper lies in the file, one in words each: 会议纪要（第1轮 第1次会议，2026年4月2日）, and where
 * it is recorded. What the record names as the paper counts as there; whether its file is there, others tell.
 * @param files the files of the case, relative to its folder
 */
export function stepsWithoutPaper(view: CaseView, files: Iterable<string>): Need[] {
  const names = [...files]
  return stepsOf(view.facts).flatMap(({ paper, about, on, proof, form, path, action }) => {
    if (on === undefined || proof.some((each) => each !== undefined && each !== '')) return []
    const [id, subject] = form ?? []
    const definition = forms.find((each) => each.id === id)
    if (definition && hasFinishedPaper(view, names, definition, subject ?? null)) return []
    return [{ field: `${paper}（${[about, chineseDate(on)].filter(Boolean).join('，')}）`, path, action }]
  })
}

/** In the order of the procedure. */
function stepsOf(facts: Facts): Step[] {
  return [
    ...investigationSteps(facts),
    ...consultationSteps(facts),
    ...courtSteps(facts),
    ...performanceSteps(facts),
  ]
}

function investigationSteps({ investigation, appraisals, evidence }: Facts): Step[] {
  const { extension } = investigation ?? {}
  return [
    ...(extension
      ? [
          {
            paper: '延长调查期限的批准文件',
            about: '',
            on: extension.approvedOn,
            proof: [extension.document],
            path: 'investigation.extension.document',
            action: 'extend-investigation' as const,
          },
        ]
      : []),
    ...appraisals.map(({ id, report, receivedOn }) => ({
      paper: '鉴定评估报告',
      about: '',
      on: receivedOn,
      proof: [
        report,
        // A report may have been listed by itself, as evidence of the day on which it was received.
        evidence.find(({ kind, collectedOn }) => kind === 'appraisal' && collectedOn === receivedOn)?.id,
      ],
      path: `appraisals.appraisals[${id}].report`,
      action: 'receive-appraisal' as const,
    })),
  ]
}

function consultationSteps(facts: Facts): Step[] {
  return facts.rounds.flatMap(({ round, services = [], meetings = [] }): Step[] => [
    ...services
      .filter(({ method }) => method !== 'public-notice')
      .map(({ obligor, servedOn, receipt, recording, signedCopy }) => ({
        paper: '送达回证',
        about: obligorName(facts, obligor),
        on: servedOn,
        proof: [receipt, recording, signedCopy],
        path: `consultation.rounds[${round}].services[${obligor}].receipt`,
        action: 'serve' as const,
      })),
    ...meetings.map(({ number, heldOn, minutes, signedCopy }) => ({
      paper: '会议纪要',
      about: subjectLabel(facts, `${round}/${number}`),
      on: heldOn,
      proof: [minutes, signedCopy],
      form: ['meeting-minutes', `${round}/${number}`] as const,
      path: `consultation.rounds[${round}].meetings[${number}].signedCopy`,
      action: 'meet' as const,
    })),
  ])
}

function courtSteps(facts: Facts): Step[] {
  const { confirmations, suits, transfers } = facts.court
  const namesOf = (ids: readonly string[] = []) => ids.map((id) => obligorName(facts, id)).join('、')
  return [
    ...confirmations.map(({ agreement, ruledOn, document, signedCopy }) => ({
      paper: '司法确认裁定',
      about: namesOf(facts.agreements.find(({ id }) => id === agreement)?.obligors),
      on: ruledOn,
      proof: [document, signedCopy],
      path: `court.confirmations[${agreement}].signedCopy`,
      action: 'rule-confirmation' as const,
    })),
    ...suits.map(({ id, obligors, judgedOn, document, signedCopy }) => ({
      paper: '裁判文书',
      about: namesOf(obligors),
      on: judgedOn,
      proof: [document, signedCopy],
      path: `court.suits[${id}].signedCopy`,
      action: 'judge' as const,
    })),
    ...transfers.map(({ to, organ, transferredOn, document }, index) => ({
      paper: '移送文书',
      about: organ ?? labelAt('court', ['transfers', 0, 'to'], to),
      on: transferredOn,
      proof: [document],
      path: `court.transfers[${index}].document`,
      action: 'transfer' as const,
    })),
  ]
}

function performanceSteps(facts: Facts): Step[] {
  const evaluations = facts.restoration.projects.flatMap(({ id, evaluations: rounds = [] }) =>
    rounds.map((each) => ({ ...each, path: `restoration.projects[${id}].evaluations[${each.round}]` })),
  )
  return [
    ...facts.payments.map((payment, index) => ({
      paper: '付款凭证',
      about: [payerName(facts, payment), amountInFigures(fenOf(payment.amount))].filter(Boolean).join(' '),
      on: payment.paidOn,
      proof: [payment.voucher],
      path: `payments.payments[${index}].voucher`,
      action: 'pay' as const,
    })),
    ...evaluations.flatMap(({ reportedOn, report, acceptedOn, opinion, path }): Step[] => [
      {
        paper: '修复效果评估报告',
        about: '',
        on: reportedOn,
        proof: [report],
        path: `${path}.report`,
        action: 'evaluate',
      },
      {
        paper: '验收意见',
        about: '',
        on: acceptedOn,
        proof: [opinion],
        path: `${path}.opinion`,
        action: 'accept',
      },
    ]),
  ]
}
