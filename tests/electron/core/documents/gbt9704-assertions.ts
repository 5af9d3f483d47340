import type { Paper } from '../../../../shared/documents/paper.ts'
import type { Assertion } from './gbt9704/assertion.ts'
import { FILE_ASSERTIONS } from './gbt9704/file.ts'
import { FOOT_ASSERTIONS } from './gbt9704/foot.ts'
import { HEAD_ASSERTIONS } from './gbt9704/head.ts'
import { PAGE_ASSERTIONS } from './gbt9704/page.ts'
import { RED_HEAD_ASSERTIONS } from './gbt9704/red-head.ts'
import { TABLE_ASSERTIONS } from './gbt9704/tables.ts'
import { TEXT_ASSERTIONS } from './gbt9704/text.ts'
import { TITLE_ASSERTIONS } from './gbt9704/title.ts'
import { TYPE_ASSERTIONS } from './gbt9704/type.ts'
import { type Opened, opened } from './opened.ts'

/**
 * What GB/T 9704-2012 asks of a paper, sentence by sentence, with the measures written out again: nothing here comes
 * from the module that lays papers out.
 */
export const ASSERTIONS: readonly Assertion[] = [
  ...PAGE_ASSERTIONS,
  ...TYPE_ASSERTIONS,
  ...HEAD_ASSERTIONS,
  ...RED_HEAD_ASSERTIONS,
  ...TITLE_ASSERTIONS,
  ...TEXT_ASSERTIONS,
  ...TABLE_ASSERTIONS,
  ...FOOT_ASSERTIONS,
  ...FILE_ASSERTIONS,
]

/** Every sentence a file breaks, with what is wrong. */
export function violations(file: Uint8Array | Opened, paper: Paper): readonly string[] {
  const taken = file instanceof Uint8Array ? opened(file) : file
  return ASSERTIONS.filter(({ formats }) => formats.includes(paper.format)).flatMap(
    ({ clause, says, check }) => check(taken, paper).map((found) => `${clause} ${says} — ${found}`),
  )
}
