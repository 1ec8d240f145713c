import { meetingsBeyond, meetingsWith } from '../../../facts/meetings.ts'
import { cite } from '../../../regulation/cite.ts'
import { inRound, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const tooManyMeetings = defineRule({
  id: 'consultation/too-many-meetings',
  severity: 'warning',
  about: 'breach',
  matter: 'meeting-limit',
  title: '超过原则次数的磋商会议事先经同意',
  why: '会议原则上有次数限制，案情比较复杂的经同意可以增加；没有同意，久谈不决没有依据。',
  mend: '办理「同意增加磋商次数」，记录同意的部门、日期和理由；谈不成的，认定磋商不成。',
  *check({ facts, regulation }) {
    for (const round of facts.rounds) {
      const { moreMeetings, notice } = round
      const most = regulation.count('meetings', notice?.issuedOn)
      if (most === undefined) continue
      // A meeting counts only for the obligors who were called to it: each obligor is counted alone.
      const [worst] = facts.obligors
        .map(({ id }) => ({
          count: meetingsWith(round, id).length,
          beyond: meetingsBeyond(facts, round, id, most),
        }))
        .filter(({ beyond }) => beyond.length > 0)
        .toSorted((a, b) => b.count - a.count)
      const first = worst?.beyond.find(({ heldOn }) => !moreMeetings || moreMeetings.consentedOn > heldOn)
      if (worst && first) yield at(first, 'heldOn', tooMany(worst.count, most, moreMeetings !== undefined))
    }
  },
  examples: {
    accept: [
      { title: '会议没有超过次数', change: unchanged },
      {
        title: '增加的会议事先经同意',
        change: inRound((round) => {
          round.meetings?.push({ number: 3, heldOn: '2025-07-14' }, { number: 4, heldOn: '2025-07-16' })
          round.moreMeetings = { consentedBy: '南宁市生态环境局', consentedOn: '2025-07-15' }
        }),
      },
      {
        title: '开会当天同意',
        change: inRound((round) => {
          round.meetings?.push({ number: 3, heldOn: '2025-07-14' }, { number: 4, heldOn: '2025-07-16' })
          round.moreMeetings = { consentedBy: '南宁市生态环境局', consentedOn: '2025-07-16' }
        }),
      },
      {
        title: '恰好是规定的次数',
        change: inRound((round) => {
          round.meetings?.push({ number: 3, heldOn: '2025-07-14' })
        }),
      },
      {
        title: '分别与两人开会，对每人都没有超过',
        change: inRound((round) => {
          round.meetings = ['06-16', '06-17', '06-18', '06-19'].map((day, index) => ({
            number: index + 1,
            heldOn: `2025-${day}`,
            attended: [index < 2 ? 'o1' : 'o2'],
          }))
        }),
      },
    ],
    reject: [
      {
        title: '多出的会议没有同意',
        finds: ['warning - consultation.rounds.0.meetings.3.heldOn'],
        change: inRound((round) => {
          round.meetings?.push({ number: 3, heldOn: '2025-07-14' }, { number: 4, heldOn: '2025-07-16' })
        }),
      },
      {
        title: '开会以后才同意',
        says: ['开了 4 次', '同意增加的日期晚于会议'],
        finds: ['warning - consultation.rounds.0.meetings.3.heldOn'],
        change: inRound((round) => {
          round.meetings?.push({ number: 3, heldOn: '2025-07-14' }, { number: 4, heldOn: '2025-07-16' })
          round.moreMeetings = { consentedBy: '南宁市生态环境局', consentedOn: '2025-07-17' }
        }),
      },
      {
        title: '与第二人开得更多，从与其超过的一次起',
        finds: ['warning - consultation.rounds.0.meetings.3.heldOn'],
        says: ['开了 5 次', '没有同意增加的记录'],
        change: inRound((round) => {
          round.meetings = ['06-16', '06-17', '06-18', '06-19', '06-20'].map((day, index) => ({
            number: index + 1,
            heldOn: `2025-${day}`,
            attended: index === 1 ? ['o2'] : ['o1', 'o2'],
          }))
        }),
      },
    ],
  },
})

const tooMany = (count: number, most: number, late: boolean) =>
  `本轮与同一义务人开了 ${count} 次磋商会议，原则上不超过 ${most} 次，${
    late ? '同意增加的日期晚于会议' : '没有同意增加的记录'
  }。${cite('meeting-limit')}；请办理「同意增加磋商次数」，或者认定磋商不成。`
