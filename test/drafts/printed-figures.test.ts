import { describe, expect, it } from 'vitest'
import { printedFigures } from '../../src/core/drafts/printed-figures.ts'
import { settingOn } from '../support/setting.ts'

const printed = printedFigures(settingOn('2026-12-24').regulation)

describe('what ejc prints from the record', () => {
  it.each([
    '金额为20,000.00元（大写：人民币贰万元整），以银行保函方式提供，于2026年10月10日前（含当日）缴纳或者提供。',
    '金额为20,000.00元（大写：人民币贰万元整），以银行保函方式，于2026年10月10日前（含当日）缴纳或者提供。',
    '金额为20,000.00元，由甲公司、乙公司向某市生态环境局以现金方式提供，户名：某市生态环境局，账号：4501012123。',
    '金额为20,000.00元，由甲公司向某市生态环境局，于2026年10月10日前（含当日）缴纳或者提供。',
    '金额为20,000.00元。',
  ])('is a performance bond as ejc words or worded it: %s', (text) => {
    expect(printed.isTerm('履约保证金', text)).toBe(true)
  })

  it.each([
    '金额为20,000.00元，逾期不缴纳的，甲方有权解除协议。',
    '金额为20,000.00元，由甲公司提供，乙公司承担连带责任。',
    '由甲公司提供银行保函。',
  ])('is not what an officer added to it: %s', (text) => {
    expect(printed.isTerm('履约保证金', text)).toBe(false)
  })

  it.each([
    '应于2026年7月15日前（含当日）启动，2026年12月31日前（含当日）完成。',
    '2026年12月31日前（含当日）完成修复效果评估。',
    '第二项修复，地点为地下水。',
    '地点为北岸，由甲公司承担，修复方式为原位修复。',
  ])('is a schedule: %s', (text) => {
    expect(printed.isSchedule(text)).toBe(true)
  })

  it.each([
    '由甲公司承担。',
    '地点为北岸。',
    '甲公司应于2026年7月15日前（含当日）启动。',
    '2026年12月31日前完成。',
  ])('is not a sentence of the officer on the work: %s', (text) => {
    expect(printed.isSchedule(text)).toBe(false)
  })
})
