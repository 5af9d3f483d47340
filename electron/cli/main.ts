// The same core from a terminal: `npm run --silent desk -- <command>`.
import { run } from './run.ts'
import { openTerminal } from './terminal.ts'

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `| head` has read enough.
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

const { code, stdout, stderr } = await run(process.argv.slice(2), openTerminal(process.env))
process.stdout.write(stdout)
process.stderr.write(stderr)
process.exitCode = code
