const PAPER = /\.(?:docx?|docm|dotx|wps|odt|rtf|pdf)$/iu
const OTHER_FORMAT = /\.(?:doc|wps|odt|rtf)$/iu

/** Whether a path is that of a paper whose text can be read: a Word file, a PDF, or what LibreOffice opens. */
export function isPaperFile(path: string): boolean {
  return PAPER.test(path)
}

/** Whether LibreOffice must make a Word file of it first. */
export function needsOffice(path: string): boolean {
  return OTHER_FORMAT.test(path)
}
