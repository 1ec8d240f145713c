import type { IsoDate } from '../../../calendar/dates.ts'
import { bindingAgreements } from '../../../facts/agreements.ts'
import type { Damage } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { cite } from '../../../regulation/cite.ts'
import { type LawStatus, lawStatus, lawStatusWhen } from '../../../regulation/laws.ts'
import type { CitableText } from '../../../regulation/pack.ts'
import { type Day, hasCome, hasPassed } from '../../../setting.ts'
import { all, inAgreement, inCase, inInvestigation, part, unchanged } from '../../change.ts'
import { at, type CaseScope, defineRule, type FindingDraft } from '../../define.ts'
import { hasItems } from '../../support.ts'

/** A passage that cites law: its place, and the date of the paper that holds it; undefined for a paper of today. */
interface CitingPassage {
  readonly target: object
  readonly key: string | number
  readonly text: string
  readonly on: IsoDate | undefined
}

function* passages(facts: Facts): Iterable<CitingPassage> {
  const basis = facts.investigation?.legalBasis ?? []
  const concludedOn = facts.investigation?.conclusion?.concludedOn
  for (const [key, text] of basis.entries()) yield { target: basis, key, text, on: concludedOn }
  for (const { clauses, signedOn } of bindingAgreements(facts)) {
    const text = clauses?.legalBasis
    if (clauses && typeof text === 'string') yield { target: clauses, key: 'legalBasis', text, on: signedOn }
  }
}

export const legalBasis = defineRule({
  id: 'investigation/legal-basis',
  severity: 'error',
  about: 'breach',
  matter: 'law-prevails',
  title: '引用的法律依据在文书日期有效',
  why: `引用尚未施行、已经废止的法律或者征求意见稿，依据不成立；法律依据必须明确（${cite('form-investigation')}）。`,
  mend: '改引文书日期有效的条文；行为发生时的旧法可以引用，但应写明。',
  reads: ['today'],
  *check(scope) {
    const { facts } = scope
    const { conclusion, legalBasis: basis } = facts.investigation ?? {}
    if (conclusion && !hasItems(basis))
      yield at(conclusion, [], noBasis, {
        code: 'none',
        matter: 'form-investigation',
        unrecorded: '法律依据',
      })
    for (const passage of passages(facts)) yield* invalid(scope, passage)
  },
  examples: {
    accept: [
      { title: '引用当时有效的民法典', change: unchanged },
      {
        title: '引用当时尚未废止的环境保护法',
        change: inInvestigation((document) => {
          document.legalBasis = ['《中华人民共和国环境保护法》']
        }),
      },
      {
        title: '还没有结论，也没有依据',
        change: inInvestigation((document) => {
          delete document.conclusion
          delete document.legalBasis
        }),
      },
    ],
    reject: [
      {
        title: '没有法律依据',
        finds: ['error none investigation.conclusion'],
        change: inInvestigation((document) => {
          document.legalBasis = []
        }),
      },
      {
        title: '引用尚未施行的生态环境法典',
        finds: ['error ecological-code investigation.legalBasis.0'],
        change: inInvestigation((document) => {
          document.legalBasis = ['《中华人民共和国生态环境法典》']
        }),
      },
      {
        title: '引用已经废止的侵权责任法',
        finds: ['error tort-liability-law investigation.legalBasis.0'],
        change: inInvestigation((document) => {
          document.legalBasis = ['《中华人民共和国侵权责任法》']
        }),
      },
      {
        title: '没有结论，今天引用已经废止的环境保护法',
        finds: ['notice environmental-protection-law investigation.legalBasis.1'],
        change: inInvestigation((document) => {
          delete document.conclusion
          document.legalBasis = ['《中华人民共和国民法典》', '《中华人民共和国环境保护法》']
        }),
      },
      {
        title: '协议引用已经废止的侵权责任法',
        finds: ['error tort-liability-law agreements.agreements.0.clauses.legalBasis'],
        change: inAgreement(({ clauses }) => {
          part(clauses).legalBasis = '《中华人民共和国侵权责任法》'
        }),
      },
      {
        title: '协议没有签署日期，今天引用已经废止的环境保护法',
        finds: ['notice environmental-protection-law agreements.agreements.0.clauses.legalBasis'],
        change: inAgreement((agreement) => {
          delete agreement.signedOn
          part(agreement.clauses).legalBasis = '《中华人民共和国环境保护法》'
        }),
      },
      {
        title: '行为终了时侵权责任法有效',
        finds: ['notice tort-liability-law investigation.legalBasis.0'],
        change: citingTortLaw({ occurredFrom: '2019-06-01', occurredTo: '2020-12-31' }),
      },
      {
        title: '行为开始时有效、终了时已经废止',
        finds: ['error tort-liability-law investigation.legalBasis.0'],
        change: citingTortLaw({ occurredFrom: '2020-12-31', occurredTo: '2021-01-01' }),
      },
      {
        title: '没有写明终了，行为开始时有效',
        finds: ['notice tort-liability-law investigation.legalBasis.0'],
        change: citingTortLaw({ occurredFrom: '2020-12-31' }),
      },
      {
        title: '没有写明发生日期，发现时有效',
        finds: ['notice tort-liability-law investigation.legalBasis.0'],
        change: citingTortLaw({ discoveredOn: '2020-12-31' }),
      },
      {
        title: '没有任何损害的日期',
        finds: ['error tort-liability-law investigation.legalBasis.0'],
        change: citingTortLaw({}),
      },
    ],
  },
})

