/**
 * Says of the Latin letters and figures in Normal that they are English: as Chinese, LibreOffice breaks a number, a year
 * or a telephone number in two at the end of a line. The document itself is Chinese, so its PDF says so.
 * @param xml `word/styles.xml`
 */
export const withWholeNumbers = (xml: string): string =>
  xml.replace(
    /(<w:style [^>]*w:styleId="Normal"[^>]*><w:name w:val="Normal"\/>(?:<w:qFormat\/>)?)/,
    '$1<w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>',
  )
