import { Button, Group, Loader, NumberInput, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type Retention, retentionSchema } from '../../../shared/domain/catalogue.ts'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { PreviewFrame } from '../../ui/paper/PreviewFrame.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'

type Props = {
  /** The year to begin with. */
  readonly year: number
  readonly onClose: () => void
  readonly onIssued: (id: string) => void
}

/** 归档文件目录 of a year and a 保管期限, seen before it is issued. */
export function VolumeDialog(props: Props) {
  return (
    <Dialog opened onClose={props.onClose} title="归档文件目录" size={900}>
      <VolumeForm {...props} />
    </Dialog>
  )
}

function VolumeForm({ year: first, onClose, onIssued }: Props) {
  const [year, setYear] = useState<number | string>(first)
  const [retention, setRetention] = useState<Retention>('30年')
  const volume = { year: Number(year), retention }
  const complete = typeof year === 'number' && year >= 2000 && year <= 2999
  const preview = useDeskQuery('volumes.preview', volume, { enabled: complete, keep: true })
  const issue = useDeskMutation('volumes.issue')
  const items = preview.data?.items ?? 0

  async function send() {
    try {
      onIssued((await issue.mutateAsync(volume)).id)
    } catch {
      // Shown below from `error`.
    }
  }

  const ready = complete && items > 0 && !issue.isPending
  useShortcut('Ctrl+Enter', '印发', () => void send(), { enabled: ready })

  return (
    <Stack gap="sm">
      <Group justify="space-between" align="end">
        <Group align="end">
          <NumberInput
            data-autofocus
            label="年度"
            w={120}
            min={2000}
            max={2999}
            hideControls
            value={year}
            onChange={setYear}
          />
          <Select
            label="保管期限"
            w={140}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            data={[...retentionSchema.options]}
            value={retention}
            onChange={(value) => setRetention(retentionSchema.parse(value))}
          />
        </Group>
        <Group gap="xs">
          <Button variant="default" onClick={onClose} title="Esc">
            返回
          </Button>
          <ExportButton asked={{ list: 'volume', ...volume }} enabled={complete && items > 0} />
          <Button onClick={() => void send()} loading={issue.isPending} disabled={!ready} title="Ctrl+回车">
            印发
          </Button>
        </Group>
      </Group>
      <Failure error={issue.error ?? preview.error} listFields />
      {complete && preview.isPending && <Loader aria-label="正在准备预览" />}
      {preview.data !== undefined && items === 0 && (
        <Text c="dimmed">
          {volume.year}年没有保管期限为{retention}的归档事项。事项办结并归档后，就会列入当年的目录。
        </Text>
      )}
      {preview.data !== undefined && items > 0 && (
        <PreviewFrame preview={preview.data} says={`共 ${items} 件，尚未印发。`} />
      )}
    </Stack>
  )
}
