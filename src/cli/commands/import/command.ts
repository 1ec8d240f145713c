import { defineCommand, several, text } from '../../shared/command.ts'
import { UsageError } from '../../shared/exit.ts'
import { importLedger } from './run.ts'
import { writeTemplate } from './template.ts'

/** `ejc import FILE`: takes the cases of an office's ledger into the repository. */
export const importCases = defineCommand({
  name: 'import',
  usage: '<台账>',
  summary: '从 Excel 台账导入案件（补录），或者写出空白台账',
  after: 'new',
  arguments: [{ syntax: '[文件]', help: '台账：.xlsx、.xls、.ods 或者 .csv' }],
  options: [
    { flags: '--sheet <工作表>', help: '只读这一张工作表，可多次；隐藏的也可以', parse: several },
    {
      flags: '--column <标题=栏目>',
      help: '说明台账的一个标题是哪一栏，可多次，如 处理时间=启动日期；不要的写 标题=不导入',
      parse: several,
    },
    { flags: '-y, --yes', help: '不再确认，直接写入；前后矛盾、与案件不同的行也照台账写' },
    { flags: '--dry-run', help: '只列出每一行会成为什么，不写入' },
    { flags: '--template <文件>', help: '写出空白台账，填好再导入' },
  ],
  examples: [
    { call: 'ejc import --template 台账.xlsx', does: '写出空白台账：标题、批注和下拉列表都在里面' },
    { call: 'ejc import 台账.xlsx --dry-run', does: '看每一行会成为什么，哪里有问题' },
    {
      call: 'ejc import 台账.xlsx',
      does: '看过、确认以后导入，一件一次提交；有问题的行另存一份，改好再导入',
    },
    {
      call: 'ejc import 旧台账.xls --column 处理时间=启动日期 --column 领导批示=不导入',
      does: '标题认不出来的，说明是哪一栏',
    },
  ],
  async run(context, [file], options) {
    const template = text(options, 'template')
    if (template !== undefined) return writeTemplate(context, template)
    if (file === undefined)
      throw new UsageError(
        '请写明要导入哪一份台账，例如 ejc import 台账.xlsx；要空白台账的，ejc import --template 台账.xlsx。',
      )
    return importLedger(context, file, options)
  },
})
