// The same core from a terminal: `npm run --silent desk -- <command>`.
import { DeskError } from '../../shared/contract/errors.ts'
import { COMMON, type Command, type Outcome, UsageError, wantsHelp } from './command.ts'
import { COMMAND_NAMES, loadAll, loadCommand } from './commands/index.ts'
import { fileProblem } from './file-problems.ts'
import { helpOf, listOf } from './help.ts'
import { openTerminal } from './terminal.ts'

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `| head` has read enough.
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  try {
    const { command, rest } = await findCommand(args)
    if (command === null) return print(listOf(await loadAll()))
    if (wantsHelp(rest)) return print(helpOf(command, COMMON))
    return show(await command.run(rest, openTerminal()), rest.includes('--json'))
  } catch (error) {
    return await explain(error)
  }
}

async function findCommand(
  args: readonly string[],
): Promise<{ command: Command | null; rest: readonly string[] }> {
  const [first, second] = args
  if (first === undefined || first === 'help' || first === '--help' || first === '-h')
    return { command: null, rest: [] }
  const pair = await loadCommand(`${first} ${second ?? ''}`)
  if (pair) return { command: pair, rest: args.slice(2) }
  const command = await loadCommand(first)
  if (command) return { command, rest: args.slice(1) }
  const known = COMMAND_NAMES.filter((name) => name.startsWith(`${first} `))
  throw new UsageError(
    known.length > 0
      ? `${first} 后面要写明做什么：${known.join('、')}。`
      : `没有“${first}”这个命令，可用的命令有：${COMMAND_NAMES.join('、')}。`,
  )
}

function show({ json, text, problems = [] }: Outcome, asJson: boolean): number {
  print(asJson ? JSON.stringify(json) : text)
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  return problems.length > 0 ? 1 : 0
}

function print(text: string): 0 {
  process.stdout.write(text.endsWith('\n') || text === '' ? text : `${text}\n`)
  return 0
}

async function explain(error: unknown): Promise<number> {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`)
    return 2
  }
  const problem = await problemOf(error)
  process.stderr.write(`${problem.message}\n`)
  // One field has said it all in the sentence itself.
  const fields = error instanceof DeskError ? error.fields : []
  if (fields.length > 1)
    for (const field of fields) process.stderr.write(`  ${field.path}：${field.message}\n`)
  return 1
}

/** The core is loaded only now: a command that needs no store answers at once. */
async function problemOf(error: unknown): Promise<{ readonly message: string }> {
  if (error instanceof DeskError) return error
  const ofFile = fileProblem(error)
  if (ofFile) return ofFile
  const dispatch = await import('../core/dispatch.ts')
  return dispatch.problemOf(error, 'the terminal', (_, bug) => process.stderr.write(`${whereFrom(bug)}\n`))
}

/** For whoever mends it. Never the message, which may quote what was typed. */
function whereFrom(bug: unknown): string {
  if (!(bug instanceof Error)) return typeof bug
  const frames = (bug.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [bug.name, ...frames.slice(0, 8)].join('\n')
}
