import type { Command } from '../command.ts'

/** Loaded one at a time: most need the store and all that belongs to it, some nothing at all. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./init.ts')).init,
  demo: async () => (await import('./demo.ts')).demo,
  register: async () => (await import('./register.ts')).register,
  deadline: async () => (await import('./deadline.ts')).deadline,
  notice: async () => (await import('./notice.ts')).notice,
  gallery: async () => (await import('./gallery.ts')).gallery,
  import: async () => (await import('./import.ts')).importOrders,
  seal: async () => (await import('./seal.ts')).seal,
  sync: async () => (await import('./sync.ts')).sync,
  'archive init': async () => (await import('./archive-init.ts')).archiveInit,
  'archive register': async () => (await import('./archive-register.ts')).archiveRegister,
  verify: async () => (await import('./verify.ts')).verify,
  rebuild: async () => (await import('./rebuild.ts')).rebuild,
  'report semester': async () => (await import('./report.ts')).reportSemester,
  'report week': async () => (await import('./report.ts')).reportWeek,
  'report month': async () => (await import('./report.ts')).reportMonth,
  'report day': async () => (await import('./report.ts')).reportDay,
  'report units': async () => (await import('./report.ts')).reportUnits,
  'report operation': async () => (await import('./report.ts')).reportOperation,
  'report dispatch': async () => (await import('./report.ts')).reportDispatch,
  'report bulletin': async () => (await import('./report.ts')).reportBulletin,
  paper: async () => (await import('./paper.ts')).paper,
  export: async () => (await import('./export.ts')).exportList,
  'template export': async () => (await import('./template.ts')).templateExport,
  'template check': async () => (await import('./template.ts')).templateCheck,
  'template save': async () => (await import('./template.ts')).templateSave,
  backup: async () => (await import('./backup.ts')).backup,
}

export const COMMAND_NAMES: readonly string[] = Object.keys(COMMANDS)

export async function loadCommand(name: string): Promise<Command | null> {
  return Object.hasOwn(COMMANDS, name) ? ((await COMMANDS[name]?.()) ?? null) : null
}

export function loadAll(): Promise<Command[]> {
  return Promise.all(Object.values(COMMANDS).map((load) => load()))
}
