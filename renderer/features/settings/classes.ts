import table from '../../ui/table.module.css'
import own from './settings.module.css'

/** Those of every table, and what only these pages have. */
export const classes: Readonly<Record<string, string>> = {
  ...table,
  ...own,
  table: `${table['table']} ${own['table']}`,
}
