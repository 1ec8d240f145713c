import type { CaseView } from '../../core/view.ts'
import { clean } from './output.ts'

/** Who is in charge by the facts, and why, one line each; where the officer decided otherwise, his reason. 第七条、第十条、附件1 */
export function jurisdictionLines({ facts, regulation }: CaseView): string[] {
  const { damage, clue, jurisdiction } = facts.case
  const { incidentGrade, crossRegion } = damage
  const verdict = regulation.levelFor({ incidentGrade, crossRegion, channel: clue.channel })
  const department = regulation.item('damageKinds', damage.kind)?.department
  const kind = jurisdiction.handlingUnitKind
  const lines = [
    verdict &&
      line(
        '管辖层级',
        regulation.label('levels', verdict.level),
        `${verdict.article}：${verdict.reason}`,
        verdict.level === jurisdiction.level ? undefined : regulation.label('levels', jurisdiction.level),
      ),
    department &&
      line(
        '主管部门',
        regulation.label('departments', department),
        `${regulation.pack.lists.damageKinds?.article ?? '附件1'}：${regulation.label('damageKinds', damage.kind)}`,
        jurisdiction.department === department || jurisdiction.department === undefined
          ? undefined
          : regulation.label('departments', jurisdiction.department),
      ),
    kind &&
      `承办单位：${jurisdiction.handlingUnit}，${regulation.label('handlingUnitKinds', kind)}（第七条）`,
    jurisdiction.jointUnits?.length &&
      `联合办案：${jurisdiction.jointUnits.join('、')}，牵头部门 ${jurisdiction.leadUnit ?? '未定'}（第十条）`,
    jurisdiction.overrideReason && `改变建议的理由：${jurisdiction.overrideReason}`,
  ]
  return lines.filter((each) => typeof each === 'string' && each !== '').map((each) => clean(String(each)))
}

function line(what: string, proposed: string, why: string, chosen: string | undefined): string {
  return chosen === undefined
    ? `${what}：${proposed}（${why}）`
    : `${what}：${chosen}，建议为${proposed}（${why}）`
}
