import type { Answer } from '../../../shared/contract/api.ts'
import type { Selection } from '../../../shared/rules/reports/figures.ts'

export type Figures = Answer<'reports.figures'>
export type NamedCounts = Figures['groups'][keyof Figures['groups']][number]

/** The figure whose petitions somebody wants to see, with its name for the head of the list. */
export type OpenedFigure = Selection & { readonly title: string }
