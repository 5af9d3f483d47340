import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DeskError } from '../../../shared/contract/errors.ts'
import { REGULATION_TITLES, REGULATIONS } from '../../../shared/domain/catalogue.ts'
import { type ClauseTable, clauseTableSchema, REGULATION_FILES } from '../../../shared/domain/clause.ts'
import type { Handlers } from '../dispatch.ts'

/** 条款对照表: read from the program's own files, for everybody to see what rests on which sentence. */
export const clauseHandlers: Pick<Handlers, 'clauses.list'> = {
  'clauses.list': (_, { desk }) => {
    const { resourcesDir } = desk.surroundings
    return {
      ...readClauses(resourcesDir),
      regulations: REGULATIONS.map((name) => ({
        name,
        title: REGULATION_TITLES[name],
        text: readResource(resourcesDir, `regulations/${REGULATION_FILES[name]}`).trim(),
      })),
    }
  },
}

export function readClauses(resourcesDir: string): ClauseTable {
  return clauseTableSchema.parse(JSON.parse(readResource(resourcesDir, 'clauses.json')))
}

function readResource(resourcesDir: string, name: string): string {
  try {
    return readFileSync(path.join(resourcesDir, name), 'utf8')
  } catch (cause) {
    const error = new DeskError('unavailable', `程序自带的 resources/${name} 缺失或已损坏，请重新安装程序。`)
    error.cause = cause
    throw error
  }
}
