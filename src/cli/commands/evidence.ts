import { chosenVerb } from '../calendar/verb.ts'
import { entryOptions } from '../carry-out.ts'
import { defineCommand } from '../command.ts'
import { addFiles } from '../evidence/add.ts'

const verbs = { add: addFiles }

/** `ejc evidence add CASE FILE…`: files become evidence of a case. 第十四条、第三十八条 */
export const evidence = defineCommand({
  arguments: [
    { syntax: '<add>', help: 'add：登记证据文件' },
    { syntax: '<case>', help: '案件编号' },
    { syntax: '<file...>', help: '文件，可写多个；来源、日期等只问一次，适用于全部' },
  ],
  options: entryOptions,
  examples: [
    {
      call: 'ejc evidence add NN-2026-0001 现场勘查笔录.pdf',
      does: '复制到 attachments/，计算 SHA-256，逐项询问后列入证据清单',
    },
    {
      call: 'ejc evidence add NN-2026-0001 照片1.jpg 照片2.jpg --set kind=audiovisual --set source=南宁市生态环境局',
      does: '几个文件一次登记、一次提交，不提问',
    },
  ],
  run: (context, [verb = '', id = '', ...files], options) =>
    chosenVerb('evidence', verbs, verb)(context, id, files, options),
})
