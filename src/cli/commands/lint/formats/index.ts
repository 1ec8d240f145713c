import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { junit } from './junit.ts'
import type { Format } from './report.ts'
import { sarif } from './sarif.ts'

/** The formats of `ejc lint` that other programs read; pretty and json are the program's own. */
export const lintFormats: Readonly<Record<string, Format>> = { sarif, github, gitlab, junit }
