import { chosenVerb, defineCommand } from '../../shared/command.ts'
import { checkTemplates } from './check/run.ts'
import { copyTemplates } from './copy/run.ts'
import { listFields } from './fields/run.ts'
import { listTemplates } from './list/run.ts'

const verbs = { list: listTemplates, copy: copyTemplates, fields: listFields, check: checkTemplates }

/** `ejc template list|copy|fields|check`: the templates of papers, and the office's own papers. */
export const template = defineCommand({
  name: 'template',
  usage: '<list|copy|fields|check> [文书...]',
  summary: '文书模板：列出、取出原件、查字段、检查',
  after: 'render',
  arguments: [
    {
      syntax: '<list|copy|fields|check>',
      help: 'list 列出各种文书用的模板；copy 取出内置模板的原件；fields 列出可以写进模板的字段；check 检查本单位的模板',
    },
    {
      syntax: '[文书...]',
      help: 'copy、fields：文书的序号、名称或者代码；fields 不写的，列出自备文书可用的字段；check：文件或者文书（不写为全部）',
    },
  ],
  options: [
    { flags: '--all', help: 'copy：全部文书的原件' },
    { flags: '--out <文件夹>', help: 'copy：写到该文件夹，不放进案件库' },
    { flags: '--force', help: 'copy：覆盖已有的文件' },
    { flags: '--dry-run', help: 'copy：只说明将写什么，不写' },
    { flags: '--no-commit', help: 'copy：写入但不提交' },
  ],
  examples: [
    { call: 'ejc template list', does: '各种文书用哪个模板：内置的，还是本单位的；本单位的有没有要改正的' },
    {
      call: 'ejc template copy 磋商告知书',
      does: '取出磋商告知书的模板，放进案件库的 templates/，用 Word 或者 WPS 修改以后就用它',
    },
    { call: 'ejc template copy --all --out ~/桌面/模板', does: '全部模板的原件，放到桌面' },
    { call: 'ejc template fields', does: '自备文书可用的字段：写成 {{案件名称}}，由 ejc 填写' },
    { call: 'ejc template check ~/桌面/现场检查笔录.docx', does: '放进案件库以前，先看模板写得对不对' },
  ],
  run: (context, [verb = '', ...words], options) =>
    chosenVerb('template', verbs, verb)(context, words, options),
})
