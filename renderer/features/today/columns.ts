/** First line of the column so many steps from the one that has the focus; empty columns are passed over. */
export function neighbouringColumn(root: HTMLElement | null, step: number): HTMLElement | null {
  const columns = [...(root?.querySelectorAll('[data-column]') ?? [])].filter(
    (column) => column.querySelector('li button') !== null,
  )
  const at = columns.findIndex((column) => column.contains(document.activeElement))
  const next = columns[at < 0 ? 0 : Math.max(0, Math.min(columns.length - 1, at + step))]
  return next?.querySelector<HTMLElement>('li button') ?? null
}
