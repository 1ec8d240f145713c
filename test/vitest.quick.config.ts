import { mergeConfig } from 'vitest/config'
import { slowPatterns } from './slow.ts'
import all from './vitest.config.ts'

/** What `npm test` runs: everything but the tests that take long. */
export default mergeConfig(all, { test: { exclude: slowPatterns } })
