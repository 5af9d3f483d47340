import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDefaults } from '../../../../electron/core/defaults/read-defaults.ts'
import { RESOURCES } from '../../../helpers/resources.ts'

describe('readDefaults', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'desk-defaults-'))
    for (const part of ['defaults', 'calendars'])
      cpSync(path.join(RESOURCES, part), path.join(folder, part), { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('reads what the program ships with', () => {
    expect(readDefaults(folder)).toEqual(readDefaults(RESOURCES))
  })

  it('does not mind other files among the calendars', () => {
    writeFileSync(path.join(folder, 'calendars', '2027.json.bak'), 'x')

    expect(readDefaults(folder).calendar.years).toHaveLength(8)
  })

  it.each([
    ['defaults/units.json', '[{"code":"x"}]'],
    ['defaults/settings.json', '{'],
    ['calendars/2026.json', '{"year":2026,"holidays":[]}'],
  ])('names the damaged file %s and says what to do', (name, text) => {
    writeFileSync(path.join(folder, name), text)

    expect(() => readDefaults(folder)).toThrow(`程序自带的 resources/${name} 缺失或已损坏，请重新安装程序。`)
  })

  it('names what is missing', () => {
    rmSync(path.join(folder, 'calendars'), { recursive: true })

    expect(() => readDefaults(folder)).toThrow(
      '程序自带的 resources/calendars 缺失或已损坏，请重新安装程序。',
    )
  })
})
