import type { Session } from '../../bridge/desk-context.tsx'
import { SessionCard } from './SessionCard.tsx'
import { lastLogin, SignInForm } from './SignInForm.tsx'

export function SignInPage({ session }: { session: Session }) {
  const station = session.station === null ? '' : `　接待点 ${session.station.code} ${session.station.name}`
  return (
    <SessionCard title="登录信访接待台" note={`${session.school}${station}`}>
      <SignInForm session={session} login={lastLogin(session)} />
    </SessionCard>
  )
}
