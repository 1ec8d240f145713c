/** Where the units of each kind stand. */
export const unitFolders = {
  actions: 'src/core/stages/actions',
  rules: 'src/core/lint/rules',
  describedRules: 'src/core/lint/housekeeping.ts',
  deadlines: 'src/core/deadlines',
  forms: 'src/core/forms',
  templates: 'src/build/templates',
  commands: 'src/cli/commands',
} as const
