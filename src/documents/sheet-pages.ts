/** How the columns of a sheet are laid on paper. */
export interface SheetPages {
  readonly paper: 'A4' | 'A3'
  readonly orientation: 'portrait' | 'landscape'
  /** How many pages stand side by side; where there are several, each begins with the columns at the left. */
  readonly across: number
  /** How many columns, which tell the rows apart, are repeated on each page. */
  readonly left: number
}

/** What fits between the margins, in points, and how wide a character is in the widest font that programs start with. */
const UPRIGHT_A4 = 537
const ACROSS_A4 = 784
const ACROSS_A3 = 1133
const CHARACTER = 6
/** Between the upper and the lower margin: of A4 across, and of A4 upright and A3 across, which are equally high. */
const LOW_PAGE = 508
const HIGH_PAGE = 755
/** Texts of 11 points are read with some effort at this scale, and not below it. */
const LEAST = 0.6
/** A few columns upright are made a little smaller rather than turned. */
const UPRIGHT_LEAST = 0.9
/** What is repeated on each page takes at most this part of it. */
const LEFT_SHARE = 0.25
/** The columns that tell a row from others: its number and its name. */
const LEFT = 2

/**
 * The smallest paper on which all columns stand side by side and can be read, at 60 % at least; where there is none, A3
 * with as few pages side by side as can be. Programs then fill these pages at the largest scale that needs no more.
 * @param widths of the columns, in characters
 */
export function pagesFor(widths: readonly number[]): SheetPages {
  const width = sumOf(widths)
  const onePage = { across: 1, left: 0 }
  if (width <= charactersOn(UPRIGHT_A4, UPRIGHT_LEAST))
    return { paper: 'A4', orientation: 'portrait', ...onePage }
  if (width <= charactersOn(ACROSS_A4, LEAST)) return { paper: 'A4', orientation: 'landscape', ...onePage }
  const room = charactersOn(ACROSS_A3, LEAST)
  const left = width <= room ? 0 : leftOf(widths, room)
  const across = pagesWithin(widths.slice(left), room - sumOf(widths.slice(0, left)))
  return { paper: 'A3', orientation: 'landscape', across, left }
}

/** The points between the upper and the lower margin. */
export function heightOf({ paper, orientation }: SheetPages): number {
  return orientation === 'landscape' && paper === 'A4' ? LOW_PAGE : HIGH_PAGE
}

function charactersOn(points: number, scale: number): number {
  return points / CHARACTER / scale
}

function leftOf(widths: readonly number[], room: number): number {
  for (let left = LEFT; left > 0; left--) if (sumOf(widths.slice(0, left)) <= room * LEFT_SHARE) return left
  return 0
}

/** How many pages of a width the columns fill, none of which is cut. */
function pagesWithin(widths: readonly number[], room: number): number {
  let [pages, filled] = [1, 0]
  for (const width of widths) {
    if (filled > 0 && filled + width > room) [pages, filled] = [pages + 1, 0]
    filled += width
  }
  return pages
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, each) => sum + each, 0)
}
