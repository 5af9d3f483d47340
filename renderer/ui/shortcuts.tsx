import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Keys } from './key-names.ts'
import { createShortcutRegistry, type Shortcut, type ShortcutRegistry } from './shortcut-registry.ts'

const RegistryContext = createContext<ShortcutRegistry>(createShortcutRegistry())
const LayerContext = createContext(0)

/** Around the whole window: the one place that listens to keys. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(createShortcutRegistry)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      registry.press(event)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [registry])
  return <RegistryContext value={registry}>{children}</RegistryContext>
}

/** While mounted, only the shortcuts inside it work; `Dialog` puts itself into one. */
export function ShortcutLayer({ children }: { children: ReactNode }) {
  const registry = useContext(RegistryContext)
  const layer = useContext(LayerContext) + 1
  useEffect(() => registry.openLayer(layer), [registry, layer])
  return <LayerContext value={layer}>{children}</LayerContext>
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
  const layer = useContext(LayerContext)
  const run = useEffectEvent(action)
  useEffect(() => {
    if (!enabled) return undefined
    return registry.add({ keys, label, action: () => run(), layer, everywhere })
  }, [registry, keys, label, layer, enabled, everywhere])
}

/** What works now, for the help and the palette. */
export function useActiveShortcuts(): readonly Shortcut[] {
  const registry = useContext(RegistryContext)
  return useSyncExternalStore(registry.subscribe, registry.active)
}
