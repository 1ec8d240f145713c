import { defineConfig } from 'vitest/config'
import { slowPatterns } from './slow.ts'
import all from './vitest.config.ts'

/** What `npm run test:slow` runs. */
export default defineConfig({ ...all, test: { ...all.test, include: slowPatterns } })
