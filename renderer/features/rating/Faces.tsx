import { Text } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { RATINGS, type Rating, ratingSchema } from '../../../shared/domain/petition.ts'
import { useShortcut } from '../../ui/shortcuts.tsx'
import classes from './rating.module.css'

/** The mouth of each face, within a circle of radius 20 about (24, 24). */
const MOUTHS: Readonly<Record<Rating, string>> = {
  satisfied: 'M14 28 Q24 40 34 28',
  fairly: 'M15 31 H33',
  dissatisfied: 'M14 35 Q24 24 34 35',
}

type Props = {
  readonly question: string
  readonly value: Rating | null
  readonly onChange: (rating: Rating) => void
  /** Chosen by 1, 2 or 3, so that the hand can go on to what comes next. */
  readonly onKey: (rating: Rating) => void
  /** 1, 2 and 3 answer this question now. */
  readonly keys: boolean
  readonly error: ReactNode
}

/** Three large answers with their words; a face only repeats the word. */
export function Faces({ question, value, onChange, onKey, keys, error }: Props) {
  const name = useId()
  return (
    <fieldset className={classes['question']}>
      <legend>{question}</legend>
      <div className={classes['faces']}>
        {ratingSchema.options.map((rating, index) => (
          <Face
            key={rating}
            name={name}
            digit={index + 1}
            rating={rating}
            chosen={rating === value}
            keys={keys}
            invalid={error !== undefined && error !== null}
            onChoose={() => onChange(rating)}
            onKey={() => onKey(rating)}
          />
        ))}
      </div>
      {error !== undefined && (
        <Text c="var(--mantine-color-error)" role="alert" mt={4}>
          {error}
        </Text>
      )}
    </fieldset>
  )
}

type FaceProps = {
  readonly name: string
  readonly digit: number
  readonly rating: Rating
  readonly chosen: boolean
  readonly keys: boolean
  readonly invalid: boolean
  readonly onChoose: () => void
  readonly onKey: () => void
}

function Face({ name, digit, rating, chosen, keys, invalid, onChoose, onKey }: FaceProps) {
  useShortcut(String(digit), RATINGS[rating], onKey, { enabled: keys })
  return (
    <label className={classes['face']} data-chosen={chosen || undefined}>
      <input
        type="radio"
        name={name}
        checked={chosen}
        onChange={onChoose}
        aria-invalid={invalid || undefined}
        className={classes['radio']}
      />
      <svg viewBox="0 0 48 48" aria-hidden="true" className={classes['drawing']}>
        <circle cx="24" cy="24" r="20" />
        <path d={`M17 18 v3 M31 18 v3 ${MOUTHS[rating]}`} />
      </svg>
      <span className={classes['word']}>{RATINGS[rating]}</span>
      <kbd className={classes['digit']}>{digit}</kbd>
    </label>
  )
}
