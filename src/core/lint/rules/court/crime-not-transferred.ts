import { suspectedCrime } from '../../../facts/crime.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inCase, inCourt, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const crimeNotTransferred = defineRule({
  id: 'court/crime-not-transferred',
  severity: 'warning',
  about: 'breach',
  matter: 'crime-transfer',
  title: '涉嫌犯罪的线索已经移送',
  why: `发现涉嫌犯罪而不移送，要承担责任；细则写明移送同级检察院，${cite('crime-authority')}写明移送有侦查、调查职权的机关。`,
  mend: '办理「移送涉嫌犯罪线索」，记录移送的机关和日期。',
  *check({ facts }) {
    const criminal = suspectedCrime(facts)
    if (criminal) yield at(criminal, [], notTransferred, { keys: ['authority'] })
  },
  examples: {
    accept: [
      { title: '不涉嫌犯罪', change: unchanged },
      {
        title: '办案机关已在办理的刑事案件',
        change: all(suspectCrime, conductedBy('南宁市公安局')),
      },
      {
        title: '已移送公安机关',
        change: all(
          suspectCrime,
          inCourt((court) => {
            court.transfers = [{ to: 'public-security', transferredOn: '2025-03-20' }]
          }),
        ),
      },
    ],
    reject: [
      { title: '涉嫌犯罪而没有移送', finds: ['warning - case.relatedProceedings.0'], change: suspectCrime },
    ],
  },
})

function suspectCrime(documents: Parameters<ReturnType<typeof inCase>>[0]): void {
  documents.case.relatedProceedings = [{ kind: 'criminal', reference: '涉嫌污染环境罪', on: '2025-03-18' }]
}

function conductedBy(authority: string) {
  return inCase(({ relatedProceedings }) => {
    for (const proceeding of relatedProceedings ?? []) proceeding.authority = authority
  })
}

const notTransferred = `记录了涉嫌犯罪，没有移送的记录。${cite('crime-transfer')}：将案件线索移送同级人民检察院（或者有侦查权的机关）；请移送并记录，已由办案机关办理的填写「办理机关」。`
