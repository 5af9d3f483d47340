import { DeskError, type FieldProblem } from '../../shared/contract/errors.ts'
import { COMMON, type Command, UsageError, wantsHelp } from './command.ts'
import { COMMAND_NAMES, loadAll, loadCommand } from './commands/index.ts'
import { fileProblem } from './file-problems.ts'
import { helpOf, listOf } from './help.ts'
import type { Terminal } from './terminal.ts'

/** What a run of the program leaves behind. */
export type Ran = { readonly code: 0 | 1 | 2; readonly stdout: string; readonly stderr: string }

export async function run(args: readonly string[], terminal: Terminal): Promise<Ran> {
  try {
    const { command, rest } = await findCommand(args)
    if (command === null) return printed(listOf(await loadAll()))
    if (wantsHelp(rest)) return printed(helpOf(command, COMMON))
    const { json, text, problems = [] } = await command.run(rest, terminal)
    const shown = rest.includes('--json') ? JSON.stringify(json) : text
    return { ...printed(shown), code: problems.length > 0 ? 1 : 0, stderr: linesOf(problems) }
  } catch (error) {
    return explain(error)
  }
}

async function findCommand(
  args: readonly string[],
): Promise<{ command: Command | null; rest: readonly string[] }> {
  const [first, second] = args
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    return { command: null, rest: [] }
  }
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

function printed(text: string): Ran {
  return { code: 0, stdout: text === '' ? '' : linesOf([text]), stderr: '' }
}

function linesOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

async function explain(error: unknown): Promise<Ran> {
  if (error instanceof UsageError) return { code: 2, stdout: '', stderr: linesOf([error.message]) }
  const bugs: string[] = []
  const { message, fields = [] } = await problemOf(error, (bug) => bugs.push(whereFrom(bug)))
  // One field has said it all in the sentence itself.
  const listed = fields.length > 1 ? fields.map((field) => `  ${field.path}：${field.message}`) : []
  return { code: 1, stdout: '', stderr: linesOf([asSentence(message), ...listed, ...bugs]) }
}

type Problem = { readonly message: string; readonly fields?: readonly FieldProblem[] }

/** The core is loaded only now: a command that needs no store answers at once. */
async function problemOf(error: unknown, onBug: (bug: unknown) => void): Promise<Problem> {
  if (error instanceof DeskError) return error
  const ofFile = fileProblem(error)
  if (ofFile) return ofFile
  const dispatch = await import('../core/dispatch.ts')
  return dispatch.problemOf(error, 'the terminal', (_, bug) => onBug(bug))
}

/** What stands under a field of a form has no full stop. */
function asSentence(message: string): string {
  return /[。！？]$/.test(message) ? message : `${message}。`
}

/** For whoever mends it. Never the message, which may quote what was typed. */
function whereFrom(bug: unknown): string {
  if (!(bug instanceof Error)) return typeof bug
  const frames = (bug.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [bug.name, ...frames.slice(0, 8)].join('\n')
}
