import { Anchor, Button, Group, PasswordInput, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { api } from '../../../shared/contract/api.ts'
import type { Session } from '../../bridge/desk-context.tsx'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { Failure } from '../../ui/Failure.tsx'
import { filterByPinyin } from '../../ui/UnitSelect.tsx'
import { RecoverForm } from './RecoverForm.tsx'
import { showProblems, useSessionForm } from './use-session-form.ts'

/** The name is chosen from a list, so how a login is spelt is not this form's business. */
const schema = api['session.signIn'].input.extend({ login: z.string().min(1, '请选择姓名') })

type Props = {
  readonly session: Session
  /** Whose name stands there already. */
  readonly login: string
  readonly onOpened?: () => void
}

/** Name and password; or the recovery code when the password is gone. */
export function SignInForm({ session, login, onOpened }: Props) {
  const [recovering, setRecovering] = useState(false)
  if (recovering) return <RecoverForm onBack={() => setRecovering(false)} onOpened={onOpened} />
  return (
    <PasswordForm
      session={session}
      login={login}
      onOpened={onOpened}
      onForgotten={() => setRecovering(true)}
    />
  )
}

type PasswordProps = Omit<Props, 'onOpened'> & {
  readonly onOpened: (() => void) | undefined
  readonly onForgotten: () => void
}

function PasswordForm({ session, login, onOpened, onForgotten }: PasswordProps) {
  const signIn = useDeskMutation('session.signIn')
  const form = useSessionForm(schema, { login, password: '' })

  async function submit(values: { login: string; password: string }) {
    try {
      const me = await signIn.mutateAsync(values)
      rememberLogin(me.login)
      onOpened?.()
    } catch (error) {
      form.setFieldValue('password', '')
      showProblems(form, error)
      form.getInputNode('password')?.focus()
    }
  }

  const password = form.getInputProps('password')
  return (
    <form onSubmit={form.onSubmit((values) => submit(values))} noValidate>
      <Stack>
        <Select
          label="姓名"
          data={session.accounts.map((account) => ({ value: account.login, label: account.name }))}
          searchable
          selectFirstOptionOnChange
          filter={filterByPinyin}
          // Above the ground that covers the locked desk.
          comboboxProps={{ zIndex: 1100, transitionProps: { duration: 0 } }}
          autoFocus={login === ''}
          {...form.getInputProps('login')}
          key={form.key('login')}
        />
        <PasswordInput
          label="密码"
          autoComplete="current-password"
          autoFocus={login !== ''}
          visibilityToggleButtonProps={{ 'aria-label': '显示密码' }}
          {...password}
          key={form.key('password')}
        />
        <Failure error={signIn.error} />
        <Group justify="space-between">
          <Anchor component="button" type="button" onClick={onForgotten}>
            忘记密码，用恢复码登录
          </Anchor>
          <Button type="submit" loading={signIn.isPending}>
            登录
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const LAST_LOGIN = 'desk.lastLogin'

function rememberLogin(login: string) {
  try {
    localStorage.setItem(LAST_LOGIN, login)
  } catch {
    // A browser that keeps nothing only costs one choice more.
  }
}

/** Who signed in last on this PC, when that account still exists; else the only one there is. */
export function lastLogin(session: Session): string {
  const only = session.accounts.length === 1 ? session.accounts[0]?.login : undefined
  const last = storedLogin()
  return session.accounts.some(({ login }) => login === last) ? last : (only ?? '')
}

function storedLogin(): string {
  try {
    return localStorage.getItem(LAST_LOGIN) ?? ''
  } catch {
    return ''
  }
}
