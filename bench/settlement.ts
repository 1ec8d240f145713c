import type {
  AgreementsDocument,
  ConsultationDocument,
  CourtDocument,
  PaymentsDocument,
} from '../src/core/facts/documents.ts'
import { days, type Story, yuan } from './timeline.ts'

const court1 = '南宁市中级人民法院'

/** Who signs: all, or the company alone where the driver did not come. */
const signers = ({ sued }: Story) => (sued ? ['o1'] : ['o1', 'o2'])

export function consultation(story: Story): ConsultationDocument {
  const { on, past } = story
  if (!past(days.noticed)) return { rounds: [] }
  return {
    rounds: [
      {
        round: 1,
        notice: {
          number: `南损磋〔${on(days.noticed).slice(0, 4)}〕${story.index + 1}号`,
          issuedOn: on(days.noticed),
          matter: `${story.company}等${story.kind.cause}，${story.kind.harm}，依法应当承担修复和赔偿责任。`,
          replyWithinDays: 10,
          meeting: { at: `${on(days.firstMeeting)} 09:30`, place: `${story.unit}会议室` },
          panel: [...story.officers],
          invited: ['南宁市人民检察院', '南宁市司法局'],
          otherMatters:
            '请携带身份证明、授权委托书和与本案有关的证据材料；对鉴定意见有异议的，请于会前书面提出。',
        },
        ...(past(days.served + 1) && { services: services(story) }),
        ...(past(days.replied) && { replies: replies(story) }),
        ...(past(days.firstMeeting) && { meetings: meetings(story) }),
        ...(past(days.agreed) && { outcomes: outcomes(story) }),
      },
    ],
  }
}

function services({ on }: Story) {
  return [
    { obligor: 'o1', method: 'direct', servedOn: on(days.served), receipt: 'E5' },
    {
      obligor: 'o2',
      method: 'mail',
      servedOn: on(days.served + 1),
      receipt: 'E5',
      attempts: [{ method: 'direct', on: on(days.served), result: '家中无人，邻居称外出务工' }],
    },
  ]
}

function replies(story: Story) {
  return signers(story).map((obligor) => ({
    obligor,
    repliedOn: story.on(days.replied),
    agrees: true,
    content: '同意磋商，对损害事实无异议，希望分期支付。',
  }))
}

function meetings(story: Story) {
  const { on, past } = story
  const attended = signers(story)
  const record = {
    claimant: '通报调查结论、鉴定意见和赔偿主张，说明修复方案的主要内容和时限。',
    obligors: '承认行为事实，表示愿意修复；提出企业资金周转困难，请求考虑实际履行能力。',
    negotiation: '各方就修复责任、费用承担和履行期限逐项交换意见。',
  }
  const first = {
    number: 1,
    heldOn: on(days.firstMeeting),
    attended,
    record,
    outcome: 'continued' as const,
    minutes: 'E6',
  }
  const second = {
    number: 2,
    heldOn: on(days.agreed),
    attended,
    outcome: 'agreed' as const,
    agreedWith: attended,
    minutes: 'E6',
  }
  return past(days.agreed) ? [first, second] : [first]
}

function outcomes(story: Story) {
  const decidedOn = story.on(days.agreed)
  const agreed = signers(story).map((obligor) => ({
    obligor,
    kind: 'agreed' as const,
    decidedOn,
    by: story.head,
  }))
  if (!story.sued) return agreed
  return [
    ...agreed,
    { obligor: 'o2', kind: 'failed' as const, ground: 'refused-or-no-reply', decidedOn, by: story.head },
  ]
}

