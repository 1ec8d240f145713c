import type { CommandEntry } from '../command.ts'

/** Every command, in the order of daily use; its code is loaded when it is called. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'init',
    usage: '[文件夹]',
    summary: '新建案件库',
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'new',
    usage: '',
    summary: '登记线索，新建案件',
    load: async () => (await import('./new.ts')).newCase,
  },
  {
    name: 'advance',
    usage: '[案件] [事项] [对象]',
    summary: '办理下一步，并记入案件',
    load: async () => (await import('./advance.ts')).advance,
  },
  {
    name: 'due',
    usage: '[案件...]',
    summary: '列出期限，标出临期与逾期',
    load: async () => (await import('./due.ts')).due,
  },
  {
    name: 'list',
    usage: '[字词...]',
    summary: '列出全部案件',
    load: async () => (await import('./list.ts')).list,
  },
  {
    name: 'show',
    usage: '[案件]',
    summary: '查看一案：阶段、期限、问题、下一步',
    load: async () => (await import('./show.ts')).show,
  },
  {
    name: 'render',
    usage: '[案件] [文书] [对象]',
    summary: '生成文书（Word）',
    load: async () => (await import('./render.ts')).render,
  },
  {
    name: 'lint',
    usage: '[路径...]',
    summary: '检查案件库',
    load: async () => (await import('./lint.ts')).lint,
  },
  {
    name: 'explain',
    usage: '<条目...>',
    summary: '解释条文、规则、期限、文书或术语',
    load: async () => (await import('./explain.ts')).explain,
  },
  {
    name: 'project',
    usage: '<list|add>',
    summary: '替代修复项目库：列出、录入',
    load: async () => (await import('./project.ts')).project,
  },
  {
    name: 'evidence',
    usage: '<add> [案件] [文件...]',
    summary: '登记证据文件：复制、计算校验值、列入清单',
    load: async () => (await import('./evidence.ts')).evidence,
  },
  {
    name: 'archive',
    usage: '[案件|verify] [文件夹]',
    summary: '立卷：一案一卷；核对案卷',
    load: async () => (await import('./archive.ts')).archive,
  },
  {
    name: 'log',
    usage: '[案件]',
    summary: '查看一案的办理记录',
    load: async () => (await import('./log.ts')).log,
  },
  {
    name: 'undo',
    usage: '[案件]',
    summary: '撤销一案最近一次办理',
    load: async () => (await import('./undo.ts')).undo,
  },
  {
    name: 'report',
    usage: '<clues|supervision|monthly|annual|disclosure|sharing>',
    summary: '报表：线索清单、督办台账、月度进展、年度情况、信息公开',
    load: async () => (await import('./report.ts')).report,
  },
  {
    name: 'board',
    usage: '',
    summary: '看板：一页纵览数字、图表、逾期和各案经过',
    load: async () => (await import('./board.ts')).board,
  },
  {
    name: 'calendar',
    usage: '<check|show|add> [年份]',
    summary: '放假安排：检查、查看、录入',
    load: async () => (await import('./calendar.ts')).calendar,
  },
  {
    name: 'regulation',
    usage: '<list|show|diff> [规范...]',
    summary: '规范：列出、查看、比较',
    load: async () => (await import('./regulation.ts')).regulation,
  },
  {
    name: 'doctor',
    usage: '',
    summary: '体检：本机环境和案件库，逐项说明怎样处理',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  {
    name: 'completion',
    usage: '<bash|zsh|fish|powershell>',
    summary: '输出命令行补全脚本',
    load: async () => (await import('./completion.ts')).completion,
  },
  {
    name: 'sync',
    usage: '',
    summary: '与共享库同步：收取、合并、推送',
    load: async () => (await import('./sync.ts')).sync,
  },
  {
    name: 'renumber',
    usage: '[案件] [新编号]',
    summary: '给案件改号，引用随之更新',
    load: async () => (await import('./renumber.ts')).renumber,
  },
]

/** Commands that other programs call; no help names them. */
export const hiddenCommands: readonly CommandEntry[] = [
  {
    name: 'merge-driver',
    usage: '<base> <ours> <theirs> <path>',
    summary: '供 git 合并案件文件时调用',
    load: async () => (await import('./merge-driver.ts')).mergeDriver,
  },
]
