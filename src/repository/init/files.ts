import type { ConfigDocument } from '../../core/facts/documents.ts'
import type { Lists } from '../../core/schema/choices.ts'
import { schemaStyle } from '../yaml/style.ts'
import { editYaml } from '../yaml/write.ts'
import { editorSchemas } from './schemas.ts'
import { fixedFiles } from './texts.ts'

/** Every file of a new case repository: its relative path and its text. */
export function filesOf(config: ConfigDocument, lists: Lists): Map<string, string> {
  return new Map([['ejc.yaml', configText(config)], ...fixedFiles, ...editorSchemas(lists)])
}

function configText(config: ConfigDocument): string {
  const edits = Object.entries(config).map(([key, value]) => ({ kind: 'set', path: [key], value }) as const)
  return editYaml(undefined, edits, {
    header: 'yaml-language-server: $schema=schemas/config.schema.json',
    ...schemaStyle('config'),
  })
}
