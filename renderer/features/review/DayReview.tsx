import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Day } from '../../../shared/domain/day.ts'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { Failure } from '../../ui/Failure.tsx'
import { InstructionForm } from '../../ui/instruction/InstructionForm.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { ReviewedText } from './ReviewedText.tsx'
import classes from './review.module.css'
import {
  DECISION_WORDS,
  decisionOn,
  placeToBegin,
  type ReviewDay,
  type ReviewedPetition,
} from './review-day.ts'
import { SignOff } from './SignOff.tsx'

type Props = { readonly day: Day; readonly review: ReviewDay }

/** One petition at a time; behind the last one the day is signed off. */
export function DayReview({ day, review }: Props) {
  const { petitions, read } = review
  const [place, setPlace] = useState(() => placeToBegin(review))
  const reading = useDeskMutation('review.read')
  const at = Math.min(place, petitions.length)
  const petition = petitions[at]

  function go(to: number) {
    setPlace(Math.max(0, Math.min(petitions.length, to)))
  }

  async function markRead(number: ReviewedPetition['number']) {
    try {
      await reading.mutateAsync({ number })
      go(at + 1)
    } catch {
      // Shown below from `error`.
    }
  }

  useShortcut('ArrowRight', '下一件', () => go(at + 1))
  useShortcut('ArrowLeft', '上一件', () => go(at - 1))

  if (petitions.length === 0) return null
  return (
    <>
      <Group
        key={at}
        ref={focus}
        className={classes['place'] ?? ''}
        tabIndex={-1}
        justify="space-between"
        mb="xs"
        aria-live="polite"
      >
        <Text fw={600}>
          {petition === undefined
            ? `共 ${petitions.length} 件，当日签收`
            : `第 ${at + 1} 件，共 ${petitions.length} 件（${DECISION_WORDS[decisionOn(petition, read)]}）`}
        </Text>
        <Group gap="xs">
          <Button variant="default" disabled={at === 0} onClick={() => go(at - 1)} title="←">
            上一件
          </Button>
          <Button variant="default" disabled={petition === undefined} onClick={() => go(at + 1)} title="→">
            {at + 1 < petitions.length ? '下一件' : '当日签收'}
          </Button>
        </Group>
      </Group>
      <Failure error={reading.error} />
      {petition === undefined ? (
        <SignOff day={day} review={review} onOpen={go} />
      ) : (
        <OnePetition
          key={petition.number}
          petition={petition}
          read={read.includes(petition.number)}
          reading={reading.isPending}
          onRead={() => void markRead(petition.number)}
          onNext={() => go(at + 1)}
        />
      )}
    </>
  )
}

/** The next one begins at its top; letters and arrows work at once, for nothing is being typed. */
function focus(element: HTMLElement | null) {
  element?.focus()
}

type OneProps = {
  readonly petition: ReviewedPetition
  readonly read: boolean
  readonly reading: boolean
  readonly onRead: () => void
  readonly onNext: () => void
}

function OnePetition({ petition, read, reading, onRead, onNext }: OneProps) {
  const [, navigate] = useLocation()
  const refusal = petition.steps.find(({ step }) => step === 'instruct')?.refusal ?? null
  const open = () => navigate(`/petitions/${petition.number}`)
  useShortcut('R', '已阅，看下一件', onRead, { enabled: !reading })
  useShortcut('O', '打开事项全页', open)

  const buttons = (
    <>
      <Button variant="subtle" onClick={open} title="O">
        打开事项全页
      </Button>
      <Button variant="default" loading={reading} onClick={onRead} title="R">
        {read ? '已阅过，看下一件' : '已阅，不作批示'}
      </Button>
    </>
  )
  return (
    <div className={classes['columns']}>
      <ReviewedText petition={petition} />
      <div>
        {refusal === null ? (
          <InstructionForm
            petition={petition}
            onDone={onNext}
            submitLabel="批示，看下一件"
            actions={buttons}
          />
        ) : (
          <>
            <Text mb="sm">{refusal}</Text>
            <Group>{buttons}</Group>
          </>
        )}
      </div>
    </div>
  )
}
