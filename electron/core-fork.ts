import { fork } from 'node:child_process'
import type { CoreChild } from './core-process.ts'

/** Starts the core as a child process of plain Node. */
export function forkCore(program: string, args: readonly string[]): CoreChild {
  // Whatever a library may print belongs beside our messages to a person, not between them.
  const child = fork(program, args, { stdio: ['ignore', 2, 2, 'ipc'], execArgv: [] })
  return {
    send(message) {
      // A send to a process that has just died fails; its exit event answers the call.
      child.send(message, () => {})
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit(listener) {
      const once = onlyOnce(listener)
      child.once('exit', once)
      child.once('error', once)
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

function onlyOnce(listener: () => void): () => void {
  let done = false
  return () => {
    if (done) return
    done = true
    listener()
  }
}
