// All that the window gets of Electron. It knows no method, so it never changes.
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'

contextBridge.exposeInMainWorld('desk', {
  call: (method: string, input: unknown) => ipcRenderer.invoke('desk', method, input),
  onEvent(listener: (event: unknown) => void) {
    const follow = (_: IpcRendererEvent, event: unknown) => listener(event)
    ipcRenderer.on('desk-event', follow)
    return () => void ipcRenderer.off('desk-event', follow)
  },
})
