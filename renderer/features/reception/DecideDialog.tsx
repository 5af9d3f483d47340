import { Text } from '@mantine/core'
import { useState } from 'react'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import { DecisionFields } from './DecisionFields.tsx'
import type { Talk } from './reception-words.ts'
import { decisionOf, NO_DECISION } from './talk-entry.ts'

type Props = { readonly talk: Talk; readonly onClose: () => void }

/** What the leader left open in the conversation. */
export function DecideDialog({ talk, onClose }: Props) {
  const call = useCheckedCall('reception.decide')
  const [entry, setEntry] = useState(NO_DECISION)

  async function send() {
    const decision = decisionOf(entry)
    if ('missing' in decision) return call.fail([{ path: decision.path, message: decision.missing }])
    if ((await call.send({ conversation: talk.id, decision })) !== null) onClose()
    return undefined
  }

  return (
    <FormDialog
      title={talk.title}
      submitLabel="批示"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
      size="xl"
    >
      <Text style={{ whiteSpace: 'pre-wrap' }}>{talk.matter}</Text>
      <Text>诉求：{talk.demand}</Text>
      <DecisionFields
        value={entry}
        onChange={setEntry}
        errorAt={call.errorAt}
        kinds={['assign', 'transfer', 'answer', 'decline']}
        accused={[]}
        autoFocus
      />
    </FormDialog>
  )
}
