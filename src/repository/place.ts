import type { FileProblem } from './check.ts'
import type { RawDocument } from './repository.ts'
import { type Position, type Positions, positionsIn } from './yaml/position.ts'

/** Finds the line and column (1-based) of paths in files; each file is parsed at most once. */
export function createPlaces(): {
  of(raw: RawDocument | undefined, path: FileProblem['path'], position?: FileProblem['position']): Position
} {
  const known = new Map<string, Positions>()
  return {
    of(raw, path, position = 'value') {
      if (!raw?.result.ok) return { line: 1, column: 1 }
      const positions = known.get(raw.file) ?? positionsIn(raw.text())
      known.set(raw.file, positions)
      return position === 'key' ? positions.ofKey(path) : positions.of(path)
    },
  }
}

/** The position of a problem in its file: as the reader told it, else by its path. */
export function placeOfProblem(problem: FileProblem, raw: RawDocument | undefined): Position {
  return problem.line ?? createPlaces().of(raw, problem.path, problem.position)
}
