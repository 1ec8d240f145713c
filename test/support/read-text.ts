import { openPackage, partText } from '../../src/documents/package.ts'
import { paragraphsOf, paragraphText } from '../../src/documents/paragraphs.ts'
import { parseXml } from '../../src/documents/xml.ts'

/**
 * The paragraphs of a document in reading order, table cells and text boxes included, headers and footers not.
 * Tabs and line breaks stand as `\t` and `\n`; tracked deletions are left out.
 * @throws DocumentError when it is no .docx
 */
export const readText = async (docx: Uint8Array): Promise<string[]> => {
  const root = parseXml(partText(openPackage(docx, '文档'), 'word/document.xml'), '文档')
  return paragraphsOf(root)
    .filter(({ ancestors }) => !ancestors.some((ancestor) => ancestor.name === 'mc:Fallback'))
    .map(({ element }) => paragraphText(element))
}
