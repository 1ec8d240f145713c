import { sideFiles } from '../side-files.ts'
import { ciFiles } from './ci.ts'
import { hookFiles } from './hooks.ts'
import { workflowFiles } from './workflows.ts'

/** The files of a new case repository that are the same for every office. */
export const fixedFiles: readonly (readonly [path: string, text: string])[] = [
  ['cases/.gitkeep', ''],
  [
    'calendar/README.md',
    readme('日历', '国务院办公厅新公布的放假安排和地方节假日，一年一份，例如 calendar/2027.yaml。'),
  ],
  [
    'templates/README.md',
    readme(
      '文书模板',
      '本单位自用的 Word 模板（.docx）。文件名与内置文书的代码、名称相同的，代替内置模板（取出原件：ejc template copy 文书）；其他的是自备文书，文件名就是文书的名称，里面写 {{案件名称}} 这样的字段（ejc template fields），写好以后检查：ejc template check。',
    ),
  ],
  ['projects/README.md', readme('替代修复项目库', '可供替代修复的项目，一个项目一份 YAML。')],
  [
    '.gitattributes',
    [
      '* text=auto eol=lf',
      '*.docx binary',
      '*.xlsx binary',
      '*.pdf binary',
      'cases/*/attachments/** -text',
      'cases/*/*.yaml merge=ejc',
      'projects/*.yaml merge=ejc',
      'calendar/*.yaml merge=ejc',
      'submissions.yaml merge=ejc',
      'ejc.yaml merge=ejc',
      '',
    ].join('\n'),
  ],
  ['.gitignore', ['node_modules/', ...sideFiles, 'gl-code-quality-report.json', 'reports/', ''].join('\n')],
  ...workflowFiles,
  ...ciFiles,
  ...hookFiles,
]

function readme(title: string, text: string): string {
  return `# ${title}\n\n${text}\n`
}
