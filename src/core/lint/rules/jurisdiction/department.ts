import { cite } from '../../../regulation/cite.ts'
import { inCase, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const jurisdictionDepartment = defineRule({
  id: 'jurisdiction/department',
  severity: 'warning',
  about: 'breach',
  matter: 'departments',
  title: '主管部门与损害类型相符',
  why: `${cite('departments')}按损害类型分工；部门不对，容易出现重复办理或者无人办理。`,
  mend: '移送对应的部门；经指定、联合办理或者另有理由的，记录指定文件、联合单位或者「改变建议的理由」。',
  *check({ facts, regulation }) {
    const { damage, jurisdiction } = facts.case
    const { department, designation, jointUnits, overrideReason } = jurisdiction
    const kind = regulation.item('damageKinds', damage.kind)
    // 其他 is coordinated by one department, which does not keep another from handling the case.
    if (!kind?.department || damage.kind === 'other' || !department || department === kind.department) return
    if (designation || overrideReason || (jointUnits ?? []).length > 0) return
    const name = (code: string) => regulation.label('departments', code)
    yield at(jurisdiction, 'department', wrongDepartment(kind.label, name(kind.department), name(department)))
  },
  examples: {
    accept: [
      { title: '部门与损害类型相符', change: unchanged },
      {
        title: '部门不同，但由联合单位共同办理',
        change: inCase(({ jurisdiction }) => {
          jurisdiction.department = 'water'
          jurisdiction.jointUnits = ['南宁市水利局']
        }),
      },
      {
        title: '其他种类的损害',
        change: inCase(({ damage, jurisdiction }) => {
          damage.kind = 'other'
          jurisdiction.department = 'water'
        }),
      },
      {
        title: '没有写明主管部门',
        change: inCase(({ jurisdiction }) => {
          delete jurisdiction.department
        }),
      },
      {
        title: '经指定由水利部门办理',
        change: inCase(({ jurisdiction }) => {
          jurisdiction.department = 'water'
          jurisdiction.designation = { by: '南宁市人民政府', on: '2025-03-04', document: '指定书' }
        }),
      },
      {
        title: '写明由水利部门办理的理由',
        change: inCase(({ jurisdiction }) => {
          jurisdiction.department = 'water'
          jurisdiction.overrideReason = '联合执法'
        }),
      },
    ],
    reject: [
      {
        title: '排污案件由水利部门办理',
        finds: ['warning - case.jurisdiction.department'],
        change: inCase(({ jurisdiction }) => {
          jurisdiction.department = 'water'
        }),
      },
    ],
  },
})

const wrongDepartment = (kind: string, proposed: string, actual: string) =>
  `「${kind}」按${cite('departments')}由${proposed}办理，所填为${actual}。请核对；经指定或者联合办理的，请记录依据。`
