import { editAsync, LaunchEditorError } from '@inquirer/external-editor'

/** A text as the officer's editor left it, without empty lines at its end; undefined where no editor can be started. */
export async function editedText(text: string): Promise<string | undefined> {
  try {
    return (await editAsync(text, { postfix: '.txt', mode: 0o600 })).replace(/\r\n?/g, '\n').trimEnd()
  } catch (error) {
    if (error instanceof LaunchEditorError) return undefined
    throw error
  }
}
