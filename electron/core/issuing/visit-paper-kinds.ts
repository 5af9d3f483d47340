import { buildPaper } from '../../../shared/documents/kinds/index.ts'
import { unitName } from './gather.ts'
import { registrationFormData, visitReceiptData } from './paper-data.ts'
import type { PetitionPaper } from './petition-papers.ts'

/** What registering a visit leaves on paper. */
export const visitPapers = {
  /** Whole for the file; for a unit only its own matter, masked. */
  registration: {
    refusal: () => null,
    toUnit: 'may',
    compose: ({ desk, gathered, petition }, { unit, documentId }) =>
      buildPaper(
        'registration',
        unit === null
          ? registrationFormData(desk, gathered, documentId)
          : registrationFormData(desk, { ...gathered, petitions: [petition] }, documentId, 'unit'),
      ),
    title: ({ office, petition }, unit) =>
      unit === null
        ? `来访登记表（${petition.number}）`
        : `来访登记表（转${unitName(office, unit)}，${petition.number}）`,
  },
  receipt: {
    refusal: () => null,
    toUnit: 'never',
    compose: ({ desk, gathered }, { documentId }) =>
      buildPaper('receipt', visitReceiptData(desk, gathered, documentId)),
    title: ({ petition }) => `来访回执（${petition.number}）`,
  },
} as const satisfies Readonly<Record<string, PetitionPaper>>
