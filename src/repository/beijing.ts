const OFFSET_MS = 8 * 60 * 60 * 1000

/**
 * Day and time in Beijing, wherever the program runs, since the law counts days in Beijing: 2026-03-02 09:30. China has
 * no summer time. A text that is no instant stays as it is.
 * @param instant ISO 8601 with its zone
 */
export function beijingTime(instant: string): string {
  const at = Date.parse(instant)
  if (Number.isNaN(at)) return instant
  const there = new Date(at + OFFSET_MS).toISOString()
  return there.slice(0, 'YYYY-MM-DDTHH:mm'.length).replace('T', ' ')
}
