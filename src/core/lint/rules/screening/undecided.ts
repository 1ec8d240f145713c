import { cite } from '../../../regulation/cite.ts'
import { inScreening, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const screeningUndecided = defineRule({
  id: 'screening/undecided',
  severity: 'warning',
  about: 'breach',
  unrecorded: '核查结论',
  matter: 'screening',
  title: '初步核查有结论',
  why: '核查以后不说是否造成损害、是否启动，线索就停在半路；已造成损害的应当及时启动。',
  mend: '写明「是否造成损害」和「核查决定」：启动，或者不启动及其情形。',
  *check({ facts }) {
    const { screening, investigation } = facts
    if (!screening) return
    if (screening.damageFound === false && screening.decision === 'initiate') {
      yield at('screening', 'decision', contradictory, { code: 'contradictory', matter: 'prompt-initiation' })
    } else if (!screening.decision && !investigation?.initiation) {
      yield at('screening', 'checkedOn', undecided, { code: 'undecided', matter: 'prompt-initiation' })
    }
  },
  examples: {
    accept: [
      { title: '核查后决定启动', change: unchanged },
      {
        title: '没有另写决定，但已经启动',
        change: inScreening((screening) => {
          delete screening.decision
        }),
      },
    ],
    reject: [
      {
        title: '核查后没有决定',
        finds: ['warning undecided screening.checkedOn'],
        change: (documents) => {
          documents.screening = { checkedOn: '2025-03-05', damageFound: true }
          delete documents.investigation
        },
      },
      {
        title: '没有发现损害却决定启动',
        finds: ['warning contradictory screening.decision'],
        change: inScreening((screening) => {
          screening.damageFound = false
        }),
      },
    ],
  },
})

const undecided = `初步核查已完成，没有写明启动或者不启动。${cite('prompt-initiation')}：已造成损害的应当及时启动；请填写「核查决定」。`

const contradictory = `核查没有发现损害，却决定启动索赔。${cite('prompt-initiation')}：启动以造成损害为前提；请核对「是否造成损害」和「核查决定」。`
