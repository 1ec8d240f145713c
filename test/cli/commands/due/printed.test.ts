import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { createRepository } from '../../../support/cli.ts'

const day = ['--today', '2026-11-24']
const both = createRepository('example-case', 'example-case-2')
both.replace('cases/NN-2026-0001/case.yaml', 'name: 韦某', 'name: 韦大明')
both.replace('cases/NN-2026-0001/case.yaml', 'title: 某化工', 'title: "=某化工"\n# title: 某化工')

const partOf = (file: string, part: string): string =>
  strFromU8(unzipSync(readFileSync(join(both.root, file)))[part] ?? new Uint8Array())

describe.each(['due', 'list'])('ejc %s --format', (command) => {
  const call = (...args: string[]) => both.ejc([command, ...day, ...args])

  it('xlsx is one page wide, with the head of the table on every page', () => {
    const file = `${command}.xlsx`
    expect(call('--format', 'xlsx', '--out', file)).toMatchObject({ exit: 0, stdout: '' })
    const sheet = partOf(file, 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>')
    expect(sheet).toMatch(/<pageSetup [^>]*orientation="landscape"[^>]* fitToWidth="1" fitToHeight="0"\/>/)
    expect(partOf(file, 'xl/workbook.xml')).toMatch(
      /<definedName name="_xlnm.Print_Titles" localSheetId="0">'报表'!\$3:\$3</,
    )
    expect(partOf(file, 'xl/sharedStrings.xml')).toMatch(/覃某（\d+ .）　　签收：/)
  })

  it('docx repeats its head, and gives each officer a line to sign on', () => {
    expect(call('--format', 'docx', '--out', `${command}.docx`).exit).toBe(0)
    const xml = partOf(`${command}.docx`, 'word/document.xml')
    expect(xml).toContain('<w:tblHeader/>')
    const signing = [...xml.matchAll(/<w:t[^>]*>(\S+?)（\d+ .）　　签收：/g)].map(([, name]) => name)
    expect(signing.slice(0, 2)).toEqual(['陆某', '覃某'])
  })

  it('csv opens in a spreadsheet: a mark, CRLF, a row a line, no formula', () => {
    expect(call('--format', 'csv').stderr).toMatch(/已写入 reports\/.+-2026-11-24\.csv。/)
    expect(call('--format', 'csv', '--out', `${command}.csv`).exit).toBe(0)
    const text = both.read(`${command}.csv`)
    expect(text).toMatch(/^\ufeff/)
    const rows = text.slice(1).split('\r\n')
    expect(rows[0]).toMatch(/案件名称,赔偿义务人/)
    expect(rows.find((row) => row.includes('NN-2026-0001'))).toMatch(/,'=某化工/)
    expect(new Set(rows.filter(Boolean).map((row) => row.split(',').length)).size).toBe(1)
  })

  it('text is what one pastes into a chat, by officer', () => {
    const { stdout } = call('--format', 'text')
    expect(stdout).toMatch(/^(期限|案件)清单（截至2026年11月24日，共 \d+ .）\n\n【陆某（\d+ .）】\n1\. /)
    expect(stdout).toMatch(/【覃某（\d+ .）】\n1\. .*NN-2026-0001/)
    expect(call('--format', 'text', '--out', `${command}.txt`).exit).toBe(0)
    expect(both.read(`${command}.txt`)).toBe(stdout)
  })

  it('names no natural person among the obligors in full', () => {
    expect(call('--format', 'text').stdout).toContain('韦某')
    expect(call('--format', 'text').stdout).not.toContain('韦大明')
  })

  it('names him in full on the own screen, as ejc show does', () => {
    expect(call().stdout.replace(/\s/g, '')).toContain('韦大明')
  })

  it('overwrites no other file, and wants a format for --out', () => {
    both.write('mine.csv', '别人的表')
    expect(call('--format', 'csv', '--out', 'mine.csv')).toMatchObject({ exit: 1 })
    expect(both.read('mine.csv')).toBe('别人的表')
    expect(call('--format', 'csv', '--out', 'mine.csv', '--force').exit).toBe(0)
    expect(call('--out', 'a.csv')).toMatchObject({ exit: 2, stderr: expect.stringContaining('--format') })
  })
})

describe('ejc due --format docx', () => {
  it('counts what the text only recommends apart from what is late', () => {
    expect(both.ejc(['due', '--all', ...day, '--format', 'docx', '--out', 'all.docx']).exit).toBe(0)
    const text = partOf('all.docx', 'word/document.xml').replace(/<[^>]+>/g, '')
    expect(text).toMatch(/未办结：\d+；已逾期：\d+；(?:权利期间已过：\d+；)?参考日期已过：1/)
  })
})
