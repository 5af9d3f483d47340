import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Material, Petitioner } from '../../../shared/domain/visit.ts'
import { problemOfField } from './check-entry.ts'
import type { EntryStore } from './entry-store.ts'
import {
  BLANK_MATERIAL,
  BLANK_PERSON,
  BLANK_PETITION,
  type PetitionEntry,
  type VisitEntry,
} from './visit-entry.ts'

const StoreContext = createContext<EntryStore | null>(null)
export const EntryProvider = StoreContext.Provider

export function useEntryStore(): EntryStore {
  const store = useContext(StoreContext)
  if (store === null) throw new Error('outside EntryProvider')
  return store
}

/** Draws again only when what it reads has changed; `read` must give the same thing for the same entry. */
export function useEntry<T>(read: (entry: VisitEntry) => T): T {
  const store = useEntryStore()
  return useSyncExternalStore(store.subscribe, () => read(store.get()))
}

/** One field of the form: its value, how to change it, what is wrong with it, and where it stands. */
export type Field<T> = {
  readonly path: string
  readonly value: T
  readonly set: (value: T) => void
  /** When the field is left: says what is wrong with what was typed. */
  readonly check: () => void
  readonly error: string | null
}

function useField<T>(
  path: string,
  read: (entry: VisitEntry) => T,
  write: (entry: VisitEntry, value: T) => VisitEntry,
): Field<T> {
  const store = useEntryStore()
  const value = useEntry(read)
  const error = useSyncExternalStore(store.subscribe, () => store.problemAt(path))
  return {
    path,
    value,
    set(next) {
      store.update((entry) => write(entry, next))
      // A field that was wrong says so only as long as it is.
      if (store.problemAt(path) !== null) store.setProblemAt(path, problemOfField(store.get(), path))
    },
    check: () => store.setProblemAt(path, problemOfField(store.get(), path)),
    error,
  }
}

export function useVisitField<K extends keyof VisitEntry>(key: K): Field<VisitEntry[K]> {
  return useField(
    key,
    (entry) => entry[key],
    (entry, value) => ({ ...entry, [key]: value }),
  )
}

export function usePersonField<K extends keyof Petitioner>(index: number, key: K): Field<Petitioner[K]> {
  return useField(
    `petitioners.${index}.${key}`,
    (entry) => (entry.petitioners[index] ?? BLANK_PERSON)[key],
    (entry, value) => ({
      ...entry,
      petitioners: entry.petitioners.map((person, at) =>
        at === index ? { ...person, [key]: value } : person,
      ),
    }),
  )
}

export function usePetitionField<K extends keyof PetitionEntry>(
  index: number,
  key: K,
): Field<PetitionEntry[K]> {
  return useField(
    `petitions.${index}.${key}`,
    (entry) => (entry.petitions[index] ?? BLANK_PETITION)[key],
    (entry, value) => ({
      ...entry,
      petitions: entry.petitions.map((petition, at) =>
        at === index ? { ...petition, [key]: value } : petition,
      ),
    }),
  )
}

export function useMaterialField<K extends keyof Material>(index: number, key: K): Field<Material[K]> {
  return useField(
    `materials.${index}.${key}`,
    (entry) => (entry.materials[index] ?? BLANK_MATERIAL)[key],
    (entry, value) => ({
      ...entry,
      materials: entry.materials.map((material, at) =>
        at === index ? { ...material, [key]: value } : material,
      ),
    }),
  )
}
