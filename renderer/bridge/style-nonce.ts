/**
 * The nonce under which this page may add `<style>` elements; the shell fills it in per page load.
 * For `MantineProvider getStyleNonce={styleNonce}`.
 */
export function styleNonce(): string {
  return document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''
}

/**
 * Tells react-remove-scroll, which Mantine's modals use, the same nonce: it reads this global name.
 * Call once, before the first render.
 */
export function shareStyleNonce(): void {
  Reflect.set(globalThis, '__webpack_nonce__', styleNonce())
}
