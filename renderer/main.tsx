import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import './app/window.css'
import 'dayjs/locale/zh-cn'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { App } from './app/App.tsx'
import { addMissingArrayMethods } from './app/older-browsers.ts'
import { openDesk } from './bridge/desk.ts'
import { createQueryClient } from './bridge/queries.ts'
import { shareStyleNonce } from './bridge/style-nonce.ts'
import { openWire } from './bridge/wire.ts'

addMissingArrayMethods(Array.prototype)
shareStyleNonce()
// For the few checks whose own sentence is missing: never English on a screen.
z.config(z.locales.zhCN())

const root = document.getElementById('root')
if (root !== null) {
  const wire = openWire()
  createRoot(root).render(<App wire={wire} desk={openDesk(wire)} queries={createQueryClient()} />)
}
