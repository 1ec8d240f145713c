/** Names of devices, with any extension. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i

/** Characters that no file name holds on Windows; slashes separate names everywhere. */
export const illegalOnWindows = /[<>:"/\\|?*]/g

/** Whether the name is that of a device on Windows, which no file can have. */
export function isDeviceName(name: string): boolean {
  return reserved.test(name)
}

/** Whether a file on Windows can have this name: not the name of a device, and no dot or blank at the end. */
export function isLegalOnWindows(name: string): boolean {
  return name.search(illegalOnWindows) < 0 && !/[. ]$/.test(name) && !isDeviceName(name)
}
