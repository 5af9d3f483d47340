import { useEffect, useEffectEvent } from 'react'

const SIGNS_OF_LIFE = ['keydown', 'pointermove', 'pointerdown', 'wheel'] as const

/** Locks when nobody has touched anything for so long. Starts anew whenever the page is shown again. */
export function useIdleLock(minutes: number, onLock: () => void): void {
  const lock = useEffectEvent(onLock)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let lastAtMs = Date.now()
    const wait = () => {
      clearTimeout(timer)
      lastAtMs = Date.now()
      timer = setTimeout(() => lock(), minutes * 60_000)
    }
    const touch = () => {
      // The timer stood still while the PC slept.
      if (Date.now() - lastAtMs > minutes * 60_000) lock()
      else wait()
    }
    wait()
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, touch, { capture: true, passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, touch, { capture: true })
    }
  }, [minutes])
}
