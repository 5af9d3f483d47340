import { parseArgs } from 'node:util'
import type { Terminal } from './terminal.ts'

/** Typed wrongly: nothing was tried. Exit code 2, everything else that fails is 1. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export type OptionSpec =
  | {
      readonly type: 'string'
      /** What stands for the value in the help: `DIR`. */
      readonly value: string
      readonly help: string
      readonly required?: true
    }
  | { readonly type: 'boolean'; readonly help: string }

export type Options = Readonly<Record<string, OptionSpec>>

type ValueOf<S extends OptionSpec> = S extends { type: 'boolean' }
  ? boolean
  : S extends { required: true }
    ? string
    : string | undefined
export type Values<O extends Options> = { readonly [K in keyof O]: ValueOf<O[K]> }

/** What a command answers with: the same facts for a program and for a person. */
export type Outcome = {
  readonly json: unknown
  readonly text: string
  /** Whole sentences for stderr; with one of them the exit code is 1. */
  readonly problems?: readonly string[]
}

export type Description<O extends Options = Options> = {
  /** One or two words as typed: `archive init`. */
  readonly name: string
  /** One line in the list of commands. */
  readonly summary: string
  readonly options: O
  /** Paragraphs under the options. */
  readonly notes?: readonly string[]
  readonly examples?: readonly string[]
}

export type Command = Description & {
  run: (args: readonly string[], terminal: Terminal) => Promise<Outcome>
}

/** For every command; `help` and `json` are looked at by the program itself. */
export const COMMON = {
  json: { type: 'boolean', help: '只向标准输出写一个 JSON 对象，供其他程序读取' },
  help: { type: 'boolean', help: '显示本说明' },
} as const satisfies Options

export function defineCommand<const O extends Options>(
  description: Description<O> & { work: (values: Values<O>, terminal: Terminal) => Promise<Outcome> },
): Command {
  const { work, ...rest } = description
  return { ...rest, run: (args, terminal) => work(readOptions(description, args), terminal) }
}

export function wantsHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h')
}

function readOptions<O extends Options>(description: Description<O>, args: readonly string[]): Values<O> {
  refusePassword(args)
  const specs: Options = { ...description.options, ...COMMON }
  const parsed = parse(description, specs, args)
  const values: Record<string, string | boolean | undefined> = {}
  for (const [name, spec] of Object.entries(specs)) {
    const value = parsed[name]
    if (spec.type === 'string' && (value === undefined ? spec.required : value === '')) {
      const problem = value === undefined ? '缺少选项' : '没有写值的选项'
      throw new UsageError(
        `${problem} --${name} ${spec.value}（${spec.help}），用法见 ${description.name} --help。`,
      )
    }
    values[name] = spec.type === 'boolean' ? value === true : value
  }
  return values as Values<O>
}

/** Arguments can be read by every user of the machine and stay in the shell's history. */
function refusePassword(args: readonly string[]): void {
  if (args.some((arg) => /^--?pass(word|wd)?(=|$)/.test(arg))) {
    throw new UsageError(
      '密码不能写在命令里（会被其他用户看到）：请用环境变量 DESK_PASSWORD，或运行后按提示输入。',
    )
  }
}

function parse(
  description: Description,
  specs: Options,
  args: readonly string[],
): Record<string, string | boolean | undefined> {
  const options = Object.fromEntries(Object.entries(specs).map(([name, { type }]) => [name, { type }]))
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values
  } catch (error) {
    throw new UsageError(`${usageProblem(error)}，用法见 ${description.name} --help。`)
  }
}

/** Node's own words are English; only the option's name is taken from them, never a value. */
function usageProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  const option = error instanceof Error ? (/(?<!\w)(--?[\p{L}\d-]+)/u.exec(error.message)?.[1] ?? '') : ''
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `没有 ${option} 这个选项`
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return `选项 ${option} 的写法不对（该写值的没有写值，或不该写值的写了值）`
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return '有不属于任何选项的内容（含空格的值请加引号）'
    default:
      throw error
  }
}

export function wholeNumber(text: string, option: string, min: number, max: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < min || value > max) {
    throw new UsageError(`--${option} 应是 ${min} 到 ${max} 之间的整数，请核对“${text}”。`)
  }
  return value
}

export function oneOf<T extends string>(text: string, option: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === text)
  if (found === undefined) throw new UsageError(`--${option} 只能是 ${allowed.join('、')}，请核对“${text}”。`)
  return found
}
