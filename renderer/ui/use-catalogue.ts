import type { Answer } from '../../shared/contract/api.ts'
import { useDeskQuery } from '../bridge/use-desk-query.ts'

export type CatalogueView = Answer<'catalogue.read'>

const NONE: Omit<CatalogueView, 'settings'> = { units: [], channels: [], categories: [], leaders: [] }

/** Units, channels, categories and leaders, empty until they are there; `settings` is then null. */
export function useCatalogue() {
  const { data } = useDeskQuery('catalogue.read', undefined)
  return data ?? { ...NONE, settings: null }
}

export function nameOfCode(
  list: readonly { readonly code: string; readonly name: string }[],
  code: string,
): string {
  return list.find((item) => item.code === code)?.name ?? code
}
