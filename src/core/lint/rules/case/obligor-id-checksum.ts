import { isCreditCode, isIdNumber, maskIdentifier } from '../../../facts/identifiers.ts'
import { inCase, part, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const obligorIdChecksum = defineRule({
  id: 'case/obligor-id-checksum',
  severity: 'error',
  about: 'breach',
  matter: null,
  title: '赔偿义务人的代码和号码校验无误',
  why: '统一社会信用代码（GB 32100-2015）和公民身份号码（GB 11643-1999）都带校验码；号码错了，送达、立案和执行都会落空。',
  mend: '对照营业执照或者身份证改正号码，并加引号。',
  *check({ facts }) {
    for (const obligor of facts.obligors) {
      const { name, creditCode, idNumber } = obligor
      if (creditCode && !isCreditCode(creditCode)) {
        yield at(obligor, 'creditCode', wrongCheck(name, '统一社会信用代码', creditCode))
      }
      if (idNumber && !isIdNumber(idNumber)) {
        yield at(obligor, 'idNumber', wrongCheck(name, '公民身份号码', idNumber))
      }
    }
  },
  examples: {
    accept: [
      { title: '校验码正确', change: unchanged },
      {
        title: '身份号码末位为小写 x',
        change: inCase(({ obligors }) => {
          part(obligors[1]).idNumber = '11010519491231002x'
        }),
      },
    ],
    reject: [
      {
        title: '信用代码校验码错误',
        change: inCase(({ obligors }) => {
          part(obligors[0]).creditCode = '91350100M000100Y44'
        }),
      },
      {
        title: '身份号码中的出生日期不存在',
        change: inCase(({ obligors }) => {
          part(obligors[1]).idNumber = '110105194902300025'
        }),
      },
    ],
  },
})

const wrongCheck = (name: string, what: string, value: string) =>
  `${name}的${what} ${maskIdentifier(value)} 不符合编码规则（位数、日期或者校验码有误）。请对照证照原件改正。`
