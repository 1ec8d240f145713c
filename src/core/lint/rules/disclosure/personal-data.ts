import type { Facts } from '../../../facts/facts.ts'
import { personalNumbersOf } from '../../../facts/identity.ts'
import { withSuccessors } from '../../../facts/successor.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inCase, inSupervision, part, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

/** An id number of a person or a mobile phone number, not inside a longer number, as in addresses of pages. */
const PERSONAL = /(?<!\d)(?:[1-9]\d{16}[\dXx]|1[3-9]\d{9})(?!\d)/

export const personalData = defineRule({
  id: 'disclosure/personal-data',
  severity: 'error',
  about: 'breach',
  stands: 'record',
  matter: 'disclosure',
  title: '公开的内容不含个人信息',
  why: '公开身份号码、电话和住址侵害个人信息权益，公开应当依法进行。',
  mend: '撤换公开的文本并遮盖个人信息；用 ejc render 生成的「信息公开稿」自动遮盖。',
  *check({ facts }) {
    const secrets = secretsOf(facts)
    for (const disclosure of facts.supervision.disclosures) {
      for (const [key, text] of Object.entries(disclosure)) {
        if (typeof text !== 'string') continue
        const leaks =
          (key !== 'url' && PERSONAL.test(text)) || secrets.some((secret) => text.includes(secret))
        if (leaks) yield at(disclosure, key, leaked)
      }
    }
  },
  examples: {
    accept: [
      { title: '只有网址', change: unchanged },
      {
        title: '没有住址的义务人',
        change: inCase(({ obligors }) => {
          delete part(obligors[1]).address
        }),
      },
      {
        title: '网址中的数字不是身份号码',
        change: inSupervision(({ disclosures }) => {
          part(disclosures?.[0]).url = 'https://example.gov.cn/440300199001010018'
        }),
      },
      {
        title: '说明中有单位的名称和地址',
        change: inSupervision(({ disclosures }) => {
          disclosures?.push({
            matter: 'funds',
            publishedOn: '2025-10-10',
            note: '某造纸有限公司，91350100M000100Y43，桂林市某县',
          })
        }),
      },
    ],
    reject: [
      {
        title: '说明中有身份号码',
        finds: ['error - supervision.disclosures.3.note'],
        change: inSupervision(({ disclosures }) => {
          disclosures?.push({ matter: 'funds', publishedOn: '2025-10-10', note: '郑某，11010519491231002X' })
        }),
      },
      {
        title: '说明中有护照号码',
        finds: ['error - supervision.disclosures.3.note'],
        change: all(
          inCase(({ obligors }) => {
            const person = part(obligors[1])
            delete person.idNumber
            person.identity = { kind: 'passport', number: 'E12345678' }
          }),
          inSupervision(({ disclosures }) => {
            disclosures?.push({ matter: 'funds', publishedOn: '2025-10-10', note: '郑某，E12345678' })
          }),
        ),
      },
      {
        title: '说明中有别人的身份号码',
        finds: ['error - supervision.disclosures.3.note'],
        change: inSupervision(({ disclosures }) => {
          disclosures?.push({ matter: 'funds', publishedOn: '2025-10-10', note: '证人 440300199001010018' })
        }),
      },
      {
        title: '网址中有义务人的身份号码',
        finds: ['error - supervision.disclosures.0.url'],
        change: inSupervision(({ disclosures }) => {
          part(disclosures?.[0]).url = 'https://example.gov.cn/11010519491231002X'
        }),
      },
      {
        title: '说明中有个人的住址',
        finds: ['error - supervision.disclosures.3.note'],
        change: all(
          inCase(({ obligors }) => {
            part(obligors[1]).address = '南宁市某路7号'
          }),
          inSupervision(({ disclosures }) => {
            disclosures?.push({ matter: 'funds', publishedOn: '2025-10-10', note: '郑某，住南宁市某路7号' })
          }),
        ),
      },
    ],
  },
})

/** What the case knows of natural persons that must not be published. */
function secretsOf({ obligors }: Facts): string[] {
  return withSuccessors(obligors)
    .filter(({ kind }) => kind === 'individual')
    .flatMap((each) => [...personalNumbersOf(each), each.address ?? ''])
    .filter((text) => text !== '')
}

const leaked = `公开的内容含有身份号码、电话或者住址。${cite('disclosure')}要求依法公开；请撤换文本，遮盖个人信息。`
