import { cite } from '../../../regulation/cite.ts'
import { majorProposals } from '../../../stages/major.ts'
import { inCase, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const majorUnmarked = defineRule({
  id: 'supervision/major-unmarked',
  severity: 'warning',
  about: 'omission',
  matter: 'major-cases',
  title: '符合重大案件类型的案件已经标明',
  why: '较大以上突发事件等属于重大案件，要报告和督办；没有标明，月报等期限就不会出现。',
  mend: '办理「认定重大案件」标明类型；督察移送而不属于典型案件的，把「重大案件情形」留空。',
  *check(scope) {
    const { damage, clue } = scope.facts.case
    const { major } = scope.facts.supervision
    for (const { ground, by } of majorProposals(scope)) {
      const { code, label } = ground
      if (major?.grounds?.includes(code)) continue
      if (by !== 'channel') yield at(damage, by, unmarked(label), { code })
      else if (!major?.grounds) {
        // The office decides whether a case from an inspection is a typical one: once it has, the rule finds nothing.
        yield at(clue, 'channel', consider(label), { code, severity: 'notice' })
      }
    }
  },
  examples: {
    accept: [
      { title: '不符合所列类型', change: unchanged },
      {
        title: '督察移送，已认定不属于典型案件',
        change: (documents) => {
          documents.case.clue.channel = 'inspection'
          documents.supervision = { ...documents.supervision, major: { grounds: [] } }
        },
      },
    ],
    reject: [
      {
        title: '较大突发事件没有标明',
        finds: ['warning larger-incident case.damage.incidentGrade'],
        change: inCase(({ damage }) => {
          damage.incidentGrade = 'larger'
        }),
      },
      {
        title: '重大生态破坏事件没有标明',
        finds: ['warning major-ecological case.damage.ecologicalGrade'],
        change: inCase(({ damage }) => {
          damage.ecologicalGrade = 'major'
        }),
      },
      {
        title: '督察移送的案件没有认定',
        finds: ['notice inspection-typical case.clue.channel'],
        change: inCase(({ clue }) => {
          clue.channel = 'inspection'
        }),
      },
    ],
  },
})

const unmarked = (label: string) =>
  `按事件等级，本案属于「${label}」，没有标明为重大案件。${cite('major-cases')}；请办理「认定重大案件」并报告。`

const consider = (label: string) =>
  `本案来自督察，可能属于「${label}」。${cite('major-cases')}；请认定是否为重大案件，不属于的把「重大案件情形」留空。`
