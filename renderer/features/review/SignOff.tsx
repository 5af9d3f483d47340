import { Anchor, Button, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '../../../shared/domain/day.ts'
import { useDesk, useToday } from '../../bridge/desk-context.tsx'
import { DayText, InstantText } from '../../ui/DayText.tsx'
import { dayText } from '../../ui/day-text.ts'
import { Failure } from '../../ui/Failure.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import classes from './review.module.css'
import { DECISION_WORDS, decisionOn, type ReviewDay, type ReviewedPetition, unreadIn } from './review-day.ts'

type Props = {
  readonly day: Day
  readonly review: ReviewDay
  readonly onOpen: (place: number) => void
}

/** The end of the day: what was decided on each, and the leader's signature under it. */
export function SignOff({ day, review, onOpen }: Props) {
  const today = useToday()
  const { signedOff, petitions, read } = review
  return (
    <Stack gap="md">
      <Title order={2}>{dayText(day, today)} 批阅情况</Title>
      <table className={classes['summary']}>
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">标题</th>
            <th scope="col">结果</th>
            <th scope="col">批示</th>
          </tr>
        </thead>
        <tbody>
          {petitions.map((petition, place) => (
            <tr key={petition.number}>
              <td className={classes['number']}>
                <Anchor component="button" type="button" onClick={() => onOpen(place)}>
                  {petition.number}
                </Anchor>
              </td>
              <td>{petition.title}</td>
              <td>{DECISION_WORDS[decisionOn(petition, read)]}</td>
              <td>
                <Decided petition={petition} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {signedOff === null ? (
        <SignOffForm day={day} review={review} />
      ) : (
        <Text>
          {signedOff.by} 已于 <InstantText at={signedOff.at} /> 签收当日批阅情况
          {signedOff.remark === '' ? '。' : `：${signedOff.remark}`}
        </Text>
      )}
    </Stack>
  )
}

function Decided({ petition: { instruction } }: { readonly petition: ReviewedPetition }) {
  const { units } = useCatalogue()
  if (instruction === null) return '—'
  const name = (code: string) => nameOfCode(units, code)
  return (
    <>
      {instruction.text}
      {instruction.leadUnit !== null && `（${name(instruction.leadUnit)}承办`}
      {instruction.leadUnit !== null &&
        instruction.assistUnits.length > 0 &&
        `，${instruction.assistUnits.map(name).join('、')}协办`}
      {instruction.leadUnit !== null && '）'}
      {instruction.limitOn !== null && (
        <>
          ，<DayText day={instruction.limitOn} />
          前办结
        </>
      )}
    </>
  )
}

function SignOffForm({ day, review }: Pick<Props, 'day' | 'review'>) {
  const { form, send, busy, error, errorAt } = useCheckedCall('review.signOff')
  const [remark, setRemark] = useState('')
  const unread = unreadIn(review).length
  const { wanted, want } = useSignWhenRead(day, unread)

  async function sign() {
    if (await want()) await send({ day, remark })
  }

  useShortcut('Ctrl+Enter', '签收当日批阅情况', () => void sign(), { enabled: !busy && !wanted })

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void sign()
      }}
    >
      <Stack gap="sm">
        <Failure error={error} />
        <Textarea
          label="签收意见"
          description="可以不填。"
          autosize
          minRows={2}
          maxRows={6}
          maw={720}
          value={remark}
          onChange={(event) => setRemark(event.currentTarget.value)}
          error={errorAt('remark')}
        />
        <Group>
          <Button type="submit" size="md" loading={busy || wanted} disabled={unread > 0} title="Ctrl+回车">
            签收当日批阅情况
          </Button>
          {unread > 0 && <Text>还有 {unread} 件未阅，批示或标记已阅后再签收。</Text>}
        </Group>
      </Stack>
    </form>
  )
}

/**
 * The key may come right after the last 已阅, before the page has heard that nothing is left unread: then it asks
 * first, and signs only when the core says so too.
 */
function useSignWhenRead(day: Day, unread: number) {
  const desk = useDesk()
  const [wanted, setWanted] = useState(false)

  async function want(): Promise<boolean> {
    if (unread === 0) return true
    setWanted(true)
    try {
      return unreadIn(await desk('review.day', { day })).length === 0
    } catch {
      // The sentence beside the button still says what is missing.
      return false
    } finally {
      setWanted(false)
    }
  }

  return { wanted, want }
}
