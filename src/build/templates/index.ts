import { mkdirSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type Document, Packer } from 'docx'
import { openPackage, packPackage } from '../../documents/package.ts'
import { agreement } from './agreement.ts'
import { confirmationApplication } from './confirmation-application.ts'
import { consultationNotice } from './consultation-notice.ts'
import { enforcementApplication } from './enforcement-application.ts'
import { initiationRegister } from './initiation-register.ts'
import { investigationRegister } from './investigation-register.ts'
import { fontTable, offGrid } from './styles.ts'
import { terminationRegister } from './termination-register.ts'

/** Every form, by its id: the name of its file in `templates/`. */
export const forms: Readonly<Record<string, () => Document>> = {
  'initiation-register': initiationRegister,
  'investigation-register': investigationRegister,
  'termination-register': terminationRegister,
  'consultation-notice': consultationNotice,
  agreement,
  'confirmation-application': confirmationApplication,
  'enforcement-application': enforcementApplication,
}

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
  for (const [id, form] of Object.entries(forms)) writeFileSync(`templates/${id}.docx`, await build(form))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
