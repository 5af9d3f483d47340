import { InstantText } from '../../ui/DayText.tsx'
import type { PetitionView } from '../../ui/steps/petition-view.ts'
import classes from './petition.module.css'

/** Everything that happened, newest first; what a correction replaced stands struck through. */
export function Timeline({ items }: { readonly items: PetitionView['timeline'] }) {
  return (
    <ol className={classes['timeline']} aria-label="办理经过" reversed>
      {items.toReversed().map((item) => (
        <li key={item.seq}>
          <span className={classes['when']}>
            <InstantText at={item.at} />
          </span>
          <div className={classes['what']}>
            <p>
              <strong>{item.label}</strong> <span className={classes['who']}>{item.who}</span>
            </p>
            {item.struck.map((line) => (
              <p key={line} className={classes['struck']}>
                <s>{line}</s>
              </p>
            ))}
            {item.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </li>
      ))}
    </ol>
  )
}
