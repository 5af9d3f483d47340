import { Button, Group, Text, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import type { Rating } from '../../../shared/domain/petition.ts'
import { Failure } from '../../ui/Failure.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import { Faces } from './Faces.tsx'
import { RatingEnd } from './RatingEnd.tsx'

type Petition = Answer<'petitions.open'>

type Props = { readonly petition: Petition; readonly onBack: () => void }

/** Two questions with three faces each; what was pressed is kept when it is handed in, and can be changed until then. */
export function RatingForm({ petition, onBack }: Props) {
  const [done, setDone] = useState(false)
  const refusal = petition.steps.find(({ step }) => step === 'rate')?.refusal ?? null
  if (done) return <RatingEnd words="谢谢您的评价。请把屏幕交还工作人员。" onBack={onBack} />
  if (refusal !== null) return <RatingEnd words="这件事项现在不需要评价，请交还工作人员。" onBack={onBack} />
  return <Questions number={petition.number} onDone={() => setDone(true)} />
}

function Questions({ number, onDone }: { readonly number: string; readonly onDone: () => void }) {
  const { form, send: rate, fail, busy, error, errorAt } = useCheckedCall('petitions.rate')
  const [score, setScore] = useState<Rating | null>(null)
  const [office, setOffice] = useState<Rating | null>(null)
  const [reason, setReason] = useState('')
  const words = useRef<HTMLTextAreaElement>(null)
  const handIn = useRef<HTMLButtonElement>(null)

  async function send() {
    if (score === null) {
      fail([{ path: 'score', message: '请按一个表情，说明您对办理是否满意。' }])
      return
    }
    if ((await rate({ number, how: 'counter', score, office, reason })) !== null) onDone()
  }

  /** The second question is asked once the first is answered; whoever is dissatisfied is asked why first. */
  const asking = score === null ? 'score' : 'office'
  useShortcut('Ctrl+Enter', '提交评价', () => void send(), { enabled: !busy })

  function rateUnit(rating: Rating) {
    setScore(rating)
    if (rating === 'dissatisfied') setTimeout(() => words.current?.focus(), 0)
  }

  function rateOffice(rating: Rating) {
    setOffice(rating)
    handIn.current?.focus()
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Failure error={error} />
      <Faces
        question="一、您对承办单位的办理是否满意？"
        value={score}
        onChange={setScore}
        onKey={rateUnit}
        keys={asking === 'score'}
        error={errorAt('score')}
      />
      {score === 'dissatisfied' && (
        <Textarea
          ref={words}
          label="哪里不满意？我们会据此发回重办。"
          required
          size="lg"
          autosize
          minRows={2}
          maxRows={5}
          mt="md"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={errorAt('reason')}
        />
      )}
      <Faces
        question="二、您对接待是否满意？（可以不答）"
        value={office}
        onChange={setOffice}
        onKey={rateOffice}
        keys={asking === 'office'}
        error={errorAt('office')}
      />
      <Group mt="xl" justify="space-between">
        <Text c="dimmed">按 1、2、3 也可以选择。</Text>
        <Button ref={handIn} type="submit" size="lg" loading={busy} title="Ctrl+回车">
          提交评价
        </Button>
      </Group>
    </form>
  )
}
