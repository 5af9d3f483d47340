import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './register.module.css'

type Props = {
  readonly number: 1 | 2 | 3 | 4 | 5
  readonly title: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** One numbered part of the form; Ctrl+↓ and Ctrl+↑ go from one to the next. */
export function FormSection({ number, title, aside, children }: Props) {
  const id = `section-${number}`
  return (
    <section className={classes['section']} data-section={number} aria-labelledby={id}>
      <div className={classes['sectionHead']}>
        <Title order={2} id={id}>
          {number} {title}
        </Title>
        {aside}
      </div>
      {children}
    </section>
  )
}

/** Fields asked for rarely: folded away, one Enter on 更多 opens them, and a wrong one among them opens them itself. */
export function More({ label, opened, children }: { label: string; opened: boolean; children: ReactNode }) {
  return (
    <details className={classes['more']} open={opened || undefined}>
      <summary>更多：{label}</summary>
      <div className={classes['grid']}>{children}</div>
    </details>
  )
}

/** Moves to the first field of the section after, or before, the one the focus is in. */
export function focusSection(form: HTMLElement | null, step: 1 | -1): void {
  const sections = [...(form?.querySelectorAll<HTMLElement>('[data-section]') ?? [])]
  const at = sections.findIndex((section) => section.contains(document.activeElement))
  const to =
    at < 0 ? (step > 0 ? 0 : sections.length - 1) : Math.max(0, Math.min(sections.length - 1, at + step))
  const section = sections[to]
  section?.scrollIntoView({ block: 'nearest' })
  section?.querySelector<HTMLElement>('input, textarea, summary')?.focus()
}

/** Opens what hides the field and goes to it. */
export function focusField(form: HTMLElement | null, path: string): void {
  const field = form?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)
  const folded = field?.closest('details')
  if (folded) folded.open = true
  field?.scrollIntoView({ block: 'center' })
  field?.focus()
}
