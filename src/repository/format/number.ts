/**
 * The format of the data that this ejc reads and writes; `schema` in ejc.yaml says that of a repository. It grows by one
 * where an older ejc could no longer read what a newer one writes: see docs/versions.md.
 */
export const DATA_FORMAT = 1

/** The format of what `--json` prints. */
export const OUTPUT_FORMAT = 1
