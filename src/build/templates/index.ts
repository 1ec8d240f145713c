import { mkdirSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type Document, Packer } from 'docx'
import { openPackage, packPackage } from '../../documents/package.ts'
import { withFixedTimes } from '../../documents/sheet.ts'
import { withWholeNumbers } from '../../documents/whole-numbers.ts'
import { templates as found } from '../../generated/templates.ts'
import { fontTable, offGrid } from './styles.ts'

/** What makes the template of each form, by its id: the name of the file in `templates/`. */
export const templates: Readonly<Record<string, () => Document>> = found

/** The bytes of a template, the same on each build. */
export const build = async (form: () => Document): Promise<Uint8Array> => {
  const parts = openPackage(new Uint8Array(await Packer.toBuffer(form())), '模板')
  const text = (path: string) => new TextDecoder().decode(parts.get(path))
  const core = withFixedTimes(text('docProps/core.xml'))
  parts.set('docProps/core.xml', new TextEncoder().encode(core))
  parts.set('word/styles.xml', new TextEncoder().encode(withWholeNumbers(offGrid(text('word/styles.xml')))))
  parts.set('word/fontTable.xml', new TextEncoder().encode(fontTable()))
  return packPackage(parts)
}

const main = async (): Promise<void> => {
  mkdirSync('templates', { recursive: true })
  for (const [id, form] of Object.entries(templates)) writeFileSync(`templates/${id}.docx`, await build(form))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
