import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { aDesk, PASSWORD, type TestDesk } from '../../helpers/a-desk.ts'
import { startDesk } from './desk-program.ts'
import { type DeskWindow, openWindow } from './desk-window.ts'

export type OpenDesk = {
  readonly window: DeskWindow
  readonly recoveryCode: string
  readonly killCore: () => void
  readonly close: () => Promise<void>
}

/** A desk somebody has worked at before (from `now` on by that desk's clock), its administrator (who also receives visitors) signed in at the window. */
export async function openDesk(
  before: (desk: TestDesk) => Promise<void>,
  now: number = Date.now() - 60_000,
): Promise<OpenDesk> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'desk-window-'))
  const earlier = await aDesk({ dataDir, now })
  await before(earlier)
  await earlier.close()

  const program = await startDesk(dataDir)
  const window = await openWindow(program.url)
  await window.sees('登录信访接待台')
  await signIn(window)
  return {
    window,
    recoveryCode: earlier.recoveryCode,
    killCore: program.killCore,
    async close() {
      await window.close()
      await program.stop()
    },
  }
}

/** The name stands there already: the password and Enter. */
export async function signIn({ fill, press, page }: DeskWindow): Promise<void> {
  await fill('密码', PASSWORD)
  await press('Enter')
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
}
