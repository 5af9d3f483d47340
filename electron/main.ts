// The Electron shell: one window, the core in a utility process, and a wire between them.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { app, dialog, Menu, type MenuItemConstructorOptions, utilityProcess } from 'electron'
import { type CoreChild, CoreProcess } from './core-process.ts'
import { defaultDataFolder } from './data-folder.ts'
import { sendEvent, serveIpc } from './ipc-main.ts'
import { programBeside, programFolder } from './layout.ts'
import { confine, declareScheme, openSession, openWindow } from './main-window.ts'

const root = programFolder(import.meta.url)
const resources = path.join(root, 'resources')
const data = path.resolve(
  app.commandLine.getSwitchValue('data') || defaultDataFolder(process.platform, process.env),
)

const MENU: MenuItemConstructorOptions[] = [
  { label: '文件', submenu: [{ role: 'quit', label: '退出' }] },
  {
    label: '编辑',
    submenu: [
      { role: 'undo', label: '撤销' },
      { role: 'redo', label: '重做' },
      { type: 'separator' },
      { role: 'cut', label: '剪切' },
      { role: 'copy', label: '复制' },
      { role: 'paste', label: '粘贴' },
      { role: 'selectAll', label: '全选' },
    ],
  },
  {
    label: '显示',
    submenu: [
      { role: 'zoomIn', label: '放大' },
      { role: 'zoomOut', label: '缩小' },
      { role: 'resetZoom', label: '实际大小' },
      { role: 'togglefullscreen', label: '全屏' },
    ],
  },
]

prepare()
if (!keepOwnFiles()) app.exit(1)
else if (app.requestSingleInstanceLock()) void app.whenReady().then(open)
else app.quit()

/** What Electron wants settled before it is ready. */
function prepare(): void {
  app.enableSandbox()
  declareScheme()
  app.commandLine.appendSwitch('lang', 'zh-CN')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.on('web-contents-created', (_event, contents) => confine(contents))
}

/** One program per store: Electron's own files, and with them the single-instance lock, lie beside the store. */
function keepOwnFiles(): boolean {
  const own = path.join(data, 'window')
  try {
    mkdirSync(own, { recursive: true })
  } catch {
    const message = `数据文件夹 ${data} 不能写入，请检查它所在的磁盘和权限后重新打开程序。`
    dialog.showErrorBox('信访接待台', message)
    return false
  }
  app.setPath('userData', own)
  app.setPath('sessionData', own)
  return true
}

async function open(): Promise<void> {
  Menu.setApplicationMenu(Menu.buildFromTemplate(MENU))
  const core = new CoreProcess({ start: startCore, onEvent: (event) => sendEvent(window, event) })
  const window = openWindow(import.meta.dirname, resources, openSession(path.join(root, '.build/renderer')))
  serveIpc(window, core.call)

  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.once('will-quit', (event) => {
    event.preventDefault()
    void core.close().then(() => app.exit())
  })

  const problem = await core.started
  if (problem === null) return
  dialog.showErrorBox('信访接待台', problem.message)
  app.exit(1)
}

function startCore(): CoreChild {
  const child = utilityProcess.fork(
    programBeside(import.meta.url, 'core-main'),
    ['--data', data, '--resources', resources],
    {
      serviceName: 'desk-core',
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  return {
    send(message) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, not a window
      child.postMessage(message)
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  }
}
