import type { Documents } from '../../../facts/documents.ts'
import { UNREGULATED } from '../../../regulation/cite.ts'
import {
  all,
  inAppraisal,
  inCase,
  inCourt,
  inEvaluation,
  inInvestigation,
  inPayment,
  inProject,
  inRound,
  inScreening,
  inService,
  inSupervision,
  part,
  unchanged,
} from '../../change.ts'
import { besideOrder } from '../../date-order/beside.ts'
import { agreementOrder, consultationOrder } from '../../date-order/consultation.ts'
import { bankruptcyOrder, courtOrder } from '../../date-order/court.ts'
import type { DateOrder, Misplaced } from '../../date-order/define.ts'
import { appraisalOrder, investigationOrder } from '../../date-order/investigation.ts'
import { restorationOrder, supervisionOrder } from '../../date-order/restoration.ts'
import { skippedOrder } from '../../date-order/skipped.ts'
import { at, defineRule } from '../../define.ts'

/** Every pair of dates of which one must not come before the other; other dates may come in any order. */
export const dateOrders: readonly DateOrder[] = [
  ...investigationOrder,
  ...appraisalOrder,
  ...consultationOrder,
  ...agreementOrder,
  ...skippedOrder,
  ...courtOrder,
  ...bankruptcyOrder,
  ...besideOrder,
  ...restorationOrder,
  ...supervisionOrder,
]

export const dateOrder = defineRule({
  id: 'case/date-order',
  severity: 'error',
  about: 'breach',
  denies: 'order',
  severityStays: 'record',
  matter: null,
  title: '各环节的日期前后相合',
  why: '后一环节早于前一环节，说明日期录错或者程序倒置，期限也会算错。',
  mend: '核对原件，改正录错的日期。',
  *check(scope) {
    const { has } = scope.regulation
    for (const misplaced of latestOfEach(dateOrders.flatMap((order) => order.misplaced(scope)))) {
      const { target, key, matter } = misplaced
      // A contradiction between facts is reported under every text.
      const by = has(matter) ? { matter } : { article: UNREGULATED }
      yield at(target, key, reversed(misplaced), by)
    }
  },
  examples: {
    accept: [
      { title: '前后相合', change: unchanged },
      {
        title: '核查与发现线索在同一天',
        change: inScreening((screening) => {
          screening.checkedOn = '2025-03-03'
        }),
      },
      {
        title: '义务人主动要求磋商的，告知书可以早于调查结论',
        change: all(
          inRound((round) => {
            round.earlyRequest = { by: 'o1', requestedOn: '2025-05-12' }
          }),
          inInvestigation(({ conclusion }) => {
            if (conclusion) conclusion.concludedOn = '2025-06-10'
          }),
        ),
      },
      {
        title: '评估没有达标以后继续修复，重新完工在该次评估以后',
        change: all(
          inEvaluation((evaluation) => {
            evaluation.passed = false
          }),
          inProject((project) => {
            project.completedOn = '2026-05-20'
            delete project.filedOn
            delete project.sentToCourtOn
          }),
        ),
      },
      {
        title: '公安机关在启动索赔以前委托的鉴定',
        change: inAppraisal((appraisal) => {
          appraisal.commissionedBy = ['public-security']
          appraisal.commissionedOn = '2025-03-04'
        }),
      },
      { title: '签约以后变更协议，此前的付款仍然有效', change: amended('2025-09-01') },
    ],
    reject: [
      {
        title: '申报债权早于受理破产',
        finds: ['error - case.obligors.0.bankruptcy.claimedOn'],
        change: inCase(({ obligors }) => {
          part(obligors[0]).bankruptcy = { openedOn: '2026-03-02', claimedOn: '2026-02-20' }
        }),
      },
      {
        title: '调查活动早于启动索赔',
        finds: ['error - investigation.process.activities.0.on'],
        change: inInvestigation(({ process }) => {
          for (const activity of process?.activities ?? []) activity.on = '2025-03-05'
        }),
      },
      {
        title: '答复早于送达',
        finds: ['error - consultation.rounds.0.replies.0.repliedOn'],
        change: inService((service) => {
          service.servedOn = '2025-06-04'
        }),
      },
      {
        title: '会议早于向到会义务人送达',
        finds: [
          'error - consultation.rounds.0.replies.0.repliedOn',
          'error - consultation.rounds.0.meetings.0.heldOn',
        ],
        change: inService((service) => {
          service.servedOn = '2025-06-21'
        }),
      },
      {
        title: '变更的协议早于原协议',
        finds: ['error - agreements.agreements.1.signedOn'],
        change: amended('2025-07-23'),
      },
      {
        title: '付款早于损害发生',
        finds: ['error - payments.payments.0.paidOn'],
        change: inPayment((payment) => {
          payment.paidOn = '2025-02-09'
        }),
      },
      {
        title: '监督检查早于开工',
        finds: ['error - restoration.projects.0.inspections.0.on'],
        change: inProject(({ inspections }) => {
          for (const inspection of inspections ?? []) inspection.on = '2025-09-24'
        }),
      },
      {
        title: '公开早于所公开的协议',
        finds: ['error - supervision.disclosures.0.publishedOn'],
        change: inSupervision(({ disclosures }) => {
          for (const published of disclosures ?? []) {
            if (published.matter === 'agreement')
              Object.assign(published, { subject: 'G1', publishedOn: '2025-07-23' })
          }
        }),
      },
      {
        title: '起诉早于磋商不成或者签约',
        finds: ['error - court.suits.0.filedOn'],
        change: inCourt((court) => {
          court.suits = [{ id: 'S1', obligors: ['o1'], filedOn: '2025-07-23' }]
        }),
      },
      {
        title: '申请执行早于协议签订',
        finds: ['error - court.enforcements.0.appliedOn'],
        change: inCourt((court) => {
          court.enforcements = [
            { id: 'F1', instrument: 'confirmation', reference: 'G1', appliedOn: '2025-07-23' },
          ]
        }),
      },
      {
        title: '送达早于告知书制发',
        finds: ['error - consultation.rounds.0.services.0.servedOn'],
        change: inService((service) => {
          service.servedOn = '2025-05-25'
        }),
      },
      {
        title: '完工早于开工',
        finds: ['error - restoration.projects.0.completedOn'],
        change: inProject((project) => {
          project.completedOn = '2025-09-24'
        }),
      },
    ],
  },
})

/** Adds an agreement that replaces the first, signed on a day. */
function amended(signedOn: string) {
  return ({ agreements }: Documents) => {
    const [first] = agreements?.agreements ?? []
    if (first) agreements?.agreements.push({ ...first, id: 'G2', amends: first.id, signedOn })
  }
}

/** Each misplaced date once, with the latest of the dates that it must not precede. */
function latestOfEach(found: readonly Misplaced[]): Misplaced[] {
  return found.filter((each, index) => {
    const nearer = ({ target, key, earlierOn }: Misplaced, place: number) =>
      target === each.target &&
      key === each.key &&
      (earlierOn > each.earlierOn || (earlierOn === each.earlierOn && place < index))
    return !found.some(nearer)
  })
}

const reversed = ({ what, on, earlier, earlierOn }: Misplaced) =>
  `${what}（${on}）早于${earlier}（${earlierOn}）。请核对原件，改正录错的日期。`
