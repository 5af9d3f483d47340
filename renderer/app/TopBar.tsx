import { Button, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { ROLES } from '../../shared/domain/account.ts'
import { useSession } from '../bridge/desk-context.tsx'
import classes from './Frame.module.css'

type Props = {
  readonly onFind: () => void
  readonly onHelp: () => void
  readonly onLock: () => void
  readonly onChangePassword: () => void
}

const SCHEMES = [
  ['auto', '明暗跟随系统'],
  ['light', '浅色'],
  ['dark', '深色'],
] as const

export function TopBar({ onFind, onHelp, onLock, onChangePassword }: Props) {
  const { station, me, school } = useSession()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const roles = me.roles.map((role) => ROLES[role]).join('、')
  return (
    <header className={classes['top']}>
      <span className={classes['name']}>信访接待台</span>
      {station !== null && (
        <span className={classes['station']} title={school}>
          接待点 {station.code} {station.name}
        </span>
      )}
      <UnstyledButton className={classes['find'] ?? ''} onClick={onFind} aria-keyshortcuts="Control+K">
        <span>查找或扫码</span>
        <span>Ctrl+K</span>
      </UnstyledButton>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="subtle" size="compact-sm">
            {roles} {me.name} ▾
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onLock} rightSection="F9">
            锁定或换人登录
          </Menu.Item>
          <Menu.Item onClick={onChangePassword}>修改密码</Menu.Item>
          <Menu.Item onClick={onHelp} rightSection="F1">
            本页可用的按键
          </Menu.Item>
          <Menu.Divider />
          {SCHEMES.map(([scheme, label]) => (
            <Menu.Item
              key={scheme}
              onClick={() => setColorScheme(scheme)}
              rightSection={colorScheme === scheme ? '当前' : undefined}
            >
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button variant="default" size="compact-sm" onClick={onLock} aria-keyshortcuts="F9">
        锁定 F9
      </Button>
    </header>
  )
}
