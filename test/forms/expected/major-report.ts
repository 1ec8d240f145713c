import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: {
      依据: '重大案件督办工作的需要',
      收文机关: '南宁市委生态环境保护和督察工作领导小组办公室',
      基本情况: ['案件来源：日常监管、执法巡查、各项资源与环境专项行动中发现的案件线索。'],
    },
    lacks: [
      '收文机关（上级主管部门）：config.superiorOffice ← init',
      '基本情况：case.summary ← new',
      '重大案件类型：supervision.major.grounds ← mark-major',
      '启动情况：investigation.initiation ← initiate',
    ],
  },
  whole: {
    about: [null],
    needs: [
      '收文机关（领导小组办公室）：config.reformOffice ← init',
      '收文机关（上级主管部门）：config.superiorOffice ← init',
      '基本情况：case.summary ← new',
      '重大案件类型：supervision.major.grounds ← mark-major',
      '启动情况：investigation.initiation ← initiate',
    ],
  },
}
