import { describe, expect, it } from 'vitest'
import { confirmsCode, lastGroup } from '../../../../renderer/features/session/recovery-code.ts'

const code = '8FX76-7SWBH-7F6YV-SQ5TU-UJMXY-DFY5E'

describe('confirming a recovery code', () => {
  it.each(['DFY5E', ' dfy5e ', code, code.toLowerCase().replaceAll('-', ' ')])('accepts “%s”', (typed) => {
    expect(confirmsCode(code, typed)).toBe(true)
  })

  it.each(['', '-', '8FX76', 'DFY5', 'DFY5F'])('refuses “%s”', (typed) => {
    expect(confirmsCode(code, typed)).toBe(false)
  })

  it('asks for the last group', () => {
    expect(lastGroup(code)).toBe('DFY5E')
  })
})
