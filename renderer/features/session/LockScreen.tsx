import { Alert, Anchor, Text } from '@mantine/core'
import { useState } from 'react'
import type { OpenSession, Session } from '../../bridge/desk-context.tsx'
import { SessionCard } from './SessionCard.tsx'
import { SignInForm } from './SignInForm.tsx'

type Props = {
  readonly session: Session
  /** Whose page lies underneath. */
  readonly who: OpenSession['me']
  /** Why it came, when the person did not ask for it. */
  readonly why: string
  readonly onOpened: () => void
}

/** Over the page until somebody signs in; only the same person gets the page back as it was. */
export function LockScreen({ session, who, why, onOpened }: Props) {
  const [other, setOther] = useState(false)
  return (
    <SessionCard
      title={other ? '换人登录' : '已锁定'}
      note={
        other
          ? '换人登录后，前一位打开的页面不会保留；已填写的内容在草稿中。'
          : `${who.name} 登录后回到刚才的页面。`
      }
    >
      {why !== '' && (
        <Alert role="status" variant="outline">
          {why}
        </Alert>
      )}
      <SignInForm key={String(other)} session={session} login={other ? '' : who.login} onOpened={onOpened} />
      {!other && (
        <Text>
          <Anchor component="button" type="button" onClick={() => setOther(true)}>
            换人登录
          </Anchor>
        </Text>
      )}
    </SessionCard>
  )
}
