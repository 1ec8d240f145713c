import { mayHaveComeBySuggestion } from '../../../facts/procuratorate.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inCase, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const suggestionUnsaid = defineRule({
  id: 'procuratorate/suggestion-unsaid',
  severity: 'notice',
  about: 'omission',
  unrecorded: '线索是否以检察建议提出',
  matter: 'procuratorial-suggestion',
  title: '线索是否以检察建议提出，写明',
  why: '检察建议自收到之日起有办理和书面回复的期限；只凭文号和名称不能断定是不是检察建议。',
  mend: '在「以检察建议移送」写明是或者否；是的，也可以办理「登记检察建议」。',
  *check({ facts }) {
    if (mayHaveComeBySuggestion(facts))
      yield at(facts.case.clue, 'reference', unsaid(facts.case.clue.reference ?? ''))
  },
  examples: {
    accept: [
      { title: '线索与检察建议无关', change: unchanged },
      { title: '写明不是检察建议', change: came('未发出检察建议，仅移送线索', false) },
      { title: '写明是检察建议，期限自收到起算', change: came('南检行公建〔2025〕3号', true) },
      {
        title: '已经登记',
        change: all(came('南检行公建〔2025〕3号', undefined), recorded),
      },
    ],
    reject: [
      {
        title: '名称里有检察建议',
        finds: ['notice - case.clue.reference'],
        change: came('南检建〔2025〕2号检察建议书', undefined),
      },
      {
        title: '只有检察建议的文号',
        finds: ['notice - case.clue.reference'],
        change: came('南检行公建〔2025〕3号', undefined),
      },
    ],
  },
})

function came(reference: string, bySuggestion: boolean | undefined) {
  return inCase(({ clue }) => {
    clue.channel = 'judicial-referral'
    clue.reference = reference
    clue.receivedOn = '2025-02-24'
    if (bySuggestion !== undefined) clue.bySuggestion = bySuggestion
  })
}

function recorded(documents: Parameters<ReturnType<typeof inCase>>[0]): void {
  inCase((file) => {
    file.procuratorate = { suggestions: [{ receivedOn: '2025-02-24' }] }
  })(documents)
}

const unsaid = (reference: string) =>
  `线索依据是「${reference}」，像是检察建议，但没有写明。${cite('procuratorial-suggestion')}（未与原文核对）：收到检察建议的，应当在期限内办理并书面回复；请核对并写明「以检察建议移送」。`
