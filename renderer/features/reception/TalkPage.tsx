import { Button, Loader, Text } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { instantOf, timeOf } from '../../../shared/domain/day.ts'
import type { Desk } from '../../bridge/desk.ts'
import { useDesk, useSession, useToday } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Page } from '../../ui/Page.tsx'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import { whenText } from './reception-words.ts'
import { TalkForm } from './TalkForm.tsx'
import { blankTalk, filledFromGuest, type TalkEntry, type TalkPlace } from './talk-entry.ts'
import { readTalkDraft } from './use-talk-draft.ts'

/** 接待记录 of a reception day: opened by R in the queue, filled with what the guest said on booking. */
export function DayTalkPage() {
  const { id, guest } = useParams<{ id: string; guest: string }>()
  const today = useToday()
  const { me } = useSession()
  const { units } = useCatalogue()
  const day = useDeskQuery('reception.day', { id })
  if (day.data === undefined) return <Opening error={day.error} />
  const { data } = day
  const place: TalkPlace = {
    sitting: { kind: 'day', id },
    guest: guest === 'new' ? null : guest,
    day: data.day,
    place: data.place,
    receivedBy: me.name,
    draft: `talk-${id}-${guest}`,
  }
  return (
    <LoadedTalk
      key={guest}
      place={place}
      title={`接待记录　${data.leaderName}`}
      note={whenText(data, today)}
      start={data.day === today ? null : data.start}
      companions={data.companions.map((code) => nameOfCode(units, code)).join('、')}
      withLeader
      back={`/reception/day/${id}`}
    />
  )
}

/** The same for a duty shift. */
export function ShiftTalkPage() {
  const { id } = useParams<{ id: string }>()
  const today = useToday()
  const { me } = useSession()
  const shifts = useDeskQuery('shifts.list', { from: id, until: id })
  const shift = shifts.data?.find((each) => each.id === id)
  if (shift === undefined) return <Opening error={shifts.error} missing={shifts.data !== undefined} />
  const place: TalkPlace = {
    sitting: { kind: 'shift', id },
    guest: null,
    day: shift.day,
    place: shift.place,
    receivedBy: me.name,
    draft: `talk-shift-${id}`,
  }
  return (
    <LoadedTalk
      key={id}
      place={place}
      title="值班接待记录"
      note={whenText(shift, today)}
      start={shift.day === today ? null : shift.start}
      companions={shift.members.map(({ name }) => name).join('、')}
      withLeader={shift.head !== null}
      back="/reception/shifts"
    />
  )
}

function Opening({ error, missing = false }: { readonly error: unknown; readonly missing?: boolean }) {
  return (
    <Page title="接待记录">
      {error === null && !missing && <Loader aria-label="正在打开接待记录" />}
      {missing && <Text>没有这次值班，请返回后重试。</Text>}
      <Failure error={error} />
    </Page>
  )
}

type LoadedProps = {
  readonly place: TalkPlace
  readonly title: string
  readonly note: string
  /** Null is now. */
  readonly start: string | null
  readonly companions: string
  readonly withLeader: boolean
  readonly back: string
}

/** The form once it is known what was typed or said before. */
function LoadedTalk({ place, title, note, start, companions, withLeader, back }: LoadedProps) {
  const desk = useDesk()
  const [, navigate] = useLocation()
  const [begin, setBegin] = useState<TalkEntry | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const load = useEffectEvent(() => {
    firstEntry(desk, place, blankTalk(start ?? timeOf(instantOf(Date.now())), companions)).then(
      setBegin,
      setFailure,
    )
  })
  useEffect(() => load(), [])
  const leave = () => navigate(back)
  return (
    <Page
      title={title}
      note={note}
      actions={
        <Button variant="default" onClick={leave} title="Esc">
          返回
        </Button>
      }
    >
      <Failure error={failure} />
      {begin === null ? (
        failure === null && <Loader aria-label="正在准备接待记录" />
      ) : (
        <TalkForm place={place} begin={begin} withLeader={withLeader} onLeave={leave} />
      )}
    </Page>
  )
}

async function firstEntry(desk: Desk, { guest, draft }: TalkPlace, blank: TalkEntry): Promise<TalkEntry> {
  const typed = await readTalkDraft(desk, draft)
  if (typed !== null || guest === null) return typed ?? blank
  const { form } = await desk('reception.reveal', { guest })
  return filledFromGuest(blank, form)
}
