import type { Instant } from '../../../../shared/domain/day.ts'

/** Which version of the office's own template laid the paper out; null is the system's layout. */
export type TemplateColumns = { template_version: number | null }

export type TemplateTable = {
  /** Kind of paper. */
  kind: string
  version: number
  name: string
  sha256: string
  size: number
  note: string
  saved_at: Instant
  saved_by: string
}

/** No row: the system's own layout. */
export type TemplateChoiceTable = { kind: string; version: number; chosen_at: Instant; chosen_by: string }

/** Not derived: the bytes as uploaded. They stay at the station; what they lay out is sent with its own bytes. */
export type TemplateContentTable = { sha256: string; bytes: Buffer }

export type TemplateTables = {
  template: TemplateTable
  template_choice: TemplateChoiceTable
  template_content: TemplateContentTable
}

export const TEMPLATE_DERIVED = ['template', 'template_choice'] as const
