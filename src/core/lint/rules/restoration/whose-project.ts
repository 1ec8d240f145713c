import { obligorName } from '../../../facts/queries.ts'
import { unassignedWorks } from '../../../facts/works.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inAgreement, inProject, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const whoseProject = defineRule({
  id: 'restoration/whose-project',
  severity: 'warning',
  about: 'omission',
  unrecorded: '修复项目由谁承担',
  matter: 'restoration',
  title: '按份承担修复的，修复项目写明是谁的',
  why: '各人只对自己的一份负责；项目没有写明修复责任人，看不出哪一份已经完成，另一份就可能漏掉。',
  mend: '在修复项目的“修复责任人”写明；几人共同完成各自份额的，逐一写明。',
  *check({ facts }) {
    for (const project of facts.restoration.projects) {
      const works = unassignedWorks(facts, project)
      if (!works.length) continue
      const names = [...new Set(works.flatMap(({ obligors }) => obligors))].map((id) =>
        obligorName(facts, id),
      )
      yield at(project, [], unassigned(project.id, names), { code: project.id })
    }
  },
  examples: {
    accept: [
      { title: '只有一名义务人', change: unchanged },
      { title: '写明是谁的', change: all(inShares('200000.00', '100000.00'), ownedBy('o1')) },
    ],
    reject: [
      {
        title: '按份承担，项目没有写明是谁的',
        finds: ['warning R1 restoration.projects.0'],
        says: ['某造纸有限公司、郑某按份承担'],
        change: all(inShares('200000.00', '100000.00'), ownedBy()),
      },
    ],
  },
})

function inShares(first: string, second: string) {
  return inAgreement((agreement) => {
    agreement.obligors = ['o1', 'o2']
    agreement.payments = []
    agreement.shares = [
      { obligors: ['o1'], amount: first },
      { obligors: ['o2'], amount: second },
    ]
  })
}

function ownedBy(...obligors: readonly string[]) {
  return inProject((project) => {
    if (obligors.length) project.obligors = [...obligors]
    else delete project.obligors
  })
}

const unassigned = (id: string, names: readonly string[]) =>
  `修复项目 ${id} 没有写明修复责任人，${names.join('、')}按份承担，不能算作其中任何一份已经完成。${cite('restoration')}；请写明“修复责任人”。`
