import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import type { z } from 'zod'
import { api } from '../../../shared/contract/api.ts'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { NewPasswordFields } from './NewPasswordFields.tsx'
import { withRepeatedPassword } from './passwords.ts'
import { showProblems, useSessionForm } from './use-session-form.ts'

const schema = withRepeatedPassword(api['session.changePassword'].input)

type Props = { readonly opened: boolean; readonly onClose: () => void }

export function ChangePasswordDialog({ opened, onClose }: Props) {
  return (
    <Dialog opened={opened} onClose={onClose} title="修改密码" size="sm">
      <ChangePasswordForm onClose={onClose} />
    </Dialog>
  )
}

function ChangePasswordForm({ onClose }: { onClose: () => void }) {
  const change = useDeskMutation('session.changePassword')
  const form = useSessionForm(schema, { old: '', password: '', again: '' })

  async function submit({ old, password }: z.input<typeof schema>) {
    try {
      await change.mutateAsync({ old, password })
    } catch (error) {
      showProblems(form, error)
    }
  }

  if (change.isSuccess) {
    return (
      <Stack>
        <Text role="status">密码已修改，下次登录请用新密码。</Text>
        <Button data-autofocus autoFocus onClick={onClose}>
          关闭
        </Button>
      </Stack>
    )
  }
  return (
    <form onSubmit={form.onSubmit((values) => submit(values))} noValidate>
      <Stack>
        <PasswordInput
          label="现在的密码"
          data-autofocus
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': '显示现在的密码' }}
          {...form.getInputProps('old')}
          key={form.key('old')}
        />
        <NewPasswordFields form={form} />
        <Failure error={change.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={change.isPending}>
            修改密码
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
