import type { Command, Description, OptionSpec } from './command.ts'

const RUN = 'npm run --silent desk --'

export function helpOf(command: Description, common: Readonly<Record<string, OptionSpec>>): string {
  const options = Object.entries({ ...command.options, ...common })
  const usage = options
    .filter(([name]) => !(name in common))
    .map(([name, spec]) => {
      const text = spec.type === 'string' ? `--${name} ${spec.value}` : `--${name}`
      return spec.type === 'string' && spec.required ? text : `[${text}]`
    })
  const lines = options.map(([name, spec]) => {
    const left = spec.type === 'string' ? `--${name} ${spec.value}` : `--${name}`
    return `  ${padded(left, 24)} ${spec.help}`
  })
  const parts = [
    [command.summary],
    ['用法：', `  ${RUN} ${[command.name, ...usage].join(' ')}`],
    ['选项：', ...lines],
    ...(command.notes ?? []).map((note) => [note]),
    ...(command.examples ? [['例：', ...command.examples.map((example) => `  ${RUN} ${example}`)]] : []),
  ]
  return parts.map((part) => part.join('\n')).join('\n\n')
}

/** A Chinese character takes two columns of a terminal. */
function padded(text: string, columns: number): string {
  const width = text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0)
  return text + ' '.repeat(Math.max(0, columns - width))
}

export function listOf(commands: readonly Command[]): string {
  return [
    '信访接待台的终端命令，与窗口程序用的是同一套规则和数据。',
    '',
    `用法：${RUN} <命令> [选项]`,
    '',
    ...commands.map((command) => `  ${padded(command.name, 16)} ${command.summary}`),
    '',
    '每个命令加 --help 可看详细说明，加 --json 则输出 JSON。',
    '密码取自环境变量 DESK_PASSWORD，没有设置时在终端提示输入；不能写在命令里。',
    '成功时退出码为 0；失败时为 1，命令写错时为 2，原因用一句话写在标准错误上。',
  ].join('\n')
}
