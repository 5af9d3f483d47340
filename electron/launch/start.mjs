// `npm start`: installs and builds what is missing, then opens the program: Electron if it can, else the browser.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './build.mjs'
import { makeDemo } from './demo.mjs'
import { electronProgram } from './electron-program.mjs'
import { ensureInstalled } from './install.mjs'
import { LaunchError, launch, projectNode, root, run, say } from './machine.mjs'

await launch(async () => {
  const wanted = readArguments()
  endWithParent()
  await ensureInstalled()
  const node = projectNode()
  await ensureBuilt()
  const demo = wanted.demo ? await makeDemo() : null
  try {
    return await open(node, wanted, demo?.data ?? wanted.data)
  } finally {
    demo?.remove()
  }
})

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        demo: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        browser: { type: 'boolean', default: false },
        data: { type: 'string' },
      },
    })
    // npm runs us in the project's folder; the person meant the one they typed it in.
    const typedIn = process.env['INIT_CWD'] ?? process.cwd()
    return { ...values, data: values.data === undefined ? null : path.resolve(typedIn, values.data) }
  } catch {
    throw new LaunchError(
      '参数有误：可以使用 --demo（演示）、--data 文件夹（数据位置）、--no-open（只显示地址）、--browser（用浏览器打开）。',
    )
  }
}

/** Killing npm leaves what it started behind, without a terminal to end it from; this ends it then. */
function endWithParent() {
  const parent = process.ppid
  const watch = () => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }
  setInterval(watch, 1000).unref()
}

async function open(node, wanted, data) {
  const electron = await chooseElectron(wanted)
  if (electron !== null) {
    const code = await run(electron, [root, ...(data === null ? [] : [`--data=${data}`])])
    // The system could not even run it (a missing library, a forbidden sandbox): nothing of ours was reached.
    if (code < 126) return code
    say('Electron 在本机无法运行，改用浏览器打开。')
  }
  const args = [...(data === null ? [] : ['--data', data]), ...(wanted['no-open'] ? ['--no-open'] : [])]
  return run(node, ['.build/electron/loopback-main.cjs', ...args])
}

async function chooseElectron(wanted) {
  if (wanted['no-open'] || wanted.browser) return null
  const why = whyNoWindow()
  if (why !== null) {
    say(`${why}，改用浏览器打开。`)
    return null
  }
  const program = await electronProgram()
  if (program === null) say('本机没有 Electron，也没有下载成功，改用浏览器打开。')
  return program
}

function whyNoWindow() {
  if (process.platform !== 'linux') return null
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return '这里没有图形界面'
  // It would need its sandbox switched off, which it never is here.
  return process.getuid?.() === 0 ? 'Electron 不能以 root 身份运行' : null
}
