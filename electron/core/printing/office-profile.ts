import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { FontState } from '../../../shared/documents/font-check.ts'
import { escapeXml } from '../documents/xml.ts'

/** Fontconfig's word on the fonts that are missing: the same stand-ins as everywhere else; the Word files stay as they are. */
export function fontConfig(states: readonly FontState[]): string {
  const rules = states.flatMap(({ state, font, drawnBy }) =>
    state === 'standIn' && drawnBy !== null
      ? `<match target="pattern"><test name="family"><string>${escapeXml(font)}</string></test><edit name="family" mode="assign" binding="strong"><string>${escapeXml(drawnBy)}</string></edit></match>`
      : [],
  )
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${rules.join('')}</fontconfig>`
}

/** A profile nobody has used yet: no first-start questions, no macros, no list of what was opened. */
const SETTINGS: readonly (readonly [item: string, name: string, value: string])[] = [
  ['Misc', 'FirstRun', 'false'],
  ['History', 'PickListSize', '0'],
  ['Security/Scripting', 'MacroSecurityLevel', '3'],
  ['Security/Scripting', 'DisableMacrosExecution', 'true'],
]

function registry(): string {
  const items = SETTINGS.map(
    ([item, name, value]) =>
      `<item oor:path="/org.openoffice.Office.Common/${item}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${items.join('')}</oor:items>`
}

/** Makes the profile of one start in the folder; answers the environment to start in. Only Linux has fontconfig. */
export function prepareProfile(
  folder: string,
  states: readonly FontState[],
  platform: NodeJS.Platform = process.platform,
): Readonly<Record<string, string>> {
  const user = path.join(folder, 'profile', 'user')
  mkdirSync(user, { recursive: true, mode: 0o700 })
  writeFileSync(path.join(user, 'registrymodifications.xcu'), registry(), { mode: 0o600 })
  if (platform !== 'linux') return {}
  const file = path.join(folder, 'fonts.conf')
  writeFileSync(file, fontConfig(states), { mode: 0o600 })
  return { FONTCONFIG_FILE: file }
}
