import { isServedTooLate } from '../../../facts/rounds.ts'
import { servedOn } from '../../../facts/service.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inRound, inService, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const replyDeadline = defineRule({
  id: 'consultation/reply-deadline',
  severity: 'error',
  about: 'breach',
  unrecorded: '告知书规定的答复时间',
  matter: 'reply-period',
  title: '磋商告知书规定了答复时间',
  why: '没有规定的答复时间，就不能以「未在规定时间内答复」认定磋商不成；示范文本没有这一栏，容易漏写。',
  mend: '在「磋商告知书」填写「答复截止日期」或者「送达后答复天数」，印在「其他事项」里；送达时答复日已到或者已过的，办理「另定答复日并告知」。',
  *check({ facts, regulation }) {
    const publicNotice = regulation.period('public-notice-service')
    for (const round of facts.rounds) {
      const { notice, services } = round
      if (!notice) continue
      const { replyBy, replyWithinDays } = notice
      if (replyBy === undefined && replyWithinDays === undefined)
        yield at(notice, [], noDeadline, { keys: ['replyBy', 'replyWithinDays'] })
      for (const service of services ?? []) {
        if (!isServedTooLate(round, service, publicNotice)) continue
        const on = servedOn(service, publicNotice) ?? ''
        const key = service.servedOn ? 'servedOn' : 'publishedOn'
        yield at(service, key, servedAfter(on, replyBy ?? ''), { severity: 'warning' })
      }
    }
  },
  examples: {
    accept: [
      { title: '写明答复日', change: unchanged },
      {
        title: '写明自送达起的天数',
        change: inRound(({ notice }) => {
          delete notice?.replyBy
          if (notice) notice.replyWithinDays = 1
        }),
      },
      {
        title: '送达时答复日已过，另定了答复日',
        change: all(
          late,
          inRound(({ services }) => {
            for (const service of services ?? []) service.replyBy = '2025-06-09'
          }),
        ),
      },
    ],
    reject: [
      {
        title: '没有答复时间',
        finds: ['error - consultation.rounds.0.notice'],
        change: inRound(({ notice }) => {
          delete notice?.replyBy
        }),
      },
      {
        title: '公告期满视为送达时答复日已过',
        finds: ['warning - consultation.rounds.0.services.0.publishedOn'],
        change: all(
          silent,
          inService((service) => {
            service.method = 'public-notice'
            service.publishedOn = '2025-05-27'
            delete service.servedOn
          }),
        ),
      },
      {
        title: '送达时答复日已过',
        finds: [
          'warning - consultation.rounds.0.services.0.servedOn',
          'warning - consultation.rounds.0.services.1.servedOn',
        ],
        change: late,
      },
    ],
  },
})

/** Nobody has replied. */
function silent(documents: Parameters<ReturnType<typeof inRound>>[0]): void {
  inRound((round) => {
    round.replies = []
  })(documents)
}

/** Served on the day after the day for the reply, with no reply. */
function late(documents: Parameters<ReturnType<typeof inRound>>[0]): void {
  silent(documents)
  inRound(({ notice }) => {
    if (notice) notice.replyBy = '2025-05-27'
  })(documents)
}

const noDeadline = `磋商告知书没有规定答复时间。${cite('reply-period')}以规定的时间为准；请填写「答复截止日期」或者「送达后答复天数」。`

const servedAfter = (on: string, replyBy: string) =>
  `${on} 送达时，告知书规定的答复日 ${replyBy} 已到或者已过，该义务人没有答复的时间，沉默不能视为磋商不成。${cite('reply-period')}；请办理「另定答复日并告知」。`
