import { obligingAgreements } from '../../../facts/agreements.ts'
import { works } from '../../../facts/works.ts'
import { cite } from '../../../regulation/cite.ts'
import { inAgreement, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const restorationTerms = defineRule({
  id: 'agreement/restoration-terms',
  severity: 'warning',
  about: 'omission',
  unrecorded: '修复方式和期限',
  matter: 'restoration-schedule',
  title: '以修复工程履行的，约定修复方式和期限',
  why: '约定由义务人修复的，修复也是债务；没有方式和期限，到期与否说不清，付清款项也不等于履行完毕。',
  mend: '补充协议写明启动、完成、评估的期限，办理「变更赔偿协议」填写「修复约定」；已经动工的，办理「启动修复」登记。',
  *check({ facts }) {
    for (const agreement of obligingAgreements(facts)) {
      const unstated = works(facts).filter(
        ({ origin, obligation, doneOn }) =>
          origin === 'unstated' &&
          'agreement' in obligation &&
          obligation.agreement === agreement &&
          doneOn === undefined,
      )
      if (unstated.length) yield at(agreement, [], withoutTerms(agreement.id), { keys: ['restoration'] })
    }
  },
  examples: {
    accept: [
      { title: '约定了修复', change: unchanged },
      {
        title: '全部以付款履行',
        change: (documents) => {
          inAgreement((agreement) => {
            delete agreement.restoration
            for (const item of agreement.compensation?.items ?? []) item.by = 'payment'
          })(documents)
          delete documents.restoration
        },
      },
      {
        title: '以劳务代偿代替修复',
        change: inAgreement((agreement) => {
          delete agreement.restoration
          agreement.substitutes = [{ mode: 'labor', days: 30, acceptedOn: '2026-01-20' }]
        }),
      },
      {
        title: '没有修复约定，修复已经完成',
        change: inAgreement((agreement) => {
          delete agreement.restoration
        }),
      },
      {
        title: '约定了修复，还没有动工',
        change: (documents) => {
          delete documents.restoration
        },
      },
    ],
    reject: [
      {
        title: '有以修复工程履行的项目，没有修复约定，也没有动工',
        finds: ['warning - agreements.agreements.0'],
        change: (documents) => {
          inAgreement((agreement) => {
            delete agreement.restoration
          })(documents)
          delete documents.restoration
        },
      },
      {
        title: '两份协议，只有第二份没有修复约定',
        finds: ['warning - agreements.agreements.1'],
        change: (documents) => {
          const first = documents.agreements?.agreements[0]
          if (!first) return
          const { restoration: _, ...second } = structuredClone(first)
          documents.agreements?.agreements.push({ ...second, id: 'G2', obligors: ['o2'] })
          first.obligors = ['o1']
        },
      },
    ],
  },
})

const withoutTerms = (id: string) =>
  `协议 ${id} 有以修复工程履行的项目，没有约定修复的方式和期限。${cite('restoration-schedule')}；修复仍然应当实施，请补充约定，填写「修复约定」。`
