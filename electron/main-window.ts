import path from 'node:path'
import { app, BrowserWindow, protocol, type Session, session, type WebContents } from 'electron'
import { readWindowFile } from './window-files.ts'

const SCHEME = 'app'
const HOME = `${SCHEME}://desk/`

/** Has to run before Electron is ready: the page is served under a scheme of its own, never from file://. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

export function isOurPage(url: string): boolean {
  return URL.canParse(url) && new URL(url).href.startsWith(HOME)
}

/** Nothing but our page is shown anywhere in this program: no other address, no new window, no embedded page. */
export function confine(contents: WebContents): void {
  contents.on('will-navigate', refuseForeign)
  contents.on('will-frame-navigate', refuseForeign)
  contents.on('will-redirect', refuseForeign)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

function refuseForeign(event: { readonly url: string; readonly preventDefault: () => void }): void {
  if (!isOurPage(event.url)) event.preventDefault()
}

/** Without `persist:` the session lives in memory: nothing that was on the screen is left on the disk. */
export function openSession(windowFolder: string): Session {
  const opened = session.fromPartition('desk')
  opened.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  opened.setPermissionCheckHandler(() => false)
  opened.setDevicePermissionHandler(() => false)
  opened.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLocal(url) }))
  opened.protocol.handle(SCHEME, async ({ method, url }) => {
    if (method !== 'GET' || !isOurPage(url)) return new Response(null, { status: 404 })
    const { status, headers, body } = await readWindowFile(windowFolder, new URL(url).pathname)
    return new Response(body, { status, headers })
  })
  return opened
}

/** The window itself reaches no network at all; only the core does, to the archive the administrator named. */
function isLocal(url: string): boolean {
  return isOurPage(url) || /^(?:blob|data|devtools):/.test(url)
}

export function openWindow(programs: string, resources: string, opened: Session): BrowserWindow {
  const window = new BrowserWindow({
    title: '信访接待台',
    icon: path.join(resources, 'icons/icon.png'),
    width: 1360,
    height: 860,
    minWidth: 960,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      session: opened,
      preload: path.join(programs, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      // Its dictionaries would be fetched from the network.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  window.once('ready-to-show', () => {
    window.maximize()
    window.show()
  })
  // What was being typed is in the drafts; a fresh page shows it again.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload()
  })
  // It fails only when the window is closed before the page is there.
  window.loadURL(HOME).catch(() => {})
  return window
}
