import { Button, Group, List, Loader, NumberInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Dialog } from '../Dialog.tsx'
import { Failure } from '../Failure.tsx'
import { useShortcut } from '../shortcuts.tsx'
import { howToGet } from './missing-papers.ts'
import type { StepDialogProps } from './step-dialog-props.ts'

/** 归档: what the file holds and lacks, then its 档号. */
export function ArchiveDialog(props: StepDialogProps) {
  return (
    <Dialog opened onClose={props.onClose} title="归档" size="lg">
      <ArchiveForm {...props} />
    </Dialog>
  )
}

function ArchiveForm({ petition, onClose, onDone }: StepDialogProps) {
  const filed = useDeskQuery('petitions.filed', { number: petition.number }, { fresh: true })
  const archive = useDeskMutation('petitions.archive')
  const [archived, setArchived] = useState<StepDialogProps['petition'] | null>(null)
  const [pages, setPages] = useState<number | null>(null)
  const complete = filed.data !== undefined && filed.data.refusal === null

  async function send() {
    try {
      setArchived(await archive.mutateAsync({ number: petition.number, pages }))
    } catch {
      // Shown below from `error`.
    }
  }

  useShortcut(
    'Ctrl+Enter',
    archived === null ? '归档' : '知道了',
    archived === null ? () => void send() : () => onDone(archived),
    {
      enabled: archived !== null || (complete && !archive.isPending),
    },
  )

  if (archived !== null) return <Archived petition={archived} onDone={() => onDone(archived)} />
  return (
    <Stack gap="sm">
      <Failure error={archive.error ?? filed.error} />
      {filed.isPending && <Loader aria-label="正在核对归档材料" />}
      {filed.data !== undefined && <Papers filed={filed.data} />}
      {complete && (
        <NumberInput
          label="卷内页数"
          description="写入归档文件目录；没有数过可以不填。"
          w={200}
          min={1}
          max={9999}
          allowDecimal={false}
          value={pages ?? ''}
          onChange={(value) => setPages(typeof value === 'number' ? value : null)}
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} title="Esc" autoFocus={!complete}>
          返回
        </Button>
        <Button
          key={String(complete)}
          autoFocus={complete}
          loading={archive.isPending}
          disabled={!complete}
          onClick={() => void send()}
          title="Ctrl+回车"
        >
          归档
        </Button>
      </Group>
    </Stack>
  )
}

function Papers({ filed: { papers, retention, refusal } }: { readonly filed: Answer<'petitions.filed'> }) {
  return (
    <>
      <List listStyleType="none" aria-label="归档材料">
        {papers.map(({ name, there }) => (
          <List.Item key={name}>
            {there ? '✓' : '缺'} {name}
            {!there && (
              <Text span c="dimmed">
                　{howToGet(name)}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
      <Text>保管期限：{retention}</Text>
      {refusal === null ? (
        <Text c="dimmed">材料齐全。归档时取得档号，之后不能再更正，只能备注。</Text>
      ) : (
        <Text role="alert">{refusal}</Text>
      )}
    </>
  )
}

function Archived({
  petition,
  onDone,
}: {
  readonly petition: StepDialogProps['petition']
  readonly onDone: () => void
}) {
  const { archive } = petition.followUp
  return (
    <Stack gap="sm">
      <Text role="status">
        已归档，档号 <strong>{archive?.number}</strong>，保管期限{archive?.retention}
        。请把档号写在卷内文件首页。
      </Text>
      <Group justify="flex-end">
        <Button autoFocus onClick={onDone} title="Ctrl+回车">
          知道了
        </Button>
      </Group>
    </Stack>
  )
}
