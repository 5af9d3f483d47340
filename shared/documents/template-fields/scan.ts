import { SIGNS } from './field.ts'

/** What braces in a paragraph amount to. */
export type Found = { readonly near: string } & (
  | { readonly as: 'name'; readonly name: string; readonly sign: '' | '#' | '/' }
  | { readonly as: 'empty' }
  | { readonly as: 'unclosed' }
  | { readonly as: 'unopened' }
  /** Full-width braces; `whole` when both are, which may be meant as they stand. */
  | { readonly as: 'wide'; readonly text: string; readonly name: string; readonly whole: boolean }
)

const OPEN = '{｛'
const CLOSE = '}｝'
/** Characters of the text shown around a finding. */
const AROUND = 12

export function scanParagraph(text: string): readonly Found[] {
  const found: Found[] = []
  let from = -1
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (OPEN.includes(char)) {
      if (text.charAt(from) === '{') found.push({ as: 'unclosed', near: around(text, from, at) })
      from = at
    } else if (CLOSE.includes(char)) {
      if (from >= 0) found.push(pair(text, from, at))
      else if (char === '}') found.push({ as: 'unopened', near: around(text, at, at + 1) })
      from = -1
    }
  }
  if (text.charAt(from) === '{') found.push({ as: 'unclosed', near: around(text, from, text.length) })
  return found
}

function pair(text: string, from: number, to: number): Found {
  const near = around(text, from, to + 1)
  const whole = text.slice(from, to + 1)
  const said = text.slice(from + 1, to).trim()
  const wide = [text.charAt(from) === '｛', text.charAt(to) === '｝']
  if (wide.includes(true))
    return {
      as: 'wide',
      near,
      text: whole,
      name: said.replace(/^[#/＃／]/u, '').trim(),
      whole: !wide.includes(false),
    }
  const sign = said.startsWith(SIGNS.open) ? SIGNS.open : said.startsWith(SIGNS.close) ? SIGNS.close : ''
  const name = said.slice(sign.length).trim()
  return name === '' ? { as: 'empty', near } : { as: 'name', near, name, sign }
}

function around(text: string, from: number, to: number): string {
  const start = Math.max(0, from - AROUND)
  const end = Math.min(text.length, to + AROUND)
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`
}
