import { sideFiles } from '../side-files.ts'
import { hookFiles } from './hooks.ts'
import { workflowFiles } from './workflows.ts'

/** The files of a new case repository that are the same for every office. */
export const fixedFiles: readonly (readonly [path: string, text: string])[] = [
  ['cases/.gitkeep', ''],
  [
    'calendar/README.md',
    readme('日历', '国务院办公厅新公布的放假安排和地方节假日，一年一份，例如 calendar/2027.yaml。'),
  ],
  ['templates/README.md', readme('文书模板', '本单位自用的 Word 模板，文件名与内置模板相同的，优先使用。')],
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
  ...hookFiles,
]

function readme(title: string, text: string): string {
  return `# ${title}\n\n${text}\n`
}
