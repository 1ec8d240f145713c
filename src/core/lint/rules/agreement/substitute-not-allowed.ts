import { bindingAgreements } from '../../../facts/agreements.ts'
import { isFullyRestorable } from '../../../facts/appraisals.ts'
import type { Agreement, Substitute } from '../../../facts/documents.ts'
import { cite } from '../../../regulation/cite.ts'
import { saysSomething } from '../../../stages/define.ts'
import { all, inAgreement, inAppraisal, unchanged } from '../../change.ts'
import { at, defineRule, type FindingDraft } from '../../define.ts'

export const substituteNotAllowed = defineRule({
  id: 'agreement/substitute-not-allowed',
  severity: 'error',
  about: 'breach',
  matter: 'substitutes',
  title: '替代修复用于无法完全修复的损害，并经同意',
  why: '能修复的应当修复；替代修复须经赔偿权利人同意，异地修复须经科学论证，劳务须有人监督。',
  mend: '可以修复的改为修复；符合条件的，补录同意日期、论证和监督。',
  *check({ facts, regulation }) {
    const restorable = isFullyRestorable(facts)
    for (const agreement of bindingAgreements(facts)) {
      for (const substitute of agreement.substitutes ?? []) {
        if (substitute.mode === 'monetary') continue
        const label = regulation.label('substituteModes', substitute.mode)
        if (restorable) yield* inRestorableCase(agreement, substitute, label)
        if (!substitute.consentedOn)
          yield at(substitute, [], noConsent(label), {
            code: 'consent',
            matter: 'substitute-consent',
            keys: ['consentedOn'],
          })
        yield* incomplete(substitute)
      }
    }
  },
  examples: {
    accept: [
      { title: '没有替代修复', change: unchanged },
      {
        title: '部分可以修复，经同意劳务代偿',
        change: all(
          partly,
          substituted({ mode: 'labor', consentedOn: '2025-07-24', supervisedBy: '某林业站' }),
        ),
      },
      {
        title: '原位修复成本过高，经论证异地修复',
        change: substituted({ mode: 'off-site', consentedOn: '2025-07-24', argument: '专家论证意见' }),
      },
      {
        title: '可以修复而约定分期，各期都写明赔偿项目',
        change: substituted({ mode: 'instalments', consentedOn: '2025-07-24' }),
      },
      { title: '货币不是替代方式', change: substituted({ mode: 'monetary', amount: '1000.00' }) },
      {
        title: '可以修复，异地修复有科学论证',
        change: substituted({ mode: 'off-site', consentedOn: '2025-07-24', argument: '专家论证意见' }),
      },
      {
        title: '部分可以修复，劳务代偿有监督单位',
        change: all(
          partly,
          substituted({ mode: 'labor', consentedOn: '2025-07-24', supervisedBy: '某镇人民政府' }),
        ),
      },
    ],
    reject: [
      {
        title: '可以修复而以技改抵扣',
        finds: ['error restorable agreements.agreements.0.substitutes.0.mode'],
        change: substituted({ mode: 'tech-upgrade', consentedOn: '2025-07-24' }),
      },
      {
        title: '没有赔偿权利人的同意',
        finds: ['error consent agreements.agreements.0.substitutes.0'],
        change: all(partly, substituted({ mode: 'labor', supervisedBy: '某林业站' })),
      },
      {
        title: '异地修复没有科学论证',
        finds: ['error argument agreements.agreements.0.substitutes.0'],
        change: all(partly, substituted({ mode: 'off-site', consentedOn: '2025-07-24' })),
      },
      {
        title: '可以修复而约定分期',
        finds: ['warning restorable agreements.agreements.0.substitutes.0.mode'],
        says: ['约定了分期赔付', '款项 P1、P2 没有填写「赔偿项目」'],
        change: all(
          substituted({ mode: 'instalments', consentedOn: '2025-07-24' }),
          inAgreement(({ payments }) => {
            for (const payment of payments ?? []) payment.heads = []
          }),
        ),
      },
      {
        title: '可以修复而约定异地修复，没有论证',
        finds: [
          'error restorable agreements.agreements.0.substitutes.0.mode',
          'error argument agreements.agreements.0.substitutes.0',
        ],
        change: substituted({ mode: 'off-site', consentedOn: '2025-07-24' }),
      },
      {
        title: '可以修复而约定劳务代偿，附有论证',
        finds: ['error restorable agreements.agreements.0.substitutes.0.mode'],
        change: substituted({
          mode: 'labor',
          consentedOn: '2025-07-24',
          supervisedBy: '某镇人民政府',
          argument: '专家论证意见',
        }),
      },
      {
        title: '劳务代偿没有监督单位',
        finds: ['warning supervision agreements.agreements.0.substitutes.0'],
        change: all(partly, substituted({ mode: 'labor', consentedOn: '2025-07-24' })),
      },
    ],
  },
})

/**
 * Instalments are a way of paying; off-site restoration is allowed, with an argument, where in place it costs too much.
 */
function* inRestorableCase(
  { payments = [] }: Agreement,
  substitute: Substitute,
  label: string,
): Iterable<FindingDraft> {
  if (substitute.mode === 'off-site' && saysSomething(substitute.argument)) return
  const paying = substitute.mode === 'instalments'
  const silent = payments.filter(({ heads }) => !heads?.length).map(({ id }) => id)
  if (paying && payments.length && !silent.length) return
  yield at(substitute, 'mode', paying ? payingOnly(silent) : notAllowed(label), {
    code: 'restorable',
    severity: paying ? 'warning' : 'error',
    ...(paying && { matter: 'instalments' }),
  })
}

function* incomplete(substitute: Substitute): Iterable<FindingDraft> {
  const { mode, argument, supervisedBy } = substitute
  if (mode === 'off-site' && !saysSomething(argument))
    yield at(substitute, [], noArgument, { code: 'argument', matter: 'off-site', keys: ['argument'] })
  if (mode === 'labor' && !saysSomething(supervisedBy)) {
    yield at(substitute, [], unsupervised, {
      code: 'supervision',
      severity: 'warning',
      matter: 'labor',
      keys: ['supervisedBy'],
    })
  }
}

function partly(documents: Parameters<ReturnType<typeof inAppraisal>>[0]): void {
  inAppraisal((appraisal) => {
    appraisal.restorability = 'partial'
  })(documents)
}

function substituted(substitute: Substitute) {
  return inAgreement((agreement) => {
    agreement.substitutes = [substitute]
  })
}

const notAllowed = (label: string) =>
  `鉴定评估认定损害可以修复，却约定「${label}」。${cite('substitutes')}：替代修复用于无法修复或者无法完全修复的案件；请改为修复，或者补充论证。`

const payingOnly = (silent: readonly string[]) =>
  `鉴定评估认定损害可以修复，约定了分期赔付。${cite('instalments')}把分期列在无法完全修复的案件之下；分期只是付款的方式，不代替修复，请写明各期所付的是哪些损失或者费用${silent.length ? `：款项 ${silent.join('、')} 没有填写「赔偿项目」` : ''}。`

const noConsent = (label: string) =>
  `「${label}」没有赔偿权利人同意的日期。${cite('substitute-consent')}：经赔偿权利人同意采用；请填写「权利人同意日期」。`

const noArgument = `异地修复没有科学论证。${cite('off-site')}：经科学论证后实施；请填写「科学论证」。`

const unsupervised = `劳务代偿没有写明监督人员。${cite('labor')}：在专业人员监督下进行；请填写「监督单位」。`
