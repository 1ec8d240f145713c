import stringWidth from 'string-width'
import { type Budget, keepsBudget, type Row } from './work.ts'

const headings = ['work', 'ejc', 'against', 'value', 'budget', 'holds']

/** Prints the rows as a Markdown table whose columns line up. */
export function printTable(rows: readonly Row[]): void {
  const lines = [headings, ...rows.map(cells)]
  const widths = headings.map((_, column) =>
    Math.max(...lines.map((line) => stringWidth(line[column] ?? ''))),
  )
  const print = (line: readonly string[]) =>
    process.stdout.write(`| ${line.map((cell, column) => padded(cell, widths[column] ?? 0)).join(' | ')} |\n`)
  print(headings)
  print(widths.map((width) => '-'.repeat(width)))
  for (const row of rows) print(cells(row))
}

function cells(row: Row): string[] {
  const { title, ours, against, value, unit, budget } = row
  const verdict = { true: 'yes', false: 'NO', undefined: '' }[String(keepsBudget(row))] ?? ''
  return [title, ours, against, `${figure(value)} ${unit}`, limit(budget, unit), verdict]
}

function limit(budget: Budget, unit: string): string {
  if (!budget) return ''
  return 'atMost' in budget ? `≤ ${budget.atMost} ${unit}` : `≥ ${budget.atLeast} ${unit}`
}

function figure(value: number): string {
  return value < 100 ? value.toFixed(2) : String(Math.round(value))
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)))
}
