/** What each paper says and lacks before anything is done; what most of them say alike is left out. */
export const barePapers: readonly {
  readonly paper: string
  readonly known: Readonly<Record<string, unknown>>
  readonly lacks: readonly string[]
}[] = [
  {
    paper: 'initiation-register',
    known: {
      案件来源: '日常监管',
      义务人: [
        {
          '名称（姓名）': '待调查查明',
          '地址（住址）': '待调查查明',
          '统一社会信用代码（公民身份证号码）': '待调查查明',
          '法定代表人（负责人）': '待调查查明',
          职务: '待调查查明',
        },
      ],
      编号: 'NN-2025-0007',
      案情简介及启动索赔理由: ['案情简介：＿＿＿＿＿＿＿＿', '启动索赔理由：＿＿＿＿＿＿＿＿'],
    },
    lacks: [
      '案由：case.cause ← new',
      '案情简介及启动索赔理由：case.summary ← new',
      '案情简介及启动索赔理由：investigation.initiation.reason ← initiate',
    ],
  },
  {
    paper: 'investigation-register',
    known: {
      '案件线索的来源、调查经过': [
        '案件线索：日常监管、执法巡查、各项资源与环境专项行动中发现的案件线索。',
        '索赔启动：＿＿＿＿＿＿＿＿经南宁市生态环境局批准启动。',
      ],
      '承担赔偿、修复责任的法律依据': ['《广西壮族自治区生态环境损害赔偿制度改革实施方案》。'],
    },
    lacks: [
      '案件线索的来源、调查经过：investigation.initiation ← initiate',
      '案件线索的来源、调查经过：investigation.process.activities ← log-investigation',
      '赔偿义务人的基本情况：case.obligors ← amend-obligors',
      '生态环境损害事实和相关证据材料：investigation.facts ← record-facts',
      '承担赔偿、修复责任的法律依据：investigation.legalBasis ← record-facts',
      '调查部门的处理建议：investigation.conclusion.reason ← conclude',
    ],
  },
  {
    paper: 'termination-register',
    known: { 案件来源: '日常监管', 原编号: 'NN-2025-0007' },
    lacks: [
      '义务人：case.obligors ← amend-obligors',
      '案由：case.cause ← new',
      '终止理由：closing.terminations ← terminate',
    ],
  },
  {
    paper: 'consultation-notice',
    known: {
      告知人: '南宁市生态环境局',
      生态环境损害调查情况: ['调查结论：＿＿＿＿＿＿＿＿'],
      受邀单位或部门: '无',
      磋商会议时间和地点: '收到同意磋商的书面答复后另行通知。',
      其他事项: [
        '对本告知书所列调查情况有异议的，可以在答复时书面提出，也可以在磋商会议上陈述意见、提交证据；对鉴定评估的程序、结果有异议的，可以要求鉴定评估机构书面解释说明。',
        '联系人：覃某，联系电话：0771-0000000。',
      ],
    },
    lacks: [
      '被告知人：case.obligors ← amend-obligors',
      '告知日期：consultation.rounds[].notice.issuedOn ← notify',
      '生态环境损害赔偿事由：consultation.rounds[].notice.matter ← notify',
      '生态环境损害调查情况：investigation.conclusion.reason ← conclude',
      '磋商小组人员：consultation.rounds[].notice.panel ← notify',
      '答复期限：consultation.rounds[].notice.replyBy ← notify',
    ],
  },
  {
    paper: 'agreement',
    known: {
      赔偿权利人: '南宁市生态环境局',
      签章权利人: '南宁市生态环境局',
      签订地点: '＿＿＿＿＿＿＿＿',
      事实情况: ['＿＿＿＿＿＿＿＿'],
      相关证据: ['＿＿＿＿＿＿＿＿'],
      相关法律依据及规定: [
        '1．法律依据：《广西壮族自治区生态环境损害赔偿制度改革实施方案》。',
        '2．赔偿理由：＿＿＿＿＿＿＿＿',
      ],
      生态环境损害责任认定: ['＿＿＿＿＿＿＿＿'],
      '生态环境损害责任承担、履行方式和期限': [
        '（一）生态环境损害赔偿责任的履行方式和期限：＿＿＿＿＿＿＿＿',
        '（二）生态环境损害修复目标：＿＿＿＿＿＿＿＿',
        '（三）生态环境损害修复方案：＿＿＿＿＿＿＿＿',
        '（四）生态环境损害修复启动时间和期限：＿＿＿＿＿＿＿＿',
        '（五）赔偿金额及构成：双方约定的赔偿总额为＿＿＿＿＿＿＿＿。',
      ],
      其他约定: [
        '（一）协议双方当事人对鉴定意见书、评估报告、修复方案的意见：＿＿＿＿＿＿＿＿',
        '（二）违约责任的承担：＿＿＿＿＿＿＿＿',
        '（三）生态环境损害修复评估的方式和期限：＿＿＿＿＿＿＿＿',
        '（四）争议解决途径：＿＿＿＿＿＿＿＿',
        '（五）不可抗力因素的处理：＿＿＿＿＿＿＿＿',
      ],
    },
    lacks: ['赔偿协议：agreements.agreements ← sign'],
  },
  {
    paper: 'confirmation-application',
    known: {
      申请人: '南宁市生态环境局',
      申请人统一社会信用代码: '11450100000000000X',
      申请人法定代表人: '周某',
      '申请人地址（联系方式）': '南宁市某区某路 1 号（0771-0000000）',
      协议名称: '某造纸有限公司等排污案',
      '实施方案、办法': '《广西壮族自治区生态环境损害赔偿制度改革实施方案》',
      人民法院: '南宁市中级人民法院',
    },
    lacks: ['签订日期：agreements.agreements ← sign'],
  },
  {
    paper: 'enforcement-application',
    known: {
      赔偿或者开展修复: '赔偿（开展修复）',
      赔偿或者修复: '赔偿（修复）',
      未履行: '未按照协议要求',
      一直未履行: '一直未按照协议履行',
      申请人名称: '南宁市生态环境局',
      '申请人地址（联系方式）': '南宁市某区某路 1 号（0771-0000000）',
      申请人法定代表人: '周某',
      '委托代理人（姓名、工作单位及职务）': '覃某，南宁市生态环境局法规科，科员',
      联系方式: '0771-0000000',
      案件名称: '某造纸有限公司等排污',
      协议名称: '某造纸有限公司等排污案生态环境损害',
      生效文书号: '＿＿＿＿＿＿＿＿',
    },
    lacks: [
      '执行申请：court.enforcements ← apply-enforcement',
      '损害名称：case.cause ← new',
      '调查日期：investigation.initiation ← initiate',
      '查明事实：investigation.facts ← record-facts',
      '磋商经过：consultation.rounds[].meetings ← meet',
      '司法确认文书号：court.confirmations[].rulingNumber ← rule-confirmation',
      '申请确认日期：court.confirmations[].appliedOn ← apply-confirmation',
      '人民法院：court.confirmations[].court ← apply-confirmation',
      '请求事项：court.enforcements.claim ← apply-enforcement',
      '执行人民法院：court.enforcements.court ← apply-enforcement',
    ],
  },
  {
    paper: 'service-receipt',
    known: { 送达文书: '《生态环境损害赔偿磋商告知书》', 送达机关: '南宁市生态环境局' },
    lacks: ['送达文书：consultation.rounds[].notice ← notify'],
  },
  {
    paper: 'meeting-agenda',
    known: {
      参加人员: ['赔偿权利人一方：南宁市生态环境局。'],
      会议议程: [
        '（一）赔偿权利人指定的部门或机构就生态环境损害赔偿案件调查情况进行陈述、发表赔偿意见并出示相关证据。',
        '（二）鉴定评估机构对鉴定评估情况进行说明，或者鉴定评估专家组对专家意见进行说明。',
        '（三）赔偿义务人进行陈述并发表意见。',
        '（四）赔偿权利人指定的部门或机构、赔偿义务人根据生态环境损害鉴定评估报告结论和各方意见等，就修复启动时间和期限、赔偿的数额、责任承担方式和期限等具体问题进行平等磋商。',
        '（五）赔偿义务人对鉴定评估报告或者专家意见有疑问或异议的，由参加会议的评估机构或评估专家给予解答说明。',
      ],
    },
    lacks: [
      '会议时间：consultation.rounds[].notice.meeting.at ← notify',
      '会议地点：consultation.rounds[].notice.meeting.place ← notify',
    ],
  },
  {
    paper: 'meeting-minutes',
    known: {
      参加人员: ['赔偿权利人一方：南宁市生态环境局。'],
      会议情况: [
        '（一）陈述与举证：＿＿＿＿＿＿＿＿',
        '（二）鉴定评估说明：＿＿＿＿＿＿＿＿',
        '（三）义务人陈述：＿＿＿＿＿＿＿＿',
        '（四）平等磋商：＿＿＿＿＿＿＿＿',
        '（五）解答：＿＿＿＿＿＿＿＿',
      ],
      // A place to sign, for nobody yet.
      到会义务人: [{ 名称: '' }],
    },
    lacks: [
      '会议日期：consultation.rounds[].meetings[].heldOn ← meet',
      '会议地点：consultation.rounds[].meetings[].place ← meet',
      '陈述与举证：consultation.rounds[].meetings[].record.claimant ← meet',
      '鉴定评估说明：consultation.rounds[].meetings[].record.appraisal ← meet',
      '义务人陈述：consultation.rounds[].meetings[].record.obligors ← meet',
      '平等磋商：consultation.rounds[].meetings[].record.negotiation ← meet',
      '解答：consultation.rounds[].meetings[].record.answers ← meet',
      '会议结果：consultation.rounds[].meetings[].outcome ← meet',
    ],
  },
  {
    paper: 'appraisal-commission',
    known: {
      依据: '《生态环境损害赔偿管理规定》（环法规〔2022〕31号）第二十条',
      委托方: '南宁市生态环境局',
      受托方: '你单位',
      委托事项: [
        '（一）生态环境损害的范围和程度。',
        '（二）污染环境、破坏生态行为与生态环境损害情况及其因果关系。',
        '（三）生态环境恢复措施。',
        '（四）生态环境损害数额量化。',
        '（五）明确生态环境损害是否可以修复。',
        '（六）可以修复的区域范围和要求。',
      ],
      送鉴材料: '以移交清单为准。',
    },
    lacks: ['收文机关：appraisals.appraisals[].body.name ← commission-appraisal', '案情：case.summary ← new'],
  },
  {
    paper: 'explanation-request',
    known: { 依据: '案件办理需要', 异议人: '南宁市生态环境局', 解释期限: '10个工作日' },
    lacks: [
      '异议内容：appraisals.appraisals[].objections[].matter ← object',
      '收文机关：appraisals.appraisals[].body.name ← commission-appraisal',
      '异议日期：appraisals.appraisals[].objections[].raisedOn ← object',
    ],
  },
  {
    paper: 'major-report',
    known: {
      依据: '重大案件督办工作的需要',
      收文机关: '南宁市委生态环境保护和督察工作领导小组办公室',
      基本情况: ['案件来源：日常监管、执法巡查、各项资源与环境专项行动中发现的案件线索。'],
    },
    lacks: [
      '收文机关（上级主管部门）：config.superiorOffice ← init',
      '基本情况：case.summary ← new',
      '重大案件类型：supervision.major.grounds ← mark-major',
      '启动情况：investigation.initiation ← initiate',
    ],
  },
  {
    paper: 'monthly-report',
    known: { 依据: '你单位' },
    lacks: [
      '本月进展：supervision.monthlyReports[].progress ← report-month',
      '收文机关：supervision.major.supervisingUnit ← mark-major',
    ],
  },
  {
    paper: 'overdue-explanation',
    known: { 依据: '督办要求', 后续安排: '我单位将加快办理，办结后及时报告。' },
    lacks: [
      '逾期原因：supervision.overdueExplanations[0].reason ← explain-overdue',
      '收文机关：supervision.major.supervisingUnit ← mark-major',
      '办结期限：supervision.major.dueOn ← mark-major',
    ],
  },
  {
    paper: 'performance-letter',
    known: {
      有关建议:
        '《中华人民共和国行政处罚法》第三十二条规定，当事人主动消除或者减轻违法行为危害后果的，应当从轻或者减轻行政处罚。上述情况，供你单位在办理相关案件时参考。',
    },
    lacks: [
      '赔偿协议：agreements.agreements ← sign',
      '收文机关：supervision.leniencyNotices ← notify-leniency',
    ],
  },
  {
    paper: 'priority-letter',
    known: { 依据: '《中华人民共和国民法典》第一百八十七条' },
    lacks: [
      '罚款、罚金：case.relatedProceedings ← new',
      '收文机关：case.relatedProceedings[0].authority ← new',
      '赔偿责任：appraisals.appraisals ← receive-appraisal',
    ],
  },
  {
    paper: 'evaluation-filing',
    known: {
      修复依据: '生态环境损害赔偿协议',
      修复方式: '原位修复',
      监理单位: '／',
      备案材料: '修复效果评估报告（另附）',
      签署义务人: [{ 名称: '' }],
      备案机关: '南宁市生态环境局',
    },
    lacks: [
      '修复项目：restoration.projects ← accept',
      '实施单位：restoration.projects[].implementer.name ← start-restoration',
      '启动日期：restoration.projects[].startedOn ← start-restoration',
      '完成日期：restoration.projects[].completedOn ← complete-restoration',
      '评估单位：restoration.projects[].evaluations.evaluator.name ← evaluate',
      '评估报告日期：restoration.projects[].evaluations.reportedOn ← evaluate',
      '验收日期：restoration.projects[].evaluations.acceptedOn ← accept',
      '验收专家：restoration.projects[].evaluations.experts ← accept',
    ],
  },
  {
    paper: 'court-letter',
    known: {
      依据: '案件办理情况',
      裁判文书: '司法确认裁定',
      修复方式: '原位修复',
      附件: '修复效果评估报告（另附）',
    },
    lacks: [
      '修复项目：restoration.projects ← start-restoration',
      '收文机关：court.confirmations[].court ← apply-confirmation',
      '裁判文书：court.confirmations[].rulingNumber ← rule-confirmation',
      '实施单位：restoration.projects[].implementer.name ← start-restoration',
      '启动日期：restoration.projects[].startedOn ← start-restoration',
      '完成日期：restoration.projects[].completedOn ← complete-restoration',
      '评估单位：restoration.projects[].evaluations.evaluator.name ← evaluate',
      '评估报告日期：restoration.projects[].evaluations.reportedOn ← evaluate',
      '验收日期：restoration.projects[].evaluations.acceptedOn ← accept',
      '验收专家：restoration.projects[].evaluations.experts ← accept',
    ],
  },
  {
    paper: 'transfer-letter',
    known: { 依据: '《中华人民共和国刑事诉讼法》第一百一十条', 移送材料: '以移交清单为准。' },
    lacks: [
      '收文机关：court.transfers ← transfer',
      '涉嫌事项：court.transfers[].matter ← transfer',
      '涉嫌人员：case.obligors ← amend-obligors',
      '案情：case.summary ← new',
    ],
  },
  {
    paper: 'disclosure-text',
    known: { 依据: '《生态环境损害赔偿管理规定》（环法规〔2022〕31号）', 赔偿权利人: '南宁市人民政府' },
    lacks: ['基本案情：case.summary ← new', '公开内容：supervision.disclosures ← disclose'],
  },
]
