import type { PetitionView } from '../../ui/steps/petition-view.ts'
import { type FlowStop, flowOf } from './flow.ts'
import classes from './petition.module.css'

const STANDS: Readonly<Record<FlowStop['stands'], string>> = {
  done: '已完成',
  here: '现在',
  ahead: '尚未',
}

/** Where the petition stands on its way through the office. */
export function FlowPicture({ petition }: { readonly petition: PetitionView }) {
  return (
    <ol className={classes['flow']} aria-label="办理进程">
      {flowOf(petition).map(({ label, stands }) => (
        <li key={label} aria-current={stands === 'here' ? 'step' : undefined}>
          <span className={stands === 'ahead' ? '' : classes[stands]} title={STANDS[stands]}>
            {stands === 'done' ? '✓ ' : ''}
            {label}
          </span>
        </li>
      ))}
    </ol>
  )
}