export function agreements(story: Story): AgreementsDocument {
  const { on, past, costs } = story
  if (!past(days.signed)) return { agreements: [] }
  const [restoring, service, fees] = costs
  const total = restoring + service + fees
  return {
    agreements: [
      {
        id: 'G1',
        round: 1,
        obligors: signers(story),
        signedOn: on(days.signed),
        place: story.unit,
        clauses: clauses(story),
        compensation: {
          items: [
            {
              head: 'clean-up-restoration',
              amount: yuan(restoring),
              by: 'work',
              basis: '鉴定评估报告第五章',
            },
            { head: 'service-loss', amount: yuan(service), by: 'payment', basis: '鉴定评估报告第六章' },
            { head: 'investigation-appraisal', amount: yuan(fees), by: 'payment', basis: '委托合同与发票' },
          ],
          total: yuan(story.flaw === 'sum' ? total + 1 : total),
        },
        shares: [{ obligors: signers(story), amount: yuan(total), joint: !story.sued }],
        substitutes: [],
        restoration: {
          mode: 'in-situ',
          startBy: on(days.restorationStarted + 10),
          completeBy: on(days.restored + 10),
          evaluateBy: on(days.accepted + 10),
        },
        payments: [
          {
            id: 'P1',
            obligor: 'o1',
            dueOn: on(days.paid + 5),
            amount: yuan(service),
            heads: ['service-loss'],
          },
          {
            id: 'P2',
            obligor: 'o1',
            dueOn: on(days.paid + 5),
            amount: yuan(fees),
            heads: ['investigation-appraisal'],
          },
        ],
      },
    ],
  }
}

function clauses(story: Story): Record<string, string> {
  const { kind, on } = story
  const full = {
    facts: `${story.company}${kind.deed}。`,
    evidence: '现场勘查笔录、采样检测报告、询问笔录、鉴定评估报告。',
    legalBasis: '《中华人民共和国民法典》第一千二百三十四条、第一千二百三十五条。',
    reasons: `${kind.harm}，应当承担生态环境损害赔偿责任。`,
    liability: story.sued ? '某公司承担主要责任。' : '双方承担连带责任。',
    opinions: '各方对鉴定意见和修复方案均无异议。',
    performance: '自行委托有能力的第三方实施修复，其余款项以货币支付。',
    restorationGoal: '受损区域恢复至基线水平。',
    restorationPlan: `${kind.repair}。`,
    restorationSchedule: `${on(days.restorationStarted)}启动，${on(days.restored)}前完成。`,
    breach: '逾期履行的按日支付万分之五违约金。',
    evaluation: '修复完成后委托第三方评估效果。',
    disputes: '向有管辖权的人民法院起诉。',
    forceMajeure: '及时通知并相应顺延。',
    other: '',
  }
  return story.flaw === 'clause' ? { ...full, breach: '……' } : full
}

export function court(story: Story): CourtDocument {
  const { on, past, index } = story
  if (!past(days.applied + 8)) return { confirmations: [] }
  const confirmation = {
    agreement: 'G1',
    court: court1,
    appliedOn: on(days.applied),
    acceptedOn: on(days.applied + 4),
    announcedOn: on(days.applied + 8),
    ...(past(days.confirmed) && {
      ruledOn: on(days.confirmed),
      result: 'confirmed' as const,
      rulingNumber: `（${on(days.confirmed).slice(0, 4)}）桂01民特${index + 1}号`,
    }),
  }
  const suit = {
    id: 'S1',
    obligors: ['o2'],
    reason: '磋商未达成一致',
    court: court1,
    filedOn: on(days.applied),
    claimAmount: '50000.00',
    proof: ['act', 'illegality', 'damage', 'costs'],
  }
  return { confirmations: [confirmation], ...(story.sued && { suits: [suit] }) }
}

export function payments({ on, past, costs: [, service, fees] }: Story): PaymentsDocument {
  if (!past(days.paid)) return { payments: [] }
  const paid = { agreement: 'G1', paidOn: on(days.paid), voucher: 'E7' }
  return {
    payments: [
      { id: 'P1', ...paid, amount: yuan(service), destination: 'treasury' },
      { id: 'P2', ...paid, amount: yuan(fees), destination: 'cost-bearer' },
    ],
  }
}
