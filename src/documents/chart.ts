import type { Table } from 'docx'
import type { Bar, Chart } from '../core/reports/report.ts'
import { barText } from '../core/reports/text.ts'
import type { Docx } from './volume-parts.ts'

/** Makes the paragraph of a cell, in the font of the paper. */
export type CellParagraph = (
  text: string,
  align: 'left' | 'right' | 'center',
) => InstanceType<Docx['Paragraph']>

/** The columns of a chart: those of the label, of the longest bar, and of the figure at its end. */
const grid = { label: 22, steps: 60, figure: 18 }
const gridUnits = grid.label + grid.steps + grid.figure
const colors = { 件: '5B8DB8', 万元: 'C98B3F' }

/**
 * A bar chart as a table: bars are shaded cells, which an office can print, copy and edit in Word and WPS.
 * @param width of the whole, in twips
 */
export function chartTable(docx: Docx, { bars, unit }: Chart, width: number, line: CellParagraph): Table {
  const { BorderStyle, Table, TableLayoutType, WidthType } = docx
  const step = Math.floor(width / gridUnits)
  const largest = bars.reduce((most, { value }) => Math.max(most, Number(value)), 0)
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: step * gridUnits, type: WidthType.DXA },
    columnWidths: Array.from({ length: gridUnits }, () => step),
    // A white line separates the bars.
    borders: {
      ...withoutBorders(docx),
      insideHorizontal: { style: BorderStyle.SINGLE, size: 18, color: 'FFFFFF' },
    },
    rows: bars.map((bar) => rowOf(docx, bar, barSteps(bar, largest), colors[unit], step, line)),
  })
}

/** The length of a bar in columns of the grid; at least one for a value that is not 0. */
function barSteps({ value }: Bar, largest: number): number {
  return value > 0 ? Math.max(1, Math.round((Number(value) / largest) * grid.steps)) : 0
}

function rowOf(docx: Docx, bar: Bar, steps: number, color: string, step: number, line: CellParagraph) {
  const { TableCell, TableRow, VerticalAlignTable, WidthType } = docx
  const cell = (text: string, span: number, align: 'left' | 'right', fill?: string) =>
    new TableCell({
      children: [line(text, align)],
      columnSpan: span,
      width: { size: step * span, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { left: 60, right: 60, top: 0, bottom: 0 },
      ...(fill && { shading: { fill } }),
    })
  return new TableRow({
    cantSplit: true,
    children: [
      cell(bar.label, grid.label, 'right'),
      ...(steps > 0 ? [cell('', steps, 'left', color)] : []),
      cell(barText(bar), grid.steps - steps + grid.figure, 'left'),
    ],
  })
}

/** No line around or within a table. */
export function withoutBorders({ BorderStyle }: Docx) {
  const none = { style: BorderStyle.NONE, size: 0 }
  return { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
}
