import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { Answer } from '../../../shared/contract/api.ts'
import { useSession } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Page } from '../../ui/Page.tsx'
import { DocumentDialog } from '../../ui/paper/DocumentDialog.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { NextStep } from '../../ui/steps/NextStep.tsx'
import { useCatalogue } from '../../ui/use-catalogue.ts'
import { ShortForm } from './ShortForm.tsx'
import { blankEntry, readShortDraft, type ShortEntry } from './short-entry.ts'

/** Where calls come in: the channel the form begins with when none was asked for. */
const HOTLINE = 'JSRX'

type Typing = { readonly id: string; readonly entry: ShortEntry }
type Registered = Answer<'channels.register'>

/** 快速登记: letters, calls, messages and talks in one small form. It opens where the last unfinished one stopped. */
export function ShortRecordPage() {
  const { channel } = useParams<{ channel?: string }>()
  const { login } = useSession().me
  const drafts = useDeskQuery('drafts.list', undefined, { fresh: true })
  const [typing, setTyping] = useState<Typing | null>(null)
  const [registered, setRegistered] = useState<Registered | null>(null)
  const { settings } = useCatalogue()
  const known = drafts.isFetchedAfterMount && settings !== null ? drafts.data : undefined

  function startNew() {
    setRegistered(null)
    setTyping({ id: crypto.randomUUID(), entry: blankEntry(channel ?? HOTLINE) })
  }

  if (registered !== null) return <AfterSaving registered={registered} onNext={startNew} />
  const shown = typing ?? (known === undefined ? null : opened(begunBy(known, login), channel ?? HOTLINE))
  if (shown === null) {
    return (
      <Page title="快速登记">
        {drafts.error === null ? (
          <Loader aria-label="正在准备登记表" />
        ) : (
          <Failure error={drafts.error} onRetry={() => void drafts.refetch()} />
        )}
      </Page>
    )
  }
  if (typing === null) setTyping(shown)
  const others = begunBy(drafts.data ?? [], login).filter(({ id }) => id !== shown.id)
  return (
    <ShortForm
      key={shown.id}
      id={shown.id}
      start={shown.entry}
      others={others.length}
      onOther={() => setTyping(others[0] ?? shown)}
      onRegistered={setRegistered}
    />
  )
}

/** What this person was in the middle of in the channel, else a new record. */
function opened(begun: readonly Typing[], channel: string): Typing {
  return (
    begun.find(({ entry }) => entry.channel === channel) ?? {
      id: crypto.randomUUID(),
      entry: blankEntry(channel),
    }
  )
}

function begunBy(drafts: Answer<'drafts.list'>, login: string): Typing[] {
  return drafts.flatMap(({ id, form }) => {
    const entry = readShortDraft(form, login)
    return entry === null ? [] : [{ id, entry }]
  })
}

function AfterSaving({ registered, onNext }: { registered: Registered; onNext: () => void }) {
  const [, navigate] = useLocation()
  const [document, setDocument] = useState<string | null>(null)
  const [done, setDone] = useState(false)
  useShortcut('F3', '登记下一件', onNext)
  useShortcut('Escape', '返回沟通渠道', () => navigate('/channels'))
  return (
    <Page
      title="已登记"
      note={registered.number}
      actions={
        <Button onClick={onNext} title="F3" variant={done ? 'filled' : 'default'}>
          登记下一件 F3
        </Button>
      }
    >
      <Stack>
        {registered.remarks.map((remark) => (
          <Text key={remark} role="status">
            {remark}
          </Text>
        ))}
        <NextStep
          number={registered.number}
          plan={null}
          current={!done}
          onDone={() => setDone(true)}
          onShow={setDocument}
        />
        <Group>
          <Text c="dimmed">快速登记不出登记表和回执；需要书面告知的，请打开事项出具文书。</Text>
        </Group>
      </Stack>
      <DocumentDialog id={document} onClose={() => setDocument(null)} />
    </Page>
  )
}
