import type { Annex, Attendance, CopiesTo, Imprint } from '../../../shared/documents/paper.ts'
import { imprintHeight } from '../../../shared/documents/places.ts'
import classes from './paper.module.css'
import { pt } from './paper-measures.ts'

/** 出席, 请假, 列席: wrapped lines under the first name (10.3). */
export function AttendanceBlock({ block }: { readonly block: Attendance }) {
  return (
    <div className={classes['attendance']}>
      <span className={classes['attendanceLabel']}>{block.label}：</span>
      <span>{block.names}</span>
    </div>
  )
}

/** Begins a page, its title on the third line (7.3.6). */
export function AnnexBlock({ block }: { readonly block: Annex }) {
  return (
    <div className={classes['annex']}>
      <p className={classes['annexLabel']}>{block.label}</p>
      {block.title.length > 0 && (
        <h2 className={classes['title']}>
          {block.title.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </h2>
      )}
    </div>
  )
}

/** As high as 版记, which the last page draws at its foot. */
export function ImprintRoom({ block }: { readonly block: Imprint | CopiesTo }) {
  return <div className={classes['imprintRoom']} style={{ height: pt(imprintHeight(block) / 20) }} />
}

/** 版记 at the foot of the type area, its last rule on the lower edge (7.4). */
export function ImprintView({ block }: { readonly block: Imprint | CopiesTo }) {
  return (
    <div className={classes['imprint']}>
      {block.kind === 'copiesTo' ? <CopiesLine units={block.units} /> : <ImprintLines block={block} />}
    </div>
  )
}

/** 抄送, then who printed it and when, between rules. */
export function ImprintLines({ block }: { readonly block: Imprint }) {
  return (
    <div className={classes['ruled']}>
      {block.copiesTo.length > 0 && <CopiesLine units={block.copiesTo} />}
      <div className={classes['printed']}>
        <span>{block.organ}</span>
        <span>{block.date}印发</span>
      </div>
    </div>
  )
}

/** Wrapped lines under the first unit (7.4.2). */
export function CopiesLine({ units }: { readonly units: readonly string[] }) {
  return <p className={classes['copies']}>抄送：{units.join('，')}。</p>
}
