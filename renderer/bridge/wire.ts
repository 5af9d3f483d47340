import type { Call, CoreEvent, Reply } from '../../shared/contract/call.ts'

/** What carries calls to the core and its events back, whichever shell the page is shown in. */
export type Wire = {
  readonly call: Call
  /** Returns the function that ends the subscription. */
  readonly onEvent: (listener: (event: CoreEvent) => void) => () => void
}

declare global {
  interface Window {
    /** Put there by the Electron preload; absent in a browser. */
    readonly desk?: Wire
  }
}

const RECONNECT_AFTER_MS = 3_000

export function openWire(): Wire {
  return window.desk === undefined ? openHttpWire() : window.desk
}

function openHttpWire(): Wire {
  const listeners = new Set<(event: CoreEvent) => void>()
  let close: (() => void) | null = null

  return {
    call: callByFetch,
    onEvent(listener) {
      listeners.add(listener)
      close ??= followEvents((event) => {
        for (const each of listeners) each(event)
      })
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        close?.()
        close = null
      }
    },
  }
}

async function callByFetch(method: string, input: unknown): Promise<Reply> {
  try {
    const response = await fetch(`/api/${encodeURIComponent(method)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ input }),
    })
    const reply: unknown = await response.json()
    return isReply(reply) ? reply : unavailable()
  } catch {
    return unavailable()
  }
}

/** An EventSource mends a broken connection itself, but gives up for good after a refusal. */
function followEvents(onEvent: (event: CoreEvent) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let source = connect()

  function connect(): EventSource {
    const opened = new EventSource('/api/events')
    opened.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const event: unknown = typeof data === 'string' ? JSON.parse(data) : null
      if (isCoreEvent(event)) onEvent(event)
    })
    opened.addEventListener('error', () => {
      if (opened.readyState !== EventSource.CLOSED) return
      timer = setTimeout(() => {
        source = connect()
      }, RECONNECT_AFTER_MS)
    })
    return opened
  }

  return () => {
    clearTimeout(timer)
    source.close()
  }
}

function unavailable(): Reply {
  return {
    ok: false,
    error: {
      code: 'unavailable',
      message: '与程序的连接已中断，请确认程序仍在运行后重试；已填写的内容仍保留在页面上。',
    },
  }
}

// The core at the other end is ours and has checked the value, so the outer shape is enough here.
function isReply(value: unknown): value is Reply {
  return (
    typeof value === 'object' && value !== null && 'ok' in value && (value.ok === true || 'error' in value)
  )
}

function isCoreEvent(value: unknown): value is CoreEvent {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
