import type { barePapers } from './bare-papers.ts'

/** The same for the papers that go to a court, to experts and to whoever reported. */
export const bareFilings: typeof barePapers = [
  {
    paper: 'reporter-answer',
    known: {},
    lacks: ['处理结果：screening.decision ← screen', '收文机关：case.clue.reporter.name ← new'],
  },
  {
    paper: 'expert-commission',
    known: {
      委托方: '南宁市生态环境局',
      依据: '《生态环境损害赔偿管理规定》（环法规〔2022〕31号）第二十条',
      委托事项: [
        '（一）生态环境损害的范围和程度。',
        '（二）污染环境、破坏生态行为与生态环境损害情况及其因果关系。',
        '（三）生态环境恢复措施。',
        '（四）生态环境损害数额量化。',
        '（五）明确生态环境损害是否可以修复。',
        '（六）可以修复的区域范围和要求。',
      ],
      送交材料: '以移交清单为准。',
      受托专家: ['＿＿＿＿＿＿＿＿'],
    },
    lacks: ['收文机关：appraisals.appraisals[].experts ← commission-appraisal', '案情：case.summary ← new'],
  },
  {
    paper: 'demand-notice',
    known: {},
    lacks: ['催告内容：court.demands.content ← demand-performance'],
  },
  {
    paper: 'preservation-application',
    known: {
      当事人: [
        '申请人：南宁市生态环境局，住所地：南宁市某区某路 1 号，统一社会信用代码：11450100000000000X，联系电话：0771-0000000。',
        '法定代表人（负责人）：周某，局长。',
        '委托诉讼代理人：覃某，南宁市生态环境局法规科，科员。',
      ],
      申请人: '南宁市生态环境局',
      担保: '人民法院要求提供担保的，附担保材料',
    },
    lacks: [
      '事实和理由：court.preservations.reason ← preserve',
      '当事人：case.obligors ← amend-obligors',
      '请求事项：court.preservations.description ← preserve',
      '事实和理由：case.summary ← new',
      '人民法院：court.preservations.court ← preserve',
    ],
  },
  {
    paper: 'complaint',
    known: {
      当事人: [
        '原告：南宁市生态环境局，住所地：南宁市某区某路 1 号，统一社会信用代码：11450100000000000X，联系电话：0771-0000000。',
        '法定代表人（负责人）：周某，局长。',
        '委托诉讼代理人：覃某，南宁市生态环境局法规科，科员。',
      ],
      起诉人: '南宁市生态环境局',
    },
    lacks: [
      '当事人：case.obligors ← amend-obligors',
      '诉讼请求：court.suits.claims ← sue',
      '人民法院：court.suits.court ← sue',
    ],
  },
  {
    paper: 'payment-order-application',
    known: {
      当事人: [
        '申请人：南宁市生态环境局，住所地：南宁市某区某路 1 号，统一社会信用代码：11450100000000000X，联系电话：0771-0000000。',
        '法定代表人（负责人）：周某，局长。',
        '委托诉讼代理人：覃某，南宁市生态环境局法规科，科员。',
      ],
      申请人: '南宁市生态环境局',
    },
    lacks: [
      '请求事项：court.paymentOrders.amount ← apply-payment-order',
      '当事人：case.obligors ← amend-obligors',
      '人民法院：court.paymentOrders.court ← apply-payment-order',
    ],
  },
  {
    paper: 'judgment-enforcement',
    known: {
      当事人: [
        '申请执行人：南宁市生态环境局，住所地：南宁市某区某路 1 号，统一社会信用代码：11450100000000000X，联系电话：0771-0000000。',
        '法定代表人（负责人）：周某，局长。',
        '委托诉讼代理人：覃某，南宁市生态环境局法规科，科员。',
      ],
      申请人: '南宁市生态环境局',
    },
    lacks: [
      '当事人：case.obligors ← amend-obligors',
      '请求事项：court.enforcements.claim ← apply-enforcement',
      '执行依据：court.enforcements ← apply-enforcement',
      '人民法院：court.enforcements.court ← apply-enforcement',
    ],
  },
  {
    paper: 'evidence-list',
    known: {
      提交人: '南宁市生态环境局',
    },
    lacks: ['证据：evidence.evidence ← add-evidence', '人民法院：court ← sue'],
  },
  {
    paper: 'representative-certificate',
    known: {
      法定代表人: '周某',
      职务: '局长',
      单位名称: '南宁市生态环境局',
      单位地址和电话: '单位地址：南宁市某区某路 1 号\n联系电话：0771-0000000',
    },
    lacks: [],
  },
  {
    paper: 'power-of-attorney',
    known: {
      委托人: ['委托人：南宁市生态环境局，住所地：南宁市某区某路 1 号，法定代表人（负责人）：周某，局长。'],
      受委托人: ['受委托人：覃某，南宁市生态环境局法规科，科员，联系电话：0771-0000000。'],
      特别授权依据: '（《中华人民共和国民事诉讼法》第六十二条）',
      特别授权事项: '代为承认、放弃、变更诉讼请求，进行和解，提起反诉或者上诉',
    },
    lacks: ['案由：case.cause ← new', '人民法院：court ← sue'],
  },
]
