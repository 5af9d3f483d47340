import { Anchor, Button, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { COLLECTED_AS } from '../../../shared/domain/coordination.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { CollectDialog } from '../../ui/CollectDialog.tsx'
import { DayText } from '../../ui/DayText.tsx'
import type { PetitionView } from '../../ui/steps/petition-view.ts'
import { Section } from './Section.tsx'

/** Whether the matter waits for a meeting, was discussed, or belongs to a common problem. For the office alone. */
export function Coordination({ petition }: { readonly petition: PetitionView }) {
  const { data } = useDeskQuery('basket.of', { number: petition.number })
  const [collecting, setCollecting] = useState(false)
  if (data === undefined) return null
  const { waiting, meetings, groups, refusal } = data
  const nothing = waiting === null && meetings.length === 0 && groups.length === 0
  if (nothing && refusal !== null) return null
  return (
    <Section title="协调治理">
      {waiting !== null && (
        <Text>
          待会商，{COLLECTED_AS[waiting.as]}：{waiting.reason}
        </Text>
      )}
      {meetings.map(({ id, title, on }) => (
        <Text key={id}>
          会议：
          <Anchor component={Link} underline="always" href={`/coordination/meetings/${id}`}>
            {title}
          </Anchor>
          （<DayText day={on} />）
        </Text>
      ))}
      {groups.map(({ id, title }) => (
        <Text key={id}>
          共性问题：
          <Anchor component={Link} underline="always" href={`/coordination/problems/${id}`}>
            {title}
          </Anchor>
        </Text>
      ))}
      {waiting === null && refusal === null && (
        <Button size="compact-sm" variant="default" mt={4} onClick={() => setCollecting(true)}>
          列入会商
        </Button>
      )}
      {collecting && <CollectDialog number={petition.number} onClose={() => setCollecting(false)} />}
    </Section>
  )
}
