const wordFile = /\.(?:docx?|docm|dotx|wps)$/iu

/** Whether a path is that of a Word file. */
export function isWordFile(path: string): boolean {
  return wordFile.test(path)
}
