import { inProject, inScreening, inService, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { sequences } from '../../sequences.ts'

export const dateOrder = defineRule({
  id: 'case/date-order',
  severity: 'error',
  article: null,
  title: '各环节的日期前后相合',
  why: '后一环节早于前一环节，说明日期录错或者程序倒置，期限也会算错。',
  mend: '核对原件，改正录错的日期。',
  *check({ facts }) {
    for (const sequence of sequences(facts)) {
      let before: (typeof sequence)[number] | undefined
      for (const step of sequence) {
        if (before && step.on < before.on) {
          yield at(step.target, step.key, reversed(step.what, step.on, before.what, before.on))
        }
        before = step
      }
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
    ],
    reject: [
      {
        title: '送达早于告知书制发',
        change: inService((service) => {
          service.servedOn = '2025-05-25'
        }),
      },
      {
        title: '完工早于开工',
        change: inProject((project) => {
          project.completedOn = '2025-09-24'
        }),
      },
    ],
  },
})

const reversed = (later: string, on: string, earlier: string, before: string) =>
  `${later}（${on}）早于${earlier}（${before}）。请核对原件，改正录错的日期。`
