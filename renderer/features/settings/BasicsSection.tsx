import { Button, Group, Loader, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Settings } from '../../../shared/domain/catalogue.ts'
import { Failure } from '../../ui/Failure.tsx'
import { ProblemSummary } from '../../ui/ProblemSummary.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { useCatalogue } from '../../ui/use-catalogue.ts'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import { classes } from './classes.ts'
import { DeadlineFields } from './DeadlineFields.tsx'
import { NoticeFields } from './NoticeFields.tsx'
import { ReceptionFields } from './ReceptionFields.tsx'
import { changedSettings, type SettingsProps } from './settings-form.ts'

/** 基本设置: reception, deadlines and warnings, notices and retention. */
export function BasicsSection() {
  const { settings } = useCatalogue()
  return settings === null ? <Loader aria-label="正在打开设置" /> : <BasicsForm settings={settings} />
}

function BasicsForm({ settings }: { readonly settings: Settings }) {
  const { form, send, busy, error, problems, errorAt } = useCheckedCall('settings.save')
  const [edited, setEdited] = useState<Partial<Settings>>({})
  const [saved, setSaved] = useState(false)
  const value = { ...settings, ...edited }
  const changed = changedSettings(settings, value)
  const dirty = Object.keys(changed).length > 0

  const fields: SettingsProps = {
    value,
    onChange: (part) => {
      setSaved(false)
      setEdited({ ...edited, ...part })
    },
    errorAt,
  }

  async function save() {
    if (!dirty || (await send(changed)) === null) return
    setEdited({})
    setSaved(true)
  }

  useShortcut('Ctrl+S', '保存基本设置', () => void save(), { enabled: !busy })

  return (
    <form
      ref={form}
      noValidate
      className={classes['form']}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save()
      }}
    >
      <ProblemSummary problems={problems} />
      <Failure error={error} />
      <ReceptionFields {...fields} />
      <DeadlineFields {...fields} />
      <NoticeFields {...fields} />
      <Group className={classes['foot'] ?? ''}>
        <Button type="submit" loading={busy} disabled={!dirty} title="Ctrl+S">
          保存设置
        </Button>
        <Button variant="default" disabled={!dirty} onClick={() => setEdited({})}>
          放弃改动
        </Button>
        <Text role="status" c="dimmed">
          {saved ? '设置已保存，立即生效。' : dirty ? '有改动还没有保存。' : ''}
        </Text>
      </Group>
    </form>
  )
}
