import type { Row, Rows } from './sheet.ts'

/** Walks through rows in portions, whatever the pages they come in. */
export type RowCursor = {
  /** The next rows, at most so many; none at the end. */
  take(most: number): Promise<readonly Row[]>
  more(): Promise<boolean>
  /** Lets go of what has not been read. */
  close(): Promise<void>
}

export function cursorOf(rows: Rows): RowCursor {
  const pages = pagesOf(rows)
  let page: readonly Row[] = []
  let at = 0
  let ended = false
  async function more() {
    while (!ended && at >= page.length) {
      const next = await pages.next()
      ended = next.done === true
      page = next.done === true ? [] : next.value
      at = 0
    }
    return !ended
  }
  return {
    more,
    take: async (most) => {
      if (!(await more())) return []
      const taken = page.slice(at, at + most)
      at += taken.length
      return taken
    },
    close: async () => {
      await pages.return(undefined)
    },
  }
}

async function* pagesOf(rows: Rows): AsyncGenerator<readonly Row[]> {
  if (Symbol.asyncIterator in rows) yield* rows
  else yield rows
}
