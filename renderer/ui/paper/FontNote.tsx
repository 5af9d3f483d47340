import { Anchor, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { Day } from '../../../shared/domain/day.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { fontNote } from './font-note.ts'

type Props = {
  readonly ids: readonly string[]
  /** The papers are out: looking at fonts earlier would keep the counter waiting. */
  readonly printed: boolean
}

let toldOn: Day | null = null

/** After papers went out without being asked about fonts: what stood in, once a day, and nothing to answer. */
export function FontNote({ ids, printed }: Props) {
  const today = useToday()
  const [due] = useState(toldOn !== today)
  const { data } = useDeskQuery('fonts.preflight', { ids: [...ids] }, { enabled: due && printed })
  const note = data === undefined || data.known ? '' : fontNote(data)
  useEffect(() => {
    if (note !== '') toldOn = today
  }, [note, today])
  if (note === '') return null
  return (
    <Text size="sm" c="dimmed" role="status">
      {note}取得和安装的办法见
      <Anchor component={Link} href="/settings/fonts" size="sm" underline="always">
        设置—字体
      </Anchor>
      。
    </Text>
  )
}
