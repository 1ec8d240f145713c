import type { Identity } from '../../../facts/documents.ts'
import {
  holderOf,
  idNumberFault,
  inCapitals,
  isCreditCode,
  isIdNumber,
  maskIdentifier,
} from '../../../facts/identifiers.ts'
import { hasFormOf, identityLabel, isBornTooLate } from '../../../facts/identity.ts'
import { withSuccessors } from '../../../facts/successor.ts'
import { inCase, part, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const obligorIdChecksum = defineRule({
  id: 'case/obligor-id-checksum',
  severity: 'error',
  about: 'breach',
  severityStays: 'record',
  // The cell of a certificate tells of its check digit itself.
  notOfRow: 'told-by-cell',
  matter: null,
  title: '赔偿义务人的代码和号码校验无误',
  why: '统一社会信用代码（GB 32100-2015）和公民身份号码（GB 11643-1999）都带校验码；号码错了，送达、立案和执行都会落空。',
  mend: '对照营业执照或者身份证改正号码，并加引号。',
  reads: ['today'],
  *check(scope) {
    const { obligors } = scope.facts
    for (const obligor of withSuccessors(obligors)) {
      const { name, creditCode, idNumber, identity } = obligor
      if (creditCode && !isCreditCode(creditCode)) {
        const fault = '位数或者校验码有误'
        yield at(obligor, 'creditCode', wrongCheck(name, '统一社会信用代码', creditCode, fault))
      }
      if (idNumber && !isIdNumber(idNumber)) {
        const fault = idNumberFault(idNumber, scope.today) ?? ''
        yield at(obligor, 'idNumber', wrongCheck(name, '公民身份号码', idNumber, fault))
      }
      const bornOn = idNumber && holderOf(idNumber)?.bornOn
      if (bornOn && isBornTooLate(scope, bornOn, !obligors.some((each) => each === obligor))) {
        yield at(obligor, 'idNumber', unborn(name, idNumber))
      }
      if (identity && !hasFormOf(identity)) {
        yield at(identity, 'number', wrongForm(name, identity), { severity: 'warning' })
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
      {
        title: '发现线索当天出生',
        change: inCase(({ obligors }) => {
          part(obligors[1]).idNumber = '110105202503030024'
        }),
      },
      {
        title: '承继人出生在收到线索以后',
        change: inCase(({ obligors }) => {
          const successor = { kind: 'individual', name: '郑小某', idNumber: '11010520250304002X' } as const
          Object.assign(part(obligors[1]), { endedOn: '2025-10-01', successor })
        }),
      },
      { title: '持护照', change: identified({ kind: 'passport', number: 'E12345678' }) },
      {
        title: '持港澳居民来往内地通行证',
        change: identified({ kind: 'hong-kong-macao-permit', number: 'H12345678' }),
      },
    ],
    reject: [
      {
        title: '信用代码校验码错误',
        finds: ['error - case.obligors.0.creditCode'],
        change: inCase(({ obligors }) => {
          part(obligors[0]).creditCode = '91350100M000100Y44'
        }),
      },
      {
        title: '身份号码中的出生日期不存在',
        finds: ['error - case.obligors.1.idNumber'],
        says: ['出生日期（第 7 至 14 位）不存在'],
        change: inCase(({ obligors }) => {
          part(obligors[1]).idNumber = '110105194902300025'
        }),
      },
      {
        title: '身份号码中的出生日期早于1900年',
        finds: ['error - case.obligors.1.idNumber'],
        says: ['早于 1900 年'],
        change: inCase(({ obligors }) => {
          part(obligors[1]).idNumber = '110105184901010023'
        }),
      },
      {
        title: '15位的旧号码',
        finds: ['error - case.obligors.1.idNumber'],
        says: ['15 位的旧号码'],
        change: inCase(({ obligors }) => {
          part(obligors[1]).idNumber = '110105491231002'
        }),
      },
      {
        title: '身份号码中的出生日期晚于今天',
        finds: ['error - case.obligors.1.idNumber'],
        says: ['出生日期晚于今天'],
        change: inCase(({ obligors }) => {
          part(obligors[1]).idNumber = '110105209901010020'
        }),
      },
      {
        title: '身份号码中的出生日期晚于收到线索的日期',
        finds: ['error - case.obligors.1.idNumber'],
        says: ['收到线索的日期'],
        change: inCase(({ obligors }) => {
          part(obligors[1]).idNumber = '11010520250304002X'
        }),
      },
      {
        title: '台湾居民来往大陆通行证少一位',
        finds: ['warning - case.obligors.1.identity.number'],
        change: identified({ kind: 'taiwan-permit', number: '1234567' }),
      },
      {
        title: '承继人的信用代码校验码错误',
        finds: ['error - case.obligors.0.successor.creditCode'],
        change: inCase(({ obligors }) => {
          const successor = {
            kind: 'organization',
            name: '某新造纸有限公司',
            creditCode: '91350100M000100Y44',
          } as const
          Object.assign(part(obligors[0]), { endedOn: '2025-10-01', successor })
        }),
      },
    ],
  },
})

function identified(identity: Identity) {
  return inCase(({ obligors }) => {
    const person = part(obligors[1])
    delete person.idNumber
    person.identity = identity
  })
}

const wrongForm = (name: string, { kind, number }: Identity) =>
  `${name}的${identityLabel(kind)}号码 ${maskIdentifier(number)} 的位数或者写法不像这种证件。请对照证件原件核对。`

const unborn = (name: string, idNumber: string) =>
  `${name}的公民身份号码 ${maskIdentifier(idNumber)} 中的出生日期晚于今天，或者晚于本案发现、收到线索的日期，号码有误。请对照身份证原件改正。`

const wrongCheck = (name: string, what: string, value: string, fault: string) =>
  `${name}的${what} ${maskIdentifier(value)} 不符合编码规则（${isOnlyMistyped(value) ? '字母应当大写、数字应当半角，不留空格' : fault}）。请对照证照原件改正。`

/** Whether a code is right but for small letters, full width or blanks. */
function isOnlyMistyped(value: string): boolean {
  const upper = inCapitals(value)
  return upper !== value && (isCreditCode(upper) || isIdNumber(upper))
}
