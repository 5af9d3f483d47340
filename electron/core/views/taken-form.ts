import type { EntryBody } from '../../../shared/domain/entries.ts'

/** 原件, 副本, 作废件 or 遮盖件, and whether the original left the office once more. */
export function takenForm(taken: EntryBody<'document.reprinted'>): string {
  if (taken.redaction !== undefined) return taken.redaction === 'accused' ? '遮盖件（被反映人用）' : '遮盖件'
  if (taken.voided === true) return '作废件'
  if (taken.copy) return '副本'
  return taken.reason === undefined ? '原件' : '重取原件'
}
