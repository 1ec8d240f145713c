import type { Document } from 'docx'
import { headRows, obligorRows, opinionRows, registerTable, signedProseRow } from './initiation-register.ts'
import { form, numberedSection, tableEnd, tableTitle } from './layout.ts'

/** 索赔终止登记表: form 3 of the annex. */
export const terminationRegister = (): Document =>
  form('索赔终止登记表', [
    numberedSection([
      tableTitle('索赔终止登记表'),
      registerTable([
        ...headRows('原编号'),
        ...obligorRows(),
        signedProseRow(2200, ['终止理由'], '终止理由', { label: '经办人', name: '经办人', date: '经办日期' }),
        ...opinionRows(),
      ]),
      tableEnd(),
    ]),
  ])
