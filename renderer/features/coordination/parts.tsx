import { Anchor, Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Answer } from '../../../shared/contract/api.ts'
import { Lateness } from '../../ui/Lateness.tsx'
import { StateWord } from '../../ui/StateWord.tsx'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import { classes } from './classes.ts'

export type Line = Answer<'petitions.list'>['lines'][number]

type SectionProps = {
  readonly title: string
  readonly note?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A part of the page with its own heading and its actions at the right of it. */
export function Part({ title, note, actions, children }: SectionProps) {
  return (
    <section className={classes['section']} aria-label={title}>
      <Group justify="space-between" wrap="nowrap" className={classes['head'] ?? ''}>
        <Group gap="sm" align="baseline" wrap="nowrap">
          <Title order={2}>{title}</Title>
          {note !== undefined && (
            <Text size="sm" c="dimmed">
              {note}
            </Text>
          )}
        </Group>
        {actions !== undefined && (
          <Group gap="xs" wrap="nowrap">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </section>
  )
}

/** Words that belong to a code, `—` for none. */
export function useNames() {
  const { units, categories } = useCatalogue()
  return {
    unit: (code: string | null) => (code === null ? '—' : nameOfCode(units, code)),
    units: (codes: readonly string[]) =>
      codes.length === 0 ? '无' : codes.map((code) => nameOfCode(units, code)).join('、'),
    category: (code: string | null) => (code === null ? '—' : nameOfCode(categories, code)),
  }
}

export function PetitionLink({ number }: { readonly number: string }) {
  return (
    <Anchor component={Link} href={`/petitions/${number}`} className={classes['short'] ?? ''}>
      {number}
    </Anchor>
  )
}

type LinesProps = {
  readonly label: string
  readonly rows: readonly { readonly line: Line; readonly says?: ReactNode; readonly actions?: ReactNode }[]
  /** Head of the column of remarks; left out when there are none. */
  readonly saysHead?: string
  readonly empty: string
}

/** Petitions in a short table of a few columns, each with a remark and what can be done with it. */
export function LineTable({ label, rows, saysHead, empty }: LinesProps) {
  const { unit } = useNames()
  const hasActions = rows.some(({ actions }) => actions !== undefined)
  if (rows.length === 0) return <Text c="dimmed">{empty}</Text>
  return (
    <table className={classes['table']} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">编号</th>
          <th scope="col">标题</th>
          {saysHead !== undefined && <th scope="col">{saysHead}</th>}
          <th scope="col">承办单位</th>
          <th scope="col">状态</th>
          <th scope="col">剩余</th>
          {hasActions && <th scope="col">操作</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ line, says, actions }) => (
          <tr key={line.number}>
            <td className={classes['short']}>
              <PetitionLink number={line.number} />
            </td>
            <td>{line.title}</td>
            {saysHead !== undefined && <td>{says}</td>}
            <td className={classes['short']}>{unit(line.leadUnit)}</td>
            <td className={classes['short']}>
              <StateWord state={line.state} />
            </td>
            <td className={classes['short']}>
              {line.lateness.kind === 'none' ? '—' : <Lateness lateness={line.lateness} />}
            </td>
            {hasActions && <td className={classes['short']}>{actions}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Names and what they stand for, one below the other. */
export function Facts({ rows }: { readonly rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={classes['facts']}>
      {rows.map(([name, value]) => (
        <FactRow key={name} name={name} value={value} />
      ))}
    </dl>
  )
}

function FactRow({ name, value }: { readonly name: string; readonly value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}
