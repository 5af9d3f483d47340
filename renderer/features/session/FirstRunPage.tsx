import { Button, Group, PasswordInput, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { api } from '../../../shared/contract/api.ts'
import type { Session } from '../../bridge/desk-context.tsx'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { Failure } from '../../ui/Failure.tsx'
import { withRepeatedPassword } from './passwords.ts'
import { RecoveryCodePage } from './RecoveryCodePage.tsx'
import { SessionCard } from './SessionCard.tsx'
import { showProblems, useSessionForm } from './use-session-form.ts'

const schema = withRepeatedPassword(api['session.found'].input)
type Values = z.input<typeof schema>

type Props = {
  readonly session: Session
  /** The desk is there, but the recovery code has still to be put away. */
  readonly onFounded: () => void
  readonly onDone: () => void
}

/** The very first start: school, station, first administrator; then the recovery code. */
export function FirstRunPage({ session, onFounded, onDone }: Props) {
  const [founded, setFounded] = useState<{ readonly code: string; readonly values: Values } | null>(null)
  const client = useQueryClient()
  if (founded !== null) {
    const { code, values } = founded
    return (
      <RecoveryCodePage
        code={code}
        school={values.school}
        station={`${values.stationCode} ${values.stationName}`}
        onDone={() => {
          onDone()
          void client.invalidateQueries()
        }}
      />
    )
  }
  return (
    <FoundForm
      dataDir={session.dataDir}
      onStart={onFounded}
      onFounded={(code, values) => setFounded({ code, values })}
    />
  )
}

type FormProps = {
  readonly dataDir: string
  readonly onStart: () => void
  readonly onFounded: (code: string, values: Values) => void
}

const EMPTY: Values = {
  school: '',
  stationCode: '',
  stationName: '',
  login: '',
  name: '',
  password: '',
  again: '',
}

function FoundForm({ dataDir, onStart, onFounded }: FormProps) {
  const found = useDeskMutation('session.found')
  const form = useSessionForm(schema, { ...EMPTY })

  async function submit(values: Values) {
    const { school, stationCode, stationName, login, name, password } = values
    onStart()
    try {
      const { recoveryCode } = await found.mutateAsync({
        school,
        stationCode,
        stationName,
        login,
        name,
        password,
      })
      onFounded(recoveryCode, values)
    } catch (error) {
      showProblems(form, error)
    }
  }

  // The inputs keep what is typed themselves, and nothing sets them from outside, so they need no key of the form.
  const field = (path: keyof Values) => form.getInputProps(path)
  return (
    <SessionCard title="首次启动：建立接待台" note={`记录将加密保存在本机：${dataDir}`}>
      <form onSubmit={form.onSubmit((values) => submit(values))} noValidate>
        <Stack>
          <Field {...field('school')} label="学校全称" placeholder="例如：某某大学" autoFocus />
          <SimpleGrid cols={2}>
            <Field
              {...field('stationCode')}
              label="接待点代码"
              description="2 至 4 位大写字母或数字"
              placeholder="例如：ZX"
            />
            <Field
              {...field('stationName')}
              label="接待点名称"
              description="印在登记表和回执上"
              placeholder="例如：主校区"
            />
          </SimpleGrid>
          <SimpleGrid cols={2}>
            <Field {...field('name')} label="管理员姓名" />
            <Field {...field('login')} label="管理员登录名" autoComplete="username" />
          </SimpleGrid>
          <SimpleGrid cols={2}>
            <Secret {...field('password')} label="管理员密码" description="至少 8 位" />
            <Secret {...field('again')} label="再输一次密码" description="两次要一样" />
          </SimpleGrid>
          <Failure error={found.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={found.isPending}>
              建立接待台
            </Button>
          </Group>
        </Stack>
      </form>
    </SessionCard>
  )
}

const Field = TextInput
const Secret = PasswordInput
