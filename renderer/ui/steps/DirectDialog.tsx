import { Stack, Text } from '@mantine/core'
import { useToday } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DueExplanation } from '../DueExplanation.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { useCheckedCall } from '../use-checked-call.ts'
import type { PetitionView } from './petition-view.ts'
import type { StepDialogProps } from './step-dialog-props.ts'

/** 直接办理: the desk answers itself. */
export function DirectDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.route')

  async function send() {
    const done = await call.send({ number: petition.number, to: { route: 'direct' } })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog
      title="直接办理"
      submitLabel="由接待点直接办理"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <Stack gap="xs">
        <Text>由接待点直接答复反映人，不再转给其他单位。</Text>
        <RouteDue petition={petition} route="direct" />
      </Stack>
    </FormDialog>
  )
}

type RouteDueProps = {
  readonly petition: PetitionView
  readonly route: 'direct' | 'transfer' | 'submit'
}

/** The due day the petition would get if it were routed today. */
export function RouteDue({ petition, route }: RouteDueProps) {
  const today = useToday()
  const { data } = useDeskQuery('visits.due', {
    route,
    grade: petition.grade,
    channel: petition.channel,
    from: today,
  })
  return data ? <DueExplanation due={data} /> : null
}
