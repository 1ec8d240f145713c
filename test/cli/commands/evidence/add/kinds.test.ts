import { describe, expect, it } from 'vitest'
import { likelyKind } from '../../../../../src/cli/commands/evidence/add/kinds.ts'

describe('the kind that is proposed for a file', () => {
  it.each([
    ['现场勘查笔录', '.docx', 'inspection'],
    ['现场检查（勘察）笔录', '.pdf', 'inspection'],
    ['损害鉴定评估报告', '.pdf', 'appraisal'],
    ['鉴定意见的异议书', '.pdf', 'documentary'],
    ['排污许可证', '.pdf', 'documentary'],
    ['现场照片', '.jpg', 'electronic'],
    ['微信聊天记录截图', '.PNG', 'electronic'],
    ['执法录像', '.mp4', 'electronic'],
    ['张三询问笔录', '.pdf', undefined],
    ['李四证人证言', '.docx', undefined],
    ['现场检查笔录', '.pdf', undefined],
    ['鉴定评估报告复印件', '.jpg', undefined],
    ['勘验笔录', '.jpg', undefined],
    ['自动监测数据', '.xlsx', undefined],
  ])('%s%s', (title, ending, kind) => {
    expect(likelyKind([{ title, file: `attachments/E1${ending}` }])).toEqual(kind ? { kind } : {})
  })

  it('of several files is that of all of them', () => {
    const [photo, paper] = [
      { title: '照片', file: 'a.jpg' },
      { title: '许可证', file: 'b.pdf' },
    ]
    expect(likelyKind([photo, photo])).toEqual({ kind: 'electronic' })
    expect(likelyKind([photo, paper])).toEqual({})
  })
})
