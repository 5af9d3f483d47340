import { Checkbox, Group, Loader, PasswordInput, Select, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Account, ROLES, type Role, roleSchema } from '../../../shared/domain/account.ts'
import { useSession } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Failure } from '../../ui/Failure.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { filterByPinyin, UnitSelect } from '../../ui/UnitSelect.tsx'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import { ItemTable } from './ItemTable.tsx'

const NEW_ACCOUNT: Account = {
  login: '',
  name: '',
  roles: ['receptionist'],
  active: true,
  unit: '',
  leader: '',
}

export function AccountsSection() {
  const { data, error, isPending, refetch } = useDeskQuery('accounts.list', undefined)
  const [open, setOpen] = useState<Account | null>(null)
  const { units, leaders } = useCatalogue()
  const whose = (unit: string, leader: string) =>
    [unit === '' ? '' : nameOfCode(units, unit), leaders.find(({ code }) => code === leader)?.post ?? '']
      .filter(Boolean)
      .join('、') || '—'
  return (
    <>
      <Failure error={error} onRetry={() => void refetch()} />
      {isPending && <Loader aria-label="正在打开账户" />}
      {data !== undefined && (
        <ItemTable
          noun="账户"
          about="每人一个账户，按实际承担的工作选择角色；离岗的停用，不删除。"
          items={data}
          nameOf={({ name }) => name}
          keyOf={({ login }) => login}
          columns={[
            { head: '登录名', text: ({ login }) => login },
            { head: '角色', text: ({ roles }) => roles.map((role) => ROLES[role]).join('、') },
            { head: '单位或领导', text: ({ unit, leader }) => whose(unit, leader) },
            { head: '状态', text: ({ active }) => (active ? '可以登录' : '已停用') },
          ]}
          onOpen={setOpen}
          onAdd={() => setOpen(NEW_ACCOUNT)}
        />
      )}
      {open !== null && (
        <AccountDialog
          start={open}
          known={data?.map(({ login }) => login) ?? []}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

type Props = { readonly start: Account; readonly known: readonly string[]; readonly onClose: () => void }

function AccountDialog({ start, known, onClose }: Props) {
  const call = useCheckedCall('accounts.save')
  const isNew = start.login === ''
  const [account, setAccount] = useState(start)
  const [password, setPassword] = useState('')
  const change = (part: Partial<Account>) => setAccount({ ...account, ...part })

  async function send() {
    if (isNew && known.includes(account.login.trim())) {
      call.fail([{ path: 'login', message: '这个登录名已经有了，请换一个。' }])
      return
    }
    if (isNew && password === '') {
      call.fail([{ path: 'password', message: '请为新账户设置密码，至少 8 位。' }])
      return
    }
    if (account.roles.includes('unit') && account.unit === '') {
      call.fail([{ path: 'unit', message: '请选择这位负责人所在的单位。' }])
      return
    }
    const saved = await call.send({ ...account, password: password === '' ? null : password })
    if (saved !== null) onClose()
  }

  return (
    <FormDialog
      title={isNew ? '新增账户' : `账户：${start.name}`}
      submitLabel="保存账户"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <AccountFields account={account} isNew={isNew} onChange={change} errorAt={call.errorAt} />
      <PasswordInput
        label={isNew ? '密码' : '重设密码'}
        description={isNew ? '至少 8 位；请本人登录后自己更改。' : '不重设就留空。重设后旧密码立即失效。'}
        required={isNew}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        autoComplete="new-password"
        error={call.errorAt('password')}
        visibilityToggleButtonProps={{ 'aria-label': '显示或隐去密码' }}
      />
    </FormDialog>
  )
}

type FieldsProps = {
  readonly account: Account
  readonly isNew: boolean
  readonly onChange: (change: Partial<Account>) => void
  readonly errorAt: (path: string) => string | undefined
}

function AccountFields({ account, isNew, onChange, errorAt }: FieldsProps) {
  const { login } = useSession().me
  const isMe = login === account.login && !isNew
  return (
    <>
      <Group grow align="start">
        <TextInput
          label="姓名"
          required
          data-autofocus
          value={account.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
          error={errorAt('name')}
        />
        <TextInput
          label="登录名"
          required
          disabled={!isNew}
          value={account.login}
          onChange={(event) => onChange({ login: event.currentTarget.value })}
          error={errorAt('login')}
          autoComplete="off"
        />
      </Group>
      <Checkbox.Group
        label="角色"
        required
        value={[...account.roles]}
        onChange={(roles) => onChange({ roles: roleSchema.array().parse(roles) })}
        error={errorAt('roles')}
      >
        <Group mt={4}>
          {rolesInOrder().map(([role, name]) => (
            <Checkbox key={role} value={role} label={name} disabled={isMe && role === 'admin'} />
          ))}
        </Group>
      </Checkbox.Group>
      <WhoseAccount account={account} onChange={onChange} errorAt={errorAt} />
      <Switch
        label="可以登录"
        description={isMe ? '不能停用自己的账户。' : undefined}
        disabled={isMe}
        checked={account.active}
        onChange={(event) => onChange({ active: event.currentTarget.checked })}
      />
    </>
  )
}

/** Which unit the head of a unit looks after, and which of the leaders the duty leader is. */
function WhoseAccount({ account, onChange, errorAt }: Omit<FieldsProps, 'isNew'>) {
  const { leaders } = useCatalogue()
  return (
    <>
      {account.roles.includes('unit') && (
        <UnitSelect
          label="负责的单位"
          description="只看得到这个单位承办、协办和牵头渠道的事项。"
          required
          value={account.unit === '' ? null : account.unit}
          onChange={(unit) => onChange({ unit: unit ?? '' })}
          error={errorAt('unit')}
        />
      )}
      {account.roles.includes('leader') && (
        <Select
          label="是哪位校领导"
          description="呈报给这位领导的事项由本账户批示；不选的，各位领导的都可以看到。"
          clearable
          searchable
          data={leaders
            .filter(({ active, code }) => active || code === account.leader)
            .map(({ code, post, name }) => ({ value: code, label: [post, name].filter(Boolean).join(' ') }))}
          filter={filterByPinyin}
          value={account.leader === '' ? null : account.leader}
          onChange={(leader) => onChange({ leader: leader ?? '' })}
          error={errorAt('leader')}
        />
      )}
    </>
  )
}

function rolesInOrder(): readonly (readonly [Role, string])[] {
  return roleSchema.options.map((role) => [role, ROLES[role]])
}
