// The core in a process of its own: a child of plain Node in the browser shell, a utility process in Electron.
import { parseArgs } from 'node:util'
import { DeskError } from '../shared/contract/errors.ts'
import { createApp } from './core/app.ts'
import type { FromCore, ToCore } from './core-process.ts'

type Port = {
  readonly send: (message: FromCore) => void
  readonly listen: (on: (message: unknown) => void) => void
}

const { values } = parseArgs({ options: { data: { type: 'string' }, resources: { type: 'string' } } })
if (values.data === undefined || values.resources === undefined) {
  throw new Error('core-main needs --data and --resources')
}

const port = openPort()
const app = createApp({
  dataDir: values.data,
  resourcesDir: values.resources,
  emit: (event) => port.send({ event }),
})

app.then(
  () => port.send({ ready: true }),
  (error: unknown) => {
    if (!(error instanceof DeskError)) throw error
    // The shell ends this process after it has heard why.
    port.send({ failed: error.toProblem() })
  },
)

port.listen((message) => {
  if (!isToCore(message)) return
  void ('close' in message ? close() : answer(message))
})
process.on('disconnect', close)
process.on('SIGTERM', close)
// Ctrl-C, or closing the terminal, reaches the whole group at once; the shell decides when the core closes.
process.on('SIGINT', () => {})
process.on('SIGHUP', () => {})

async function answer({ id, method, input }: Exclude<ToCore, { close: true }>): Promise<void> {
  const opened = await app.catch(() => null)
  if (opened !== null) port.send({ id, reply: await opened.call(method, input) })
}

async function close(): Promise<void> {
  const opened = await app.catch(() => null)
  await opened?.close()
  process.exit(0)
}

/** Electron's typings of `process.parentPort` come with 'electron', which the core never imports. */
function openPort(): Port {
  const parentPort: unknown = Reflect.get(process, 'parentPort')
  if (isParentPort(parentPort)) {
    return {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Electron's port, not a window
      send: (message) => parentPort.postMessage(message),
      listen: (on) => parentPort.on('message', ({ data }) => on(data)),
    }
  }
  return {
    send(message) {
      // Without a parent there is nobody left to tell; `disconnect` closes the store.
      if (process.connected) process.send?.(message, undefined, undefined, () => {})
    },
    listen: (on) => void process.on('message', on),
  }
}

type ParentPort = {
  readonly postMessage: (message: unknown) => void
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value
}

function isToCore(value: unknown): value is ToCore {
  return typeof value === 'object' && value !== null && ('close' in value || 'method' in value)
}
