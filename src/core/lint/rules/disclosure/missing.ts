import { isPending } from '../../../deadlines/pending.ts'
import { subjectLabel } from '../../../facts/subjects.ts'
import { cite } from '../../../regulation/cite.ts'
import { stepCall } from '../../calls.ts'
import { inSupervision, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { documentOrCase } from '../../support.ts'

export const disclosureMissing = defineRule({
  id: 'disclosure/missing',
  severity: 'notice',
  about: 'breach',
  severityStays: 'owed',
  matter: 'disclosure',
  title: '协议、裁判、资金和修复效果依法公开',
  why: '公众有知情权；条文没有规定公开的天数，结案以前仍未公开的，就是没有履行。',
  mend: '公开后办理「记录信息公开」，写明日期和网址；个人信息应当遮盖。',
  *check({ facts, deadlines, regulation }) {
    const closed = facts.closing.closed !== undefined
    for (const { deadline, subject, met, status } of deadlines) {
      if (deadline !== 'disclosure' || met || !isPending({ status }) || !subject) continue
      const place = documentOrCase(facts, 'supervision')
      yield at(
        place,
        [],
        unpublished(subjectLabel(facts, subject, regulation), closed, stepCall(facts, 'disclose')),
        {
          code: subject,
          severity: closed ? 'error' : 'notice',
        },
      )
    }
    for (const disclosure of facts.supervision.disclosures) {
      const { medium, url } = disclosure
      if ((medium === 'website' || medium === 'wechat') && url === undefined)
        yield at(disclosure, [], withoutAddress, { code: 'url', severity: 'notice', keys: ['url'] })
    }
  },
  examples: {
    accept: [{ title: '都已公开', change: unchanged }],
    reject: [
      {
        title: '协议没有公开',
        finds: ['notice agreement/G1 supervision'],
        change: inSupervision((supervision) => {
          supervision.disclosures?.shift()
        }),
      },
      {
        title: '在网站上公开，没有写网址',
        finds: ['notice url supervision.disclosures.0'],
        change: inSupervision(({ disclosures = [] }) => {
          const [first] = disclosures
          if (first) disclosures[0] = { ...first, medium: 'website', channel: '本局网站' }
          delete disclosures[0]?.url
        }),
      },
    ],
  },
})

const unpublished = (label: string, closed: boolean, call: string) =>
  `「${label}」${closed ? '到结案时仍' : '尚'}未公开。${cite('disclosure')}：应当依法向社会公开；请公开并记录（${call}）。`

const withoutAddress = '在网站、公众号上公开，没有写「公开网址」，以后找不到公开的页面；请补写。'
