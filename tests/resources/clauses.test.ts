import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readClauses } from '../../electron/core/handlers/clause-handlers.ts'
import { isMethod } from '../../shared/contract/api.ts'
import { bareText, REGULATION_FILES } from '../../shared/domain/clause.ts'
import { RESOURCES } from '../helpers/resources.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8')
const { clauses, without } = readClauses(RESOURCES)

/** Addresses of the window, `:tab?` and the like as patterns. */
const ROUTES = [...read('renderer/app/Routes.tsx').matchAll(/path: '(\/[^']*)'/g)].map(
  ([, route]) => new RegExp(`^${(route ?? '').replace(/\/:\w+\?/g, '(/[^/]+)?').replace(/:\w+/g, '[^/]+')}$`),
)
const WINDOW = globSync('{renderer,shared}/**/*.{ts,tsx}', { cwd: ROOT }).map(read).join('\n')

describe('the clause table', () => {
  it('covers every letter of both regulations', () => {
    for (const [name, file] of Object.entries(REGULATION_FILES)) {
      const text = bareText(readFileSync(path.join(RESOURCES, 'regulations', file), 'utf8'))
      const quotes = [...clauses, ...without].filter(({ regulation }) => regulation === name)
      // The longest first: a title is also part of longer sentences.
      const left = quotes
        .map(({ quote }) => bareText(quote))
        .sort((a, b) => b.length - a.length)
        .reduce((rest, quote) => {
          expect(text).toContain(quote)
          expect(rest, `${name}：“${quote}” is quoted more often than it stands there`).toContain(quote)
          return rest.replace(quote, '\n')
        }, text)
      expect(left.replaceAll('\n', ''), `${name}: neither carried nor without obligation`).toBe('')
    }
  })

  it('numbers its rows uniquely and says who is obliged and what is done', () => {
    expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length)
    for (const { id, regulation, who, does } of clauses) {
      expect(id.startsWith(`${regulation}-`)).toBe(true)
      expect([id, who, does]).not.toContain('')
    }
    expect(without.map(({ why }) => why)).not.toContain('')
  })

  it.each(clauses)('$id points to a screen, a call, a rule and a test that exist', async (clause) => {
    const { screen, core, call, test } = clause
    expect(
      ROUTES.some((route) => route.test(screen.path)),
      `no page at ${screen.path}`,
    ).toBe(true)
    expect(WINDOW, `nowhere in the window: ${screen.words}`).toContain(screen.words)
    expect(isMethod(call), `no call ${call}`).toBe(true)
    const module: Record<string, unknown> = await import(pathToFileURL(path.join(ROOT, core.file)).href)
    expect(Object.keys(module)).toContain(core.name)
    expect(titlesOf(test.file)).toContain(test.title)
  })
})

/** Titles of a test file as they are written. */
function titlesOf(file: string): readonly string[] {
  return [
    ...read(file).matchAll(/\b(?:it|test)(?:\.each\([\s\S]*?\))?\(\s*(['"`])((?:(?!\1)[^\\\n]|\\.)*)\1/g),
  ].map(([, , title]) => title ?? '')
}
