import type { RelatedProceeding, Suit } from '../../../facts/documents.ts'
import { isPendingProceeding, parallelSuits } from '../../../facts/proceedings.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inCase, inCourt, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const parallelSuit = defineRule({
  id: 'court/parallel-suit',
  severity: 'notice',
  about: 'omission',
  matter: 'parallel-suit',
  title: '赔偿诉讼与同一行为的公益诉讼由同一法院审理',
  why: '同一损害不能判两次；两案由同一法院、同一审判组织审理，公益诉讼等赔偿诉讼审完（此条未与原文核对）。',
  mend: '把公益诉讼告知受诉法院，受理法院不同的协商移送；公益诉讼已经裁判的，只就前案没有发现的损害起诉。',
  *check({ facts }) {
    for (const suit of facts.court.suits) {
      for (const proceeding of parallelSuits(facts, suit.obligors)) {
        if (suit.effectiveOn !== undefined) continue
        const isElsewhere = !!suit.court && !!proceeding.court && suit.court !== proceeding.court
        const severity = isElsewhere && isPendingProceeding(proceeding) ? 'warning' : 'notice'
        yield at(suit, 'court' in suit ? 'court' : [], parallel(suit, proceeding, isElsewhere), { severity })
      }
    }
  },
  examples: {
    accept: [
      { title: '没有公益诉讼', change: sued({}) },
      { title: '有公益诉讼，没有起诉', change: publicInterest({}) },
      { title: '公益诉讼针对别的义务人', change: all(sued({}), publicInterest({ obligors: ['o1'] })) },
      { title: '没有起诉也没有公益诉讼', change: unchanged },
    ],
    reject: [
      {
        title: '同一法院受理的公益诉讼',
        finds: ['notice - court.suits.0.court'],
        change: all(sued({}), publicInterest({})),
      },
      {
        title: '公益诉讼由另一法院受理',
        finds: ['warning - court.suits.0.court'],
        change: all(sued({}), publicInterest({ court: '北海海事法院' })),
      },
      {
        title: '公益诉讼已经裁判',
        finds: ['notice - court.suits.0.court'],
        change: all(sued({}), publicInterest({ result: '判令修复' })),
      },
    ],
  },
})

function sued(more: Partial<Suit>) {
  const suit: Suit = {
    id: 'S1',
    obligors: ['o2'],
    court: '南宁市中级人民法院',
    filedOn: '2026-09-01',
    ...more,
  }
  return inCourt((court) => {
    court.suits = [suit]
  })
}

function publicInterest(more: Partial<RelatedProceeding>) {
  return inCase((file) => {
    file.relatedProceedings = [
      {
        kind: 'public-interest',
        reference: '（2026）桂01民初5号',
        court: '南宁市中级人民法院',
        obligors: ['o2'],
        ...more,
      },
    ]
  })
}

function parallel({ id }: Suit, proceeding: RelatedProceeding, isElsewhere: boolean): string {
  const which = proceeding.reference ?? '公益诉讼'
  const said = isPendingProceeding(proceeding)
    ? `同一行为另有公益诉讼（${which}）${isElsewhere ? `由${proceeding.court}受理` : ''}，应由同一法院、同一审判组织审理，公益诉讼等本案审完；请告知受诉法院`
    : `同一行为的公益诉讼（${which}）已经裁判，只能就前案没有发现的损害起诉；请核对请求的范围`
  return `诉讼 ${id}：${said}。${cite('parallel-suit')}（未与原文核对）。`
}
