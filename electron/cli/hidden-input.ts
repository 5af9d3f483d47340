import { DeskError } from '../../shared/contract/errors.ts'

/** A terminal's keyboard. */
export type HiddenInput = NodeJS.ReadableStream & { setRawMode(on: boolean): unknown }

const ENTER = /[\r\n]/
const INTERRUPT = '\x03'
const END = '\x04'
const ERASE = new Set(['\x7f', '\b'])
const ERASE_LINE = '\x15'

/** Reads one line of which nothing is shown, not even its length. */
export function readHidden(
  input: HiddenInput,
  output: NodeJS.WritableStream,
  prompt: string,
): Promise<string> {
  // Hidden first: somebody may type as soon as the question is there.
  input.setRawMode(true)
  input.setEncoding('utf8')
  output.write(prompt)
  return new Promise((resolve, reject) => {
    let typed: string[] = []
    const stop = () => {
      input.off('data', onData)
      input.off('end', onEnd)
      input.setRawMode(false)
      input.pause()
      output.write('\n')
    }
    const giveUp = () => {
      stop()
      reject(new DeskError('cancelled', '没有输入密码，已取消；没有作任何改动。'))
    }
    const onEnd = giveUp
    const onData = (text: string) => {
      for (const key of text) {
        if (ENTER.test(key)) {
          stop()
          resolve(typed.join(''))
          return
        }
        if (key === INTERRUPT || key === END) return giveUp()
        if (ERASE.has(key)) typed.pop()
        else if (key === ERASE_LINE) typed = []
        else if (key >= ' ') typed.push(key)
      }
    }
    input.on('data', onData)
    input.on('end', onEnd)
    input.resume()
  })
}
