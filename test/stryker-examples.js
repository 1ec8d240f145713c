/** Tells Stryker to leave the examples of a rule as they are: they are tests, and a test that changes shows nothing. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'examples',
    value: {
      shouldIgnore: (path) =>
        path.isObjectProperty() && path.node.key.name === 'examples' ? 'examples are tests' : undefined,
    },
  },
]
