import type { Service } from '../../../facts/documents.ts'
import { obligorName } from '../../../facts/queries.ts'
import { cite } from '../../../regulation/cite.ts'
import { saysSomething } from '../../../stages/define.ts'
import { inService, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const consultationLienService = defineRule({
  id: 'consultation/lien-service',
  severity: 'warning',
  about: 'omission',
  unrecorded: '留置送达的见证人或者照片、录像',
  matter: 'lien-service',
  title: '留置送达有见证人，或者有照片、录像；有见证人的记明拒收事由',
  why: '拒收的文书留下即视为送达，靠的是见证人或者照片、录像；都没有的，送达和磋商期限的起算都站不住。',
  mend: '填写见证人和拒收事由，或者登记送达过程的照片、录像；都没有的，补行送达。',
  *check({ facts }) {
    for (const round of facts.rounds) {
      for (const service of round.services ?? []) {
        if (!isLeft(service)) continue
        const name = obligorName(facts, service.obligor)
        if (!isSeen(service)) yield at(service, [], leftUnseen(name), { keys: ['witness', 'recording'] })
        else if (!saysSomething(service.recording) && !saysSomething(service.refusal))
          yield at(service, [], unexplained(name), { code: 'refusal', keys: ['refusal'] })
      }
    }
  },
  examples: {
    accept: [
      { title: '没有留置送达', change: unchanged },
      {
        title: '有见证人',
        change: inService((service) => {
          service.method = 'lien'
          service.witness = '某村民委员会 韦某'
          service.refusal = '不认可告知书的内容'
        }),
      },
      {
        title: '有照片、录像',
        change: inService((service) => {
          service.method = 'lien'
          service.recording = 'E4'
        }),
      },
      {
        title: '还没有送达',
        change: inService((service) => {
          service.method = 'lien'
          delete service.servedOn
        }),
      },
    ],
    reject: [
      {
        title: '没有见证人，也没有照片、录像',
        finds: ['warning - consultation.rounds.0.services.0'],
        says: ['留置送达', '见证人'],
        change: inService((service) => {
          service.method = 'lien'
        }),
      },
      {
        title: '有见证人，没有记明拒收事由',
        finds: ['warning refusal consultation.rounds.0.services.0'],
        says: ['拒收事由和日期'],
        change: inService((service) => {
          service.method = 'lien'
          service.witness = '某村民委员会 韦某'
        }),
      },
      {
        title: '见证人一栏空着',
        finds: ['warning - consultation.rounds.0.services.0'],
        change: inService((service) => {
          service.method = 'lien'
          service.witness = ' '
        }),
      },
    ],
  },
})

/** Whether the papers were left where the addressee lives, and count as served. */
function isLeft({ method, servedOn }: Service): boolean {
  return method === 'lien' && servedOn !== undefined
}

function isSeen({ witness, recording }: Service): boolean {
  return saysSomething(witness) || saysSomething(recording)
}

const leftUnseen = (name: string) =>
  `向${name}留置送达，没有见证人，也没有送达过程的照片、录像。${cite('lien-service')}：应当由见证人签名或者盖章，或者以拍照、录像等方式记录送达过程；请填写「见证人」或者「送达过程的照片、录像」，都没有的补行送达。`

const unexplained = (name: string) =>
  `向${name}留置送达，有见证人，没有写明拒收的事由。${cite('lien-service')}：拒收事由和日期应当在送达回证上记明；请填写「拒收事由」，对方不说理由的也写明。`
