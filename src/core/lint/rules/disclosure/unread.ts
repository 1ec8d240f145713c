import { cite } from '../../../regulation/cite.ts'
import { inSupervision, part, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

/** The day from which a publication names who has read its text: before, nobody was asked. */
const SINCE = '2027-01-01'

export const unread = defineRule({
  id: 'disclosure/unread',
  severity: 'warning',
  about: 'breach',
  unrecorded: '公开文本的核对人',
  matter: 'disclosure',
  title: '公开的文本有人通读过',
  why: '程序只能遮盖认得出的姓名和号码，认不出的要由人通读；文本发出去就收不回来。2027 年以前的公开不问。',
  mend: '通读实际发出的文本，用 ejc amend 案件 记录信息公开 写明“核对人”；发现个人信息的，撤换文本。',
  *check({ facts }) {
    for (const disclosure of facts.supervision.disclosures)
      if (disclosure.publishedOn >= SINCE && disclosure.readBy === undefined) yield at(disclosure, [], nobody)
  },
  examples: {
    accept: [
      { title: '以前的公开没有问过', change: unchanged },
      {
        title: '写明了核对人',
        change: inSupervision(({ disclosures }) => {
          Object.assign(part(disclosures?.[0]), { publishedOn: '2027-03-01', readBy: '覃某' })
        }),
      },
    ],
    reject: [
      {
        title: '没有写明核对人',
        finds: ['warning - supervision.disclosures.0'],
        change: inSupervision(({ disclosures }) => {
          part(disclosures?.[0]).publishedOn = '2027-03-01'
        }),
      },
    ],
  },
})

const nobody = `公开的文本没有写明核对人。${cite('disclosure')}：应当依法公开；请通读实际发出的文本，补记核对人。`
