import { mkdirSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type Document, Packer } from 'docx'
import { openPackage, packPackage } from '../../documents/package.ts'
import { templates as found } from '../../generated/templates.ts'
import { fontTable, offGrid } from './styles.ts'

/** What makes the template of each form, by its id: the name of the file in `templates/`. */
export const templates: Readonly<Record<string, () => Document>> = found

/** A fixed moment stands for that of making, so that building again gives the same bytes. */
const made = '2025-01-01T00:00:00Z'

/** The bytes of a template, the same on each build. */
export const build = async (form: () => Document): Promise<Uint8Array> => {
  const parts = openPackage(new Uint8Array(await Packer.toBuffer(form())), '模板')
  const text = (path: string) => new TextDecoder().decode(parts.get(path))
  const core = text('docProps/core.xml').replace(/>\d{4}-\d\d-\d\dT[^<]*</g, `>${made}<`)
  parts.set('docProps/core.xml', new TextEncoder().encode(core))
  parts.set('word/styles.xml', new TextEncoder().encode(offGrid(text('word/styles.xml'))))
  parts.set('word/fontTable.xml', new TextEncoder().encode(fontTable()))
  return packPackage(parts)
}

const main = async (): Promise<void> => {
  mkdirSync('templates', { recursive: true })
  for (const [id, form] of Object.entries(templates)) writeFileSync(`templates/${id}.docx`, await build(form))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
