/** What is used of the library that reads and writes ledgers: so the build leaves out the rest. */
export { parseCsv, read, readXls, writeXlsx } from 'hucre'
