import type { AgreementRead, FoundMoney, TakenClause } from '../../../core/drafts/read-agreement.ts'
import { showYuan } from '../../../core/facts/money.ts'
import { clean } from '../output/clean.ts'
import { textTable } from '../output/table.ts'
import { wrapIndented } from '../output/text.ts'
import { shortenedText } from './item-text.ts'

const LONGEST_BEGINNING = 30

/** What was taken for which clause, and the figures and days that were found, for the officer who checks it. */
export function agreementReadText(
  name: string,
  { clauses, missing, unused, strays, totals, payments }: AgreementRead,
  remarks: readonly string[],
  width: number,
): string {
  const heads = ['条款', '取自', '开头'].map((title) => ({ title, flexible: true }))
  const rows = clauses.map((clause) => [clause.title, sourceOf(clause), beginningOf(clause.text)])
  const owed = missing.filter(({ required }) => required).map(({ title }) => title)
  const lines = [
    ...(owed.length ? [`没有读到：${owed.join('、')}`] : []),
    ...(unused.length ? [`没有归入条款的段落（当事人、金额等）：第 ${stretches(unused).join('、')} 段`] : []),
    ...(strays.length
      ? [
          '下列文字没有归入任何条款，请逐段核对，要写进协议记录的，填入有关条款（没有对应条款的，填入其他事项）：',
          ...strays.map((each) => `第 ${each.number} 段「${shortenedText(each.text)}」`),
        ]
      : []),
    totals.length ? `写明的总额：${totals.map(moneyText).join('；')}` : '没有找到赔偿总额',
    payments.length ? `写明的付款：${payments.map(moneyText).join('；')}` : '没有找到付款的金额和日期',
    ...(totals.length > 1 ? ['写明的总额不止一个，请核对。'] : []),
    ...remarks,
  ]
  return [
    clean(`从 ${name} 读到的条款：`),
    textTable(heads, rows, width),
    ...lines.map((line) => wrapIndented(clean(line), width, '    ', '  ')),
    '  以上数额和日期只供核对，没有填入：赔偿金额、份额、修复期限、付款安排另外填写（在终端里接着问，对得上的作建议）。',
  ].join('\n')
}

/** Numbers in order, those that follow one another as one stretch: 1 至 3、6. */
function stretches(numbers: readonly number[]): string[] {
  const starts = numbers.filter((number) => !numbers.includes(number - 1))
  return starts.map((start) => {
    const last = numbers.find((number) => number >= start && !numbers.includes(number + 1)) ?? start
    return last === start ? String(start) : `${start} 至 ${last}`
  })
}

function sourceOf({ headings, numbers }: TakenClause): string {
  const where = `第 ${stretches(numbers).join('、')} 段`
  return headings.length ? `「${headings.join('」「')}」${where}` : where
}

function beginningOf(text: string): string {
  const line = shortenedText(text)
  return line.length > LONGEST_BEGINNING ? `${line.slice(0, LONGEST_BEGINNING)}…` : line
}

function moneyText({ number, amounts, days }: FoundMoney): string {
  return [`第 ${number} 段 ${amounts.map(showYuan).join('、')}`, days.join('、')].filter(Boolean).join('，')
}