const faults: Readonly<Partial<Record<LawStatus, string>>> = {
  'not-yet': '尚未施行',
  'no-longer': '已经废止',
  draft: '是征求意见稿，不是有效的依据',
}

function* invalid(scope: CaseScope, { target, key, text, on }: CitingPassage): Iterable<FindingDraft> {
  const { facts, regulation } = scope
  for (const law of regulation.citedLaws(text)) {
    const status = on === undefined ? statusToday(law, scope) : lawStatus(law, on)
    const fault = faults[status]
    if (!fault) continue
    const atTheTime = status === 'no-longer' && governedTheAct(law, facts)
    const message = `《${law.title}》在文书日期 ${on ?? scope.today} ${fault}。${atTheTime ? oldLaw : newLaw}`
    yield at(target, key, message, { code: law.id, ...(atTheTime ? { severity: 'notice' as const } : {}) })
  }
}

/** Only the dates of the text are asked for: as long as it is in force, the next day finds the same. */
function statusToday(law: CitableText, day: Day): LawStatus {
  return lawStatusWhen(law, {
    hasCome: (date) => hasCome(day, date),
    hasPassed: (date) => hasPassed(day, date),
  })
}

/** Whether a text that is no longer in force was in force when the damage was done. `law-at-the-time` */
function governedTheAct(law: CitableText, { case: { damage } }: Facts): boolean {
  const acted = damage.occurredTo ?? damage.occurredFrom ?? damage.discoveredOn
  return acted !== undefined && lawStatus(law, acted) === 'in-force'
}

const oldLaw = '行为发生时该法有效，引用时请写明适用行为时的法律。'

const newLaw = '请改引文书日期有效的条文。'

const noBasis = `已作出调查结论，没有写明法律依据。${cite('form-investigation')}：应当引用相关规定，必须明确；请填写「法律依据」。`

/** The report cites the tort law, which ended with 2020; the damage has no other days than these. */
function citingTortLaw(days: Pick<Damage, 'occurredFrom' | 'occurredTo' | 'discoveredOn'>) {
  return all(
    inCase((document) => {
      const { occurredFrom: _, occurredTo: __, discoveredOn: ___, ...damage } = document.damage
      document.damage = { ...damage, ...days }
    }),
    inInvestigation((document) => {
      document.legalBasis = ['《中华人民共和国侵权责任法》']
    }),
  )
}
