import { Group, PasswordInput, Radio, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import { problemsOfTarget, type Target, targetOf, urlOf } from './archive-target.ts'

type Props = { readonly url: string; readonly onClose: () => void }

/** Where batches go: a folder, or a PostgreSQL database whose password is kept apart from its address. */
export function TargetDialog({ url, onClose }: Props) {
  const call = useCheckedCall('archive.set')
  const [target, setTarget] = useState(() => targetOf(url))
  const [password, setPassword] = useState('')

  async function save() {
    const wrong = problemsOfTarget(target)
    call.fail(wrong)
    if (wrong.length > 0) return
    const saved = await call.send({ url: urlOf(target), password: password === '' ? null : password })
    if (saved !== null) onClose()
  }

  return (
    <FormDialog
      title="归档去向"
      submitLabel="保存归档去向"
      onSubmit={() => void save()}
      onClose={onClose}
      call={call}
    >
      {call.errorAt('url') !== undefined && (
        <Text c="var(--mantine-color-error)" role="alert">
          {call.errorAt('url')}
        </Text>
      )}
      <TargetFields
        target={target}
        onChange={(change) => setTarget({ ...target, ...change })}
        errorAt={(path) => call.errorAt(path)}
      />
      {target.kind === 'postgresql' && (
        <PasswordInput
          label="密码"
          description={
            url === '' ? '与地址分开保存，以后不再显示。' : '与地址分开保存，以后不再显示；不改就留空。'
          }
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': '显示或隐去密码' }}
        />
      )}
    </FormDialog>
  )
}

type FieldsProps = {
  readonly target: Target
  readonly onChange: (change: Partial<Target>) => void
  readonly errorAt: (path: keyof Target) => string | undefined
}

function TargetFields({ target, onChange, errorAt }: FieldsProps) {
  return (
    <>
      <Radio.Group
        label="归档方式"
        value={target.kind}
        onChange={(kind) => onChange({ kind: kind === 'postgresql' ? 'postgresql' : 'folder' })}
      >
        <Group mt={4}>
          <Radio value="folder" label="文件夹（移动硬盘、网络共享）" data-autofocus />
          <Radio value="postgresql" label="学校数据库（PostgreSQL）" />
        </Group>
      </Radio.Group>
      {target.kind === 'folder' ? (
        <TextInput
          label="文件夹的完整路径"
          description="例如 D:\信访归档 或 /media/归档盘/信访。"
          required
          value={target.path}
          onChange={(event) => onChange({ path: event.currentTarget.value })}
          error={errorAt('path')}
        />
      ) : (
        <DatabaseFields target={target} onChange={onChange} errorAt={errorAt} />
      )}
    </>
  )
}

function DatabaseFields({ target, onChange, errorAt }: FieldsProps) {
  return (
    <>
      <Group grow align="start">
        <TextInput
          label="服务器"
          required
          value={target.host}
          onChange={(event) => onChange({ host: event.currentTarget.value })}
          error={errorAt('host')}
        />
        <TextInput
          label="端口"
          required
          inputMode="numeric"
          value={target.port}
          onChange={(event) => onChange({ port: event.currentTarget.value })}
          error={errorAt('port')}
        />
      </Group>
      <Group grow align="start">
        <TextInput
          label="数据库名"
          required
          value={target.database}
          onChange={(event) => onChange({ database: event.currentTarget.value })}
          error={errorAt('database')}
        />
        <TextInput
          label="用户名"
          required
          value={target.user}
          onChange={(event) => onChange({ user: event.currentTarget.value })}
          error={errorAt('user')}
          autoComplete="off"
        />
      </Group>
    </>
  )
}
