const paperFile = /\.(?:docx?|docm|dotx|wps|odt|rtf|pdf)$/iu

/** Whether a path is that of a paper whose text can be read: a Word file, a PDF, or what LibreOffice opens. */
export function isPaperFile(path: string): boolean {
  return paperFile.test(path)
}
