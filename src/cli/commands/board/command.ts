import { join } from 'node:path'
import { boardData } from '../../../core/reports/board-figures.ts'
import { withoutCache } from '../../shared/cases/cache.ts'
import { defineCommand, flag, text } from '../../shared/command.ts'
import { deliverFile } from '../../shared/deliver.ts'
import { Exit } from '../../shared/exit.ts'
import { clean } from '../../shared/output/output.ts'
import { boardPage } from './page.ts'
import { gatherBoard } from './run.ts'

/** `ejc board`: one page of figures, charts, what is late and near, and the course of every case. */
export const board = defineCommand({
  name: 'board',
  usage: '',
  summary: '看板：一页纵览数字、图表、逾期和各案经过',
  after: 'report',
  options: [
    { flags: '--officer <姓名>', help: '只列该承办人的案件' },
    { flags: '--out <文件>', help: '写到这个文件；默认当前文件夹的 reports/看板-日期.html' },
    { flags: '--force', help: '覆盖已有的文件' },
    withoutCache,
  ],
  examples: [
    { call: 'ejc board', does: '全库的看板，用浏览器打开，也可以直接打印' },
    { call: 'ejc board --officer 覃某 --out 覃某.html', does: '某承办人的案件' },
    { call: 'ejc board --json', does: '同样的内容，供其他程序使用；没有写 --out 的不写文件' },
  ],
  async run(context, _args, options) {
    const { out, global } = context
    const { board, complete } = await gatherBoard(context, options)
    const named = text(options, 'out')
    const usual = join('reports', `看板-${board.today}.html`)
    const path = named ?? (global.json ? undefined : usual)
    const file = path && deliverFile(path, boardPage(board), flag(options, 'force'))
    if (file) out.note(clean(`已写入 ${file}：${board.figures.cases} 件案件。请用浏览器打开。`))
    if (global.json)
      await out.jsonList(
        'board',
        boardData(board),
        { key: 'cases', items: board.cases },
        { file: file ?? null },
      )
    if (!complete) out.note('有案件或者报送记录无法读取，没有列入看板。')
    return complete ? Exit.Ok : Exit.Failed
  },
})
