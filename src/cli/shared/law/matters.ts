import type { Matter } from '../../../core/regulation/cite.ts'
import { isMatter, matterTitles } from '../../../core/regulation/matters.ts'

/** Every matter of the law that ejc knows, in the order of the text. */
export const matters: readonly Matter[] = Object.keys(matterTitles).filter(isMatter)
