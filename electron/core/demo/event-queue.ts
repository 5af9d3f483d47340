/** What is to happen later, earliest first; of two at the same moment the one planned first. */
export type EventQueue<T> = {
  add(at: number, event: T): void
  first(): { readonly at: number; readonly event: T } | undefined
  take(): void
}

type Planned<T> = { readonly at: number; readonly order: number; readonly event: T }

/** A binary heap: a large store has tens of thousands of events waiting. */
export function createEventQueue<T>(): EventQueue<T> {
  const heap: Planned<T>[] = []
  let planned = 0
  const isBefore = (a: number, b: number): boolean => {
    const [left, right] = [heap[a], heap[b]]
    if (!left || !right) return left !== undefined
    return left.at < right.at || (left.at === right.at && left.order < right.order)
  }
  const swap = (a: number, b: number) => {
    const [left, right] = [heap[a], heap[b]]
    if (!left || !right) return
    heap[a] = right
    heap[b] = left
  }
  return {
    add: (at, event) => {
      heap.push({ at, order: planned, event })
      planned += 1
      for (let child = heap.length - 1; child > 0; ) {
        const parent = (child - 1) >> 1
        if (!isBefore(child, parent)) return
        swap(child, parent)
        child = parent
      }
    },
    first: () => heap[0],
    take: () => {
      const last = heap.pop()
      if (!last || heap.length === 0) return
      heap[0] = last
      for (let parent = 0; ; ) {
        const [left, right] = [2 * parent + 1, 2 * parent + 2]
        const smaller = isBefore(right, left) ? right : left
        if (!isBefore(smaller, parent)) return
        swap(smaller, parent)
        parent = smaller
      }
    },
  }
}
