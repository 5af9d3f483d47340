// Preloaded into a forked process: it then talks to its parent as Electron's utility processes do, and only so.
import { EventEmitter } from 'node:events'

const send = process.send.bind(process)
const port = new EventEmitter()
port.postMessage = (message) => send(message)
process.on('message', (data) => port.emit('message', { data, ports: [] }))
// Electron ends a utility process with the program it belongs to.
process.on('disconnect', () => process.exit())
process.parentPort = port
process.send = undefined
