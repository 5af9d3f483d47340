/** The package carries no types; the test reads pictures with it. */
declare module 'pngjs' {
  export const PNG: {
    readonly sync: {
      read(data: Uint8Array): { readonly width: number; readonly height: number; readonly data: Uint8Array }
    }
  }
}
