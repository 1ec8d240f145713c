import { namedCase } from '../../shared/cases/named.ts'
import { defineCommand } from '../../shared/command.ts'
import { UsageError } from '../../shared/exit.ts'
import { createArchive } from './run.ts'
import { verifyArchive } from './verify/run.ts'

const caseQuestion = { words: ['archive'], question: '给哪个案件立卷？' }

/** `ejc archive CASE`, `ejc archive verify DIR`: one case, one file, and whether it is still as it was made. */
export const archive = defineCommand({
  name: 'archive',
  usage: '[案件|verify] [文件夹]',
  summary: '立卷：一案一卷；核对案卷',
  after: 'evidence',
  arguments: [
    {
      syntax: '[案件|verify]',
      help: '案件编号：立卷（在终端里可以不写，从列表选择）；verify：核对已有的案卷',
    },
    { syntax: '[文件夹]', help: 'verify 后面的案卷文件夹' },
  ],
  options: [
    { flags: '--out <文件夹>', help: '案卷写到该文件夹（须尚不存在，在案件库以外）；默认在案件库旁边' },
    { flags: '--working', help: '立工作卷：案件没有结案、材料不齐也立，封面和备考表写明' },
    { flags: '--no-pdf', help: '文书不转换为 PDF/A（没有 LibreOffice 时也不转换）' },
    { flags: '--commit', help: '先提交本案手工改动过的文件，再立卷' },
    { flags: '-y, --yes', help: '本案还有错误、警告的，不再确认' },
    { flags: '--dry-run', help: '只显示卷内目录，不写入' },
  ],
  examples: [
    {
      call: 'ejc archive NN-2026-0001',
      does: '立卷：封面、卷内文件目录、备考表、材料（文书附 PDF/A）、案件记录和 SHA-256 清单',
    },
    { call: 'ejc archive NN-2026-0001 --working', does: '还没有结案，先立一份工作卷' },
    { call: 'ejc archive NN-2026-0001 --out /media/usb/NN-2026-0001', does: '写到移动硬盘' },
    { call: 'ejc archive verify ../NN-2026-0001-案卷', does: '逐个文件核对；有缺少、改动、多出的，退出码 1' },
  ],
  async run(context, [word, folder], options) {
    if (word !== 'verify') {
      if (folder === undefined) {
        const id = await namedCase(context, await context.workspace(), word, caseQuestion)
        return createArchive(context, id, options)
      }
      throw new UsageError(`ejc archive 一次只立一案；写到别处请用 --out ${folder}。`)
    }
    if (folder !== undefined) return verifyArchive(context, folder)
    throw new UsageError('请写明案卷文件夹，例如 ejc archive verify ../NN-2026-0001-案卷。')
  },
})
