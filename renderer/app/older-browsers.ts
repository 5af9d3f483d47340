/** What the oldest browsers of domestic desktops (Chromium 109) lack and the window uses. */
export function addMissingArrayMethods(prototype: object): void {
  const missing = {
    toSorted(this: readonly unknown[], compare?: (a: unknown, b: unknown) => number) {
      return [...this].sort(compare)
    },
    toReversed(this: readonly unknown[]) {
      const copy = [...this]
      // oxlint-disable-next-line unicorn/no-array-reverse
      return copy.reverse()
    },
    toSpliced(this: readonly unknown[], start: number, deleted: number, ...items: readonly unknown[]) {
      const copy = [...this]
      copy.splice(start, deleted, ...items)
      return copy
    },
  }
  for (const [name, value] of Object.entries(missing)) {
    if (!(name in prototype))
      Object.defineProperty(prototype, name, { value, writable: true, configurable: true })
  }
}
