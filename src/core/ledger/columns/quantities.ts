import { columnsOf } from './define.ts'

const column = columnsOf('cases')

const number = '只写数字，单位以标题为准。'

const matter = 'annual-report'

/** What was damaged, as the ministry's yearly figures ask for it (core/reports/quantities.ts). */
export const damagedColumns = [
  column('damagedSoil', '受损土壤（立方米）', 'quantity', { matter, note: number, synonyms: ['受损土壤'] }),
  column('damagedForest', '受损林地（平方米）', 'quantity', {
    matter,
    note: number,
    synonyms: ['受损林地', '毁林面积'],
  }),
  column('damagedFarmland', '受损耕地（平方米）', 'quantity', {
    matter,
    note: number,
    synonyms: ['受损耕地'],
  }),
  column('damagedSurfaceWater', '受损地表水（立方米）', 'quantity', {
    matter,
    note: number,
    synonyms: ['受损地表水', '受损水体'],
  }),
  column('damagedGroundwater', '受损地下水（立方米）', 'quantity', {
    matter,
    note: number,
    synonyms: ['受损地下水'],
  }),
  column('damagedWetland', '受损湿地（平方米）', 'quantity', {
    matter,
    note: number,
    synonyms: ['受损湿地'],
  }),
  column('damagedWaste', '废物（吨）', 'quantity', {
    matter,
    note: number,
    synonyms: ['废物', '固体废物', '倾倒固体废物', '涉及固体废物'],
  }),
] as const

/** What was restored, likewise. */
export const restoredColumns = [
  column('restoredSoil', '修复土壤（立方米）', 'quantity', { matter, note: number, synonyms: ['修复土壤'] }),
  column('restoredForest', '修复林地（平方米）', 'quantity', {
    matter,
    note: number,
    synonyms: ['修复林地'],
  }),
  column('restoredFarmland', '修复耕地（平方米）', 'quantity', {
    matter,
    note: number,
    synonyms: ['修复耕地'],
  }),
  column('restoredSurfaceWater', '修复地表水（立方米）', 'quantity', {
    matter,
    note: number,
    synonyms: ['修复地表水', '修复水体'],
  }),
  column('restoredGroundwater', '修复地下水（立方米）', 'quantity', {
    matter,
    note: number,
    synonyms: ['修复地下水'],
  }),
  column('restoredWetland', '修复湿地（平方米）', 'quantity', {
    matter,
    note: number,
    synonyms: ['修复湿地'],
  }),
  column('restoredWaste', '清理固体废物（吨）', 'quantity', {
    matter,
    note: number,
    synonyms: ['清理固体废物', '清理废物', '清运固体废物'],
  }),
] as const
