/** Names of devices, whatever comes behind a dot. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i

/** What no name of a file holds on Windows; slashes part names everywhere. */
export const illegalOnWindows = /[<>:"/\\|?*]/g

/** Whether the name is that of a device on Windows, and so of no file there. */
export function isDeviceName(name: string): boolean {
  return reserved.test(name)
}

/** Whether Windows has files of this name: it knows devices by names, and leaves dots and blanks at the end out. */
export function isLegalOnWindows(name: string): boolean {
  return name.search(illegalOnWindows) < 0 && !/[. ]$/.test(name) && !isDeviceName(name)
}
