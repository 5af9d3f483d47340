import type { Migration } from 'kysely/migration'
import { firstTables } from './0001-first-tables.ts'
import { followUp } from './0002-follow-up.ts'
import { receptionTables } from './0003-reception.ts'
import { channels } from './0004-channels.ts'
import { reports } from './0005-reports.ts'
import { coordination } from './0006-coordination.ts'
import { register } from './0007-register.ts'
import { templates } from './0008-templates.ts'
import { printing } from './0009-printing.ts'
import { replaced } from './0010-replaced.ts'
import { saving } from './0011-saving.ts'

/** In order of name. A released step is frozen: it imports nothing of ours and is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
  '0002-follow-up': followUp,
  '0003-reception': receptionTables,
  '0005-reports': reports,
  '0004-channels': channels,
  '0006-coordination': coordination,
  '0007-register': register,
  '0008-templates': templates,
  '0009-printing': printing,
  '0010-replaced': replaced,
  '0011-saving': saving,
}
