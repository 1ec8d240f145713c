import { isCreditCode, isIdNumber } from '../../core/facts/identifiers.ts'
import { forbiddenCharacter } from '../../core/schema/formats.ts'
import type { SchemaNode } from '../../core/schema/node.ts'
import type { AskContext } from './ask.ts'
import { typedDate, typedMoney } from './normalize.ts'

/** Asks for one line and answers it as the files hold it: dates as YYYY-MM-DD, amounts as decimal strings. */
export async function askText(
  node: SchemaNode,
  required: boolean,
  known: unknown,
  { terminal, today }: AskContext,
): Promise<string | number | undefined> {
  const read = readerOf(node, today)
  const text = await terminal.input(`${node.title ?? ''}${hintOf(node)}`, {
    fallback: known === undefined ? undefined : String(known),
    validate: (value) => {
      if (value.trim() === '') return required ? '请填写' : true
      const result = read(value.trim())
      return typeof result === 'object' ? result.wrong : true
    },
  })
  if (text.trim() === '') return undefined
  const value = read(text.trim())
  return typeof value === 'object' ? undefined : value
}

interface Wrong {
  readonly wrong: string
}

type Reader = (text: string) => string | number | Wrong

function hintOf(node: SchemaNode): string {
  const hints: Readonly<Record<string, string>> = {
    date: '（如 2026-03-02、3.2、今天）',
    dateTime: '（如 2026-03-02 09:30）',
    money: '（元，可写 26万）',
  }
  return hints[node['x-format'] ?? ''] ?? ''
}

function readerOf(node: SchemaNode, today: string): Reader {
  const known: Readonly<Record<string, Reader>> = {
    date: (text) => typedDate(text, today) ?? { wrong: '不是存在的日期，请写成 2026-03-02、3.2 或者 今天' },
    dateTime: (text) =>
      /^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : { wrong: '请写成 2026-03-02 09:30' },
    money: (text) => typedMoney(text) ?? { wrong: '不是金额，请写成 529700、26.5 万，最多两位小数' },
    creditCode: (text) =>
      isCreditCode(text) ? text : { wrong: '统一社会信用代码有误：应为 18 位，末位为校验码' },
    idNumber: (text) => (isIdNumber(text) ? text : { wrong: '公民身份号码有误：应为 18 位，末位为校验码' }),
  }
  const special = known[node['x-format'] ?? '']
  if (special) return special
  if ([node.type ?? []].flat().includes('integer')) {
    return (text) => (/^\d+$/.test(text) ? Number(text) : { wrong: '应为整数' })
  }
  return (text) => {
    const forbidden = forbiddenCharacter(text)
    return forbidden ? { wrong: `含有不可用的字符 ${forbidden}` } : text
  }
}
