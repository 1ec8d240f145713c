import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: {
      法定代表人: '周某',
      职务: '局长',
      单位名称: '南宁市生态环境局',
      单位地址和电话: '单位地址：南宁市某区某路 1 号\n联系电话：0771-0000000',
    },
    lacks: [],
  },
  whole: {
    about: [null],
    needs: [
      '法定代表人：config.unit.representative.name ← init',
      '职务：config.unit.representative.post ← init',
      '单位地址和电话：config.unit.address ← init',
    ],
  },
}
