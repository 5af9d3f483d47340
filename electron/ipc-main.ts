import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Call, CoreEvent } from '../shared/contract/call.ts'
import { isOurPage } from './main-window.ts'

/** Carries the window's calls to the core. Answers nobody but the page we loaded into it. */
export function serveIpc(window: BrowserWindow, call: Call): void {
  ipcMain.handle('desk', (event, method: unknown, input: unknown) => {
    if (!isOurWindow(window, event) || typeof method !== 'string') throw new Error('refused: not our window')
    return call(method, input)
  })
}

export function sendEvent(window: BrowserWindow, event: CoreEvent): void {
  if (!window.isDestroyed()) window.webContents.send('desk-event', event)
}

function isOurWindow(window: BrowserWindow, { sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return (
    !window.isDestroyed() &&
    sender === window.webContents &&
    senderFrame !== null &&
    senderFrame === sender.mainFrame &&
    isOurPage(senderFrame.url)
  )
}
