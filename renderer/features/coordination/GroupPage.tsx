import { Anchor, Button, Group, Loader, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import type { Answer } from '../../../shared/contract/api.ts'
import { GROUP_KINDS } from '../../../shared/domain/coordination.ts'
import { ALIKE_REASON } from '../../../shared/rules/common-problems.ts'
import { petitionFromScan } from '../../../shared/rules/numbering.ts'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Page } from '../../ui/Page.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { CampaignDialog, newCampaign } from './CampaignDialog.tsx'
import { GroupDialog } from './GroupDialog.tsx'
import { Facts, type Line, LineTable, Part, useNames } from './parts.tsx'
import { TextDialog } from './TextDialog.tsx'

type GroupView = Answer<'groups.open'>

/** One common problem: its petitions, what may belong to it too, and the campaign against it. */
export function GroupPage() {
  const { id } = useParams<{ id: string }>()
  const { data, error, isPending, refetch } = useDeskQuery('groups.open', { id })
  useShortcut('Escape', '返回', () => window.history.back())
  if (data === undefined)
    return (
      <Page title="共性问题">
        {isPending && <Loader aria-label="正在打开共性问题" />}
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    )
  return <OpenGroup group={data} />
}

function OpenGroup({ group }: { readonly group: GroupView }) {
  const mayWrite = useHasRole('clerk')
  const [, navigate] = useLocation()
  const [open, setOpen] = useState<'edit' | 'campaign' | null>(null)
  const [removing, setRemoving] = useState<Line | null>(null)
  const { unit, category } = useNames()
  useShortcut('E', '修改', () => setOpen('edit'), { enabled: mayWrite })
  return (
    <Page
      title={group.title}
      note={`${GROUP_KINDS[group.kind]}${group.settled ? '，已解决' : ''}`}
      actions={
        <>
          <ExportButton asked={{ list: 'group', id: group.id }} enabled={group.members > 0} />
          {mayWrite && (
            <>
              <Button variant="default" onClick={() => setOpen('edit')} title="E">
                修改
              </Button>
              <Button onClick={() => setOpen('campaign')}>开展专项治理</Button>
            </>
          )}
        </>
      }
    >
      <Facts
        rows={[
          ['内容分类', category(group.category)],
          ['主要单位', unit(group.unit)],
          ...(group.months.length === 0 ? [] : [['出现的月份', `${group.months.join('、')} 月`] as const]),
          ['研判意见', group.note === '' ? '—' : group.note],
          ['专项治理', <Campaigns key="campaigns" campaigns={group.campaigns} />],
        ]}
      />
      <Part title="归入的信访事项" note={`${group.members} 件，在办 ${group.open}`}>
        {mayWrite && <AddByNumber id={group.id} />}
        <LineTable
          label="归入的信访事项"
          empty="还没有归入信访事项。"
          rows={group.lines.map((line) => ({
            line,
            ...(mayWrite
              ? {
                  actions: (
                    <Button size="compact-sm" variant="default" onClick={() => setRemoving(line)}>
                      移出
                    </Button>
                  ),
                }
              : {}),
          }))}
        />
      </Part>
      {!group.settled && <Suggested group={group} mayWrite={mayWrite} />}
      {open === 'edit' && (
        <GroupDialog
          start={{ id: group.id, group, petitions: [] }}
          onClose={() => setOpen(null)}
          onSaved={() => {}}
        />
      )}
      {open === 'campaign' && (
        <CampaignDialog
          id={null}
          start={{
            ...newCampaign(),
            title: group.title,
            background: group.note,
            leadUnit: group.unit,
            groups: [group.id],
          }}
          onClose={() => setOpen(null)}
          onSaved={(id) => navigate(`/coordination/campaigns/${id}`)}
        />
      )}
      {removing !== null && (
        <TextDialog
          method="groups.remove"
          title={`移出共性问题：${removing.number}`}
          label="移出的原因"
          submitLabel="移出"
          path="reason"
          inputOf={(reason) => ({ id: group.id, number: removing.number, reason })}
          onClose={() => setRemoving(null)}
        />
      )}
    </Page>
  )
}

function Campaigns({ campaigns }: Pick<GroupView, 'campaigns'>) {
  if (campaigns.length === 0) return '还没有开展'
  return campaigns.map(({ id, title }) => (
    <Anchor key={id} component={Link} href={`/coordination/campaigns/${id}`}>
      {title}{' '}
    </Anchor>
  ))
}

/** A number typed or scanned. */
function AddByNumber({ id }: { readonly id: string }) {
  const add = useDeskMutation('groups.add')
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  function submit(event: FormEvent) {
    event.preventDefault()
    const number = petitionFromScan(typed)
    setProblem(number === null ? '请填写完整的信访编号，例如 ZX-2026-00012-K。' : null)
    if (number === null) return
    add.mutate({ id, petitions: [number], how: 'chosen' }, { onSuccess: () => setTyped('') })
  }

  return (
    <form onSubmit={submit} noValidate>
      <Group align="end" mb="xs">
        <TextInput
          label="按编号归入"
          placeholder="信访编号"
          w={260}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={problem}
        />
        <Button type="submit" variant="default" loading={add.isPending}>
          归入
        </Button>
      </Group>
      <Failure error={add.error} />
    </form>
  )
}

function Suggested({ group, mayWrite }: { readonly group: GroupView; readonly mayWrite: boolean }) {
  const add = useDeskMutation('groups.add')
  const refuse = useDeskMutation('groups.refuse')
  const { id, suggested } = group
  const alike = suggested.filter(({ why }) => why.includes(ALIKE_REASON)).map(({ line }) => line.number)
  return (
    <Part
      title="可能也属于它"
      note="按分类、单位、内容和时节提出，由人认定"
      actions={
        mayWrite &&
        alike.length > 1 && (
          <Button
            variant="default"
            loading={add.isPending}
            onClick={() => add.mutate({ id, petitions: alike, how: 'suggested' })}
          >
            相似的 {alike.length} 件全部归入
          </Button>
        )
      }
    >
      <Failure error={add.error ?? refuse.error} />
      <LineTable
        label="可能也属于它"
        saysHead="理由"
        empty="没有可以提出的事项。"
        rows={suggested.map(({ line, why }) => ({
          line,
          says: why.join('、'),
          ...(mayWrite
            ? {
                actions: (
                  <Group gap={6} wrap="nowrap">
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() => add.mutate({ id, petitions: [line.number], how: 'suggested' })}
                    >
                      归入
                    </Button>
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      onClick={() => refuse.mutate({ id, petitions: [line.number] })}
                    >
                      不是
                    </Button>
                  </Group>
                ),
              }
            : {}),
        }))}
      />
    </Part>
  )
}
