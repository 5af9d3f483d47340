import type { PetitionView } from '../../ui/steps/petition-view.ts'
import classes from './flow.module.css'
import { type FlowPlace, type FlowStop, flowOf, standsWord } from './flow.ts'

/** 接诉即办流程图 with where the petition stands: told by borders and marks, so that it reads in black and white. */
export function FlowPicture({ petition }: { readonly petition: PetitionView }) {
  const stops = flowOf({ ...petition, anonymous: petition.visit.anonymous })
  return (
    <ol className={classes['flow']} aria-label="办理进程">
      {stops.map((stop) => (
        <Stop key={stop.label} stop={stop} />
      ))}
    </ol>
  )
}

function Stop({ stop }: { readonly stop: FlowStop }) {
  const { branches } = stop
  // The innermost place is the current one: the way within 办理, the round within 评价.
  const within = branches.some(({ stands }) => stands === 'here')
  return (
    <li className={classes['stop']} aria-current={stop.stands === 'here' && !within ? 'step' : undefined}>
      <Place place={stop} marked={!within} />
      {branches.length > 0 && (
        <ul className={classes['branches']} aria-label={`${stop.label}的去向`}>
          {branches.map((branch) => (
            <li key={branch.label} aria-current={branch.stands === 'here' ? 'step' : undefined}>
              <Place place={branch} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

const MARKS: Readonly<Record<FlowPlace['stands'], string>> = { done: '✓ ', here: '▶ ', ahead: '', passed: '' }

type PlaceProps = {
  readonly place: FlowPlace
  /** False where a place within it carries the mark. */
  readonly marked?: boolean
}

function Place({ place: { label, stands }, marked = true }: PlaceProps) {
  return (
    <span className={classes['place']} data-stands={stands} title={standsWord(stands)}>
      <span aria-hidden="true">{marked && MARKS[stands]}</span>
      {label}
      <span className={classes['unseen']}>（{standsWord(stands)}）</span>
    </span>
  )
}
