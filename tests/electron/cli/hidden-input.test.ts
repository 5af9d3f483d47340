import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { readHidden } from '../../../electron/cli/hidden-input.ts'

/** A keyboard that notes whether it was set to hide what is typed. */
function keyboard() {
  const input = new PassThrough()
  const raw: boolean[] = []
  const output = new PassThrough({ encoding: 'utf8' })
  const hidden = readHidden(
    Object.assign(input, { setRawMode: (on: boolean) => raw.push(on) }),
    output,
    '密码：',
  )
  return { input, hidden, raw, shown: () => String(output.read() ?? '') }
}

describe('a password that is typed', () => {
  it.each([
    ['ends at Enter', ['secret word\r'], 'secret word'],
    ['may come key by key, also in Chinese', ['暗', '号', '1', '\n'], '暗号1'],
    ['can be corrected', ['secrex', '\x7f', 't\r'], 'secret'],
    ['can be started anew', ['wrong', '\x15', 'right\r'], 'right'],
    ['takes no arrow keys or tabs', ['a\tb\r'], 'ab'],
  ])('%s', async (_, keys, password) => {
    const { input, hidden, raw, shown } = keyboard()
    for (const key of keys) input.write(key)
    expect(await hidden).toBe(password)
    expect(raw).toEqual([true, false])
    expect(shown()).toBe('密码：\n')
  })

  it.each([
    ['Ctrl-C', 'half\x03'],
    ['Ctrl-D', '\x04'],
  ])('is given up with %s', async (_, keys) => {
    const { input, hidden, raw } = keyboard()
    input.write(keys)
    await expect(hidden).rejects.toThrow('没有输入密码，已取消')
    expect(raw).toEqual([true, false])
  })
})
