/** What is used of the library that reads PDFs: so the build leaves out the rest. */
export { PDF, PdfDict, PdfName, PdfRef } from '@libpdf/core'
