import type { Sent } from '../../../shared/contract/api.ts'
import type { Settings } from '../../../shared/domain/catalogue.ts'

export type SettingsProps = {
  readonly value: Settings
  readonly onChange: (part: Partial<Settings>) => void
  readonly errorAt: (path: string) => string | undefined
}

/** Only the settings that differ: each change is an entry of its own in the journal. */
export function changedSettings(before: Settings, after: Settings): Sent<'settings.save'> {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([key, value]) => JSON.stringify(Reflect.get(before, key)) !== JSON.stringify(value),
    ),
  )
}
