import { afterAgreement } from './after-agreement.ts'
import { untilAgreement } from './until-agreement.ts'
import type { Word } from './word.ts'

/**
 * The words of the field, in the order of the proceedings; figures stand in the regulation pack and are put in from
 * there.
 */
export const glossary: readonly Word[] = [...untilAgreement, ...afterAgreement]
