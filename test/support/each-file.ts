import fc from 'fast-check'
import { afterAll } from 'vitest'
import { removeTemporaryFolders } from './folders.ts'

// Files of tests follow one another in one process, so that what they import is loaded once. Each leaves the process as
// it found it. This file is run anew for each of them.
// The same code has the same verdict: what is drawn by chance is drawn from one seed. Another one: `EJC_SEED=7 npm test`.
fc.configureGlobal({ seed: Number(process.env.EJC_SEED ?? 1) })

const folder = process.cwd()
const environment = { ...process.env }

afterAll(() => {
  process.chdir(folder)
  for (const name of Object.keys(process.env)) if (environment[name] === undefined) delete process.env[name]
  for (const [name, value] of Object.entries(environment))
    if (process.env[name] !== value) process.env[name] = value
  removeTemporaryFolders()
})
