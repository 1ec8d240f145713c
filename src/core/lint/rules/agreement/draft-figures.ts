import type { WordDraft } from '../../../drafts/draft.ts'
import { type FigureNote, severalTotals, wrongFigures } from '../../../drafts/figures.ts'
import { wrongSupplement } from '../../../drafts/supplement.ts'
import { bindingAgreements } from '../../../facts/agreements.ts'
import type { Facts } from '../../../facts/facts.ts'
import type { Regulation } from '../../../regulation/regulation.ts'
import { unchanged } from '../../change.ts'
import { at, type CaseDraft, defineRule } from '../../define.ts'
import { amendmentOf, kindOfDraft } from '../../paper-kind.ts'
import { amendedAgreement, draftSaying, sampleDraft, sampleSupplement } from '../../sample-draft.ts'

export const draftFigures = defineRule({
  id: 'agreement/draft-figures',
  severity: 'error',
  about: 'breach',
  severityStays: 'record',
  matter: 'agreement-contents',
  contradiction: true,
  title: 'Word 协议稿的金额、付款日和抵扣比例与案卷一致',
  why: '协议稿几经修改，数字容易与磋商的结果不一致；签署以后按协议稿履行，案卷里的付款和期限就都错了。',
  mend: '核对协议稿和案卷的记录（用 ejc amend 更正），改正写错的一处；大写与小写不一致的，以磋商结果为准改正。',
  reads: ['files'],
  *check({ drafts, facts, regulation }) {
    for (const draft of drafts()) {
      const { path, content } = draft
      if (typeof content === 'string') continue
      for (const { code, message, line, severity } of figuresOf(draft, content, facts, regulation)) {
        yield at('case', [], message, { code, severity, subject: path, place: { path, line } })
      }
    }
  },
  examples: {
    accept: [
      {
        title: '补充协议写明变更的数字，原来的数字也写着',
        drafts: [
          sampleSupplement(
            '赔偿总额由300,000元变更为260,000元，2025年8月20日前支付60,000元变更为2025年12月20日前支付。',
          ),
        ],
        change: amendedAgreement,
      },
      { title: '没有协议稿', change: unchanged },
      { title: '与记录的协议一致', drafts: [sampleDraft], change: unchanged },
      {
        title: '抵扣比例恰好是上限',
        drafts: [{ ...draftSaying('以技改投入抵扣，抵扣比例为50%。'), agreement: null }],
        change: unchanged,
      },
    ],
    reject: [
      {
        title: '补充协议的总额、付款日与变更协议的记录不同',
        finds: ['error total case', 'warning payment P1 case', 'error payment-day case'],
        drafts: [sampleSupplement('赔偿总额变更为26万5千元。2025年12月30日前支付60,000元。')],
        change: amendedAgreement,
      },
      {
        title: '赔偿总额不同',
        finds: ['error total case', 'warning payment P1 case', 'warning payment P2 case'],
        drafts: [draftSaying('赔偿总额为300,001.00元。')],
        change: unchanged,
      },
      {
        title: '没有写付款日和付款额',
        finds: ['warning total case', 'warning payment P1 case', 'warning payment P2 case'],
        drafts: [draftSaying('款项分期支付。')],
        change: unchanged,
      },
      {
        title: '大写与小写不一致',
        finds: [
          'error capitals case',
          'warning total case',
          'warning payment P1 case',
          'warning payment P2 case',
        ],
        drafts: [draftSaying('支付1,200.00元（大写：人民币壹仟贰佰壹拾元整）。')],
        change: unchanged,
      },
      {
        title: '还没有登记协议，写明两个总额',
        finds: ['warning totals case'],
        drafts: [
          {
            ...draftSaying('赔偿总额为774,400.00元。双方约定的赔偿总额为774,000.00元。'),
            agreement: null,
          },
        ],
        change: unchanged,
      },
      {
        title: '抵扣比例超过上限',
        finds: [
          'error offset case',
          'warning total case',
          'warning payment P1 case',
          'warning payment P2 case',
        ],
        drafts: [draftSaying('以技术改造投入抵扣，抵扣比例为60%。')],
        change: unchanged,
      },
    ],
  },
})

/** What is wrong with the figures of a text, by the kind of paper that it is; only agreements have a record of figures. */
function figuresOf(draft: CaseDraft, content: WordDraft, facts: Facts, regulation: Regulation): FigureNote[] {
  const paper = kindOfDraft(draft, regulation)
  if (paper?.kind === 'supplement') return wrongSupplement(content, amendmentOf(facts, draft), regulation)
  const recorded = paper ? undefined : bindingAgreements(facts).find(({ id }) => id === draft.agreement)
  return [
    ...wrongFigures(content, recorded, regulation),
    ...(paper || recorded ? [] : severalTotals(content, regulation)),
  ]
}
