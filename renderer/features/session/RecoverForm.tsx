import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import type { z } from 'zod'
import { api } from '../../../shared/contract/api.ts'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { Failure } from '../../ui/Failure.tsx'
import { NewPasswordFields } from './NewPasswordFields.tsx'
import { withRepeatedPassword } from './passwords.ts'
import { showProblems, useSessionForm } from './use-session-form.ts'

const schema = withRepeatedPassword(api['session.recover'].input)

type Props = { readonly onBack: () => void; readonly onOpened: (() => void) | undefined }

/** The printed recovery code gives an account a new password. */
export function RecoverForm({ onBack, onOpened }: Props) {
  const recover = useDeskMutation('session.recover')
  const form = useSessionForm(schema, { recoveryCode: '', login: '', password: '', again: '' })

  async function submit({ recoveryCode, login, password }: z.input<typeof schema>) {
    try {
      await recover.mutateAsync({ recoveryCode, login, password })
      onOpened?.()
    } catch (error) {
      showProblems(form, error)
    }
  }

  return (
    <form onSubmit={form.onSubmit((values) => submit(values))} noValidate>
      <Stack>
        <Text>恢复码印在首次启动时打印的那张纸上。登录后，恢复码仍然有效，请继续妥善保管。</Text>
        <TextInput
          label="恢复码"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('recoveryCode')}
          key={form.key('recoveryCode')}
        />
        <TextInput
          label="登录名"
          autoComplete="username"
          {...form.getInputProps('login')}
          key={form.key('login')}
        />
        <NewPasswordFields form={form} />
        <Failure error={recover.error} />
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            返回登录
          </Button>
          <Button type="submit" loading={recover.isPending}>
            设置新密码并登录
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
