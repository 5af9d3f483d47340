import { PasswordInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'

type Values = { readonly password: string; readonly again: string }

/** The new password, typed twice. */
export function NewPasswordFields<V extends Values>({ form }: { readonly form: UseFormReturnType<V> }) {
  return (
    <>
      <PasswordInput
        label="新密码"
        description="至少 8 位"
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': '显示新密码' }}
        {...form.getInputProps('password')}
        key={form.key('password')}
      />
      <PasswordInput
        label="再输一次新密码"
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': '显示再输的新密码' }}
        {...form.getInputProps('again')}
        key={form.key('again')}
      />
    </>
  )
}
