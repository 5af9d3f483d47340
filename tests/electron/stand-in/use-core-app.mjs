// Preloaded into a process of the core: has core-main.ts find the stand-in where it looks for the application.
import { registerHooks } from 'node:module'

const standIn = new URL('./core-app.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    return specifier === './core/app.ts' ? { url: standIn, shortCircuit: true } : next(specifier, context)
  },
})
