import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { isPlainKey, type Keys, keysOf } from './key-names.ts'
import { createShortcutRegistry, type Shortcut, type ShortcutRegistry } from './shortcut-registry.ts'

const RegistryContext = createContext<ShortcutRegistry>(createShortcutRegistry())
const PlaceContext = createContext({ layer: 0, depth: 0 })

/** Around the whole window: the one place that listens to keys. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(createShortcutRegistry)
  useEffect(() => {
    // Esc belongs to what was open when it was pressed, not to what stands there once that has closed.
    let escape: Shortcut | undefined
    // Ctrl+Enter must save also while a list is open that would take the Enter; plain keys come after everybody.
    const pressFirst = (event: KeyboardEvent) => {
      if (event.key === 'Escape') escape = registry.meant(event)
      if (!isPlainKey(keysOf(event)) && event.key !== 'Escape' && registry.press(event))
        event.stopPropagation()
    }
    const pressLast = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && registry.meant(event) !== escape) return
      if (isPlainKey(keysOf(event)) || event.key === 'Escape') registry.press(event)
    }
    window.addEventListener('keydown', pressFirst, { capture: true })
    window.addEventListener('keydown', pressLast)
    return () => {
      window.removeEventListener('keydown', pressFirst, { capture: true })
      window.removeEventListener('keydown', pressLast)
    }
  }, [registry])
  return <RegistryContext value={registry}>{children}</RegistryContext>
}

/** While mounted, only the shortcuts inside it work; `Dialog` puts itself into one. */
export function ShortcutLayer({ children }: { children: ReactNode }) {
  const registry = useContext(RegistryContext)
  const { layer, depth } = useContext(PlaceContext)
  const inside = useMemo(() => ({ layer: layer + 1, depth: depth + 1 }), [layer, depth])
  useEffect(() => registry.openLayer(inside.layer), [registry, inside])
  return <PlaceContext value={inside}>{children}</PlaceContext>
}

/** Around a page: its meaning of a key comes before that of the frame around it. */
export function ShortcutScope({ children }: { children: ReactNode }) {
  const { layer, depth } = useContext(PlaceContext)
  const inside = useMemo(() => ({ layer, depth: depth + 1 }), [layer, depth])
  return <PlaceContext value={inside}>{children}</PlaceContext>
}

type Options = { readonly enabled?: boolean; readonly everywhere?: boolean }

/**
 * A key of this page or dialog, listed on F1 and found by Ctrl+K under its label.
 * Single letters and arrows do not fire while text is typed, nothing fires while an input method composes.
 */
export function useShortcut(
  keys: Keys,
  label: string,
  action: () => void,
  { enabled = true, everywhere = false }: Options = {},
): void {
  const registry = useContext(RegistryContext)
  const { layer, depth } = useContext(PlaceContext)
  const run = useEffectEvent(action)
  useEffect(() => {
    if (!enabled) return undefined
    return registry.add({ keys, label, action: () => run(), layer, depth, everywhere })
  }, [registry, keys, label, layer, depth, enabled, everywhere])
}

/** What works now, for the help and the palette. */
export function useActiveShortcuts(): readonly Shortcut[] {
  const registry = useContext(RegistryContext)
  return useSyncExternalStore(registry.subscribe, registry.active)
}
