import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { strToU8 } from 'fflate'
import { JOINER } from '../core/schema/hidden.ts'
import { DocumentError } from './error.ts'
import { contentPaths, openPackage, packPackage, partText } from './package.ts'

const hyphen = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'

/** A hyphen with a word joiner, which has no width. */
const wholeHyphen = `-${JOINER}`

/**
 * The file that LibreOffice is given for a paper: it breaks a telephone number even after the hyphen that Word and WPS
 * do not break, and prints that hyphen twice; a word joiner it keeps to.
 * @returns the file itself where it holds no such hyphen, else a copy in the folder
 */
export const officeCopy = (file: string, folder: string): string => {
  if (!/\.docx$/iu.test(file)) return file
  try {
    const parts = openPackage(readFileSync(file), basename(file))
    const paths = contentPaths(parts).filter((path) => partText(parts, path).includes(hyphen))
    if (!paths.length) return file
    for (const path of paths) parts.set(path, strToU8(partText(parts, path).replaceAll(hyphen, wholeHyphen)))
    const copy = join(folder, basename(file))
    writeFileSync(copy, packPackage(parts))
    return copy
  } catch (error) {
    // What is no Word file after all is for LibreOffice to refuse.
    if (error instanceof DocumentError) return file
    throw error
  }
}
