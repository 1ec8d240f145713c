import { chosenVerb, defineCommand } from '../../shared/command.ts'
import { entryOptions } from '../../shared/entry/enter-item.ts'
import { addProject } from './add/run.ts'
import { listProjects } from './list/run.ts'

const verbs = { list: listProjects, add: addProject }

/** `ejc project list|add`: the library of projects for substitute restoration. */
export const project = defineCommand({
  name: 'project',
  usage: '<list|add>',
  summary: '替代修复项目库：列出、录入',
  after: 'explain',
  arguments: [{ syntax: '<list|add>', help: 'list 列出项目和引用的协议；add 录入一个项目' }],
  options: entryOptions,
  examples: [
    { call: 'ejc project list', does: '项目库：地点、类别、投资、状态，哪些协议引用' },
    {
      call: 'ejc project add --set title=邕江岸线复绿 --set place=南宁市青秀区 --set kind=造林 --set estimatedCost=800000.00',
      does: '录入一个项目，不提问；编号依次为 L1、L2……',
    },
  ],
  run: (context, [verb = ''], options) => chosenVerb('project', verbs, verb)(context, options),
})
