import { schemaStyle } from '../yaml/style.ts'
import { editYaml } from '../yaml/write.ts'

/** How a repository of one format becomes one of the next. */
export interface FormatStep {
  /** The format that it makes. */
  readonly to: number
  /** What changes, for the preview. */
  readonly title: string
  /** The text of a YAML file of the repository in the new format; files that stay are given back as they are. */
  readonly change: (file: string, text: string) => string
}

/** Sets the format in ejc.yaml, as every step does. */
export function withFormat(file: string, text: string, format: number): string {
  if (file !== 'ejc.yaml') return text
  return editYaml(text, [{ kind: 'set', path: ['schema'], value: format }], schemaStyle('config'))
}

/** All steps, in order. A step is never changed once it was in a release. */
export const formatSteps: readonly FormatStep[] = [
  {
    to: 1,
    title: 'ejc.yaml 写明数据格式',
    change: (file, text) => withFormat(file, text, 1),
  },
]
