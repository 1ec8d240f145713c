import { afterAll } from 'vitest'
import { removeTemporaryFolders } from './folders.ts'

// Files of tests follow one another in one process, so that what they import is loaded once. Each leaves the process as
// it found it. This file is run anew for each of them.
const folder = process.cwd()
const environment = { ...process.env }

afterAll(() => {
  process.chdir(folder)
  for (const name of Object.keys(process.env)) if (environment[name] === undefined) delete process.env[name]
  for (const [name, value] of Object.entries(environment))
    if (process.env[name] !== value) process.env[name] = value
  removeTemporaryFolders()
})
