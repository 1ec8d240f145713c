import { wrongFigures } from '../../../drafts/figures.ts'
import { bindingAgreements } from '../../../facts/agreements.ts'
import { unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { draftSaying, sampleDraft } from '../../sample-draft.ts'

export const draftFigures = defineRule({
  id: 'agreement/draft-figures',
  severity: 'error',
  about: 'breach',
  stands: 'record',
  matter: 'agreement-contents',
  contradiction: true,
  title: 'Word 协议稿的金额、付款日和抵扣比例与案卷一致',
  why: '协议稿几经修改，数字容易与磋商的结果不一致；签署以后按协议稿履行，案卷里的付款和期限就都错了。',
  mend: '核对协议稿和 agreements.yaml，更正写错的一处；大写与小写不一致的，以磋商结果为准改正。',
  reads: ['files'],
  *check({ drafts, facts, regulation }) {
    const binding = bindingAgreements(facts)
    for (const { path, agreement, content } of drafts()) {
      if (typeof content === 'string') continue
      const recorded = binding.find(({ id }) => id === agreement)
      for (const { code, message, line, severity } of wrongFigures(content, recorded, regulation)) {
        yield at('case', [], message, { code, severity, subject: path, place: { path, line } })
      }
    }
  },
  examples: {
    accept: [
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
