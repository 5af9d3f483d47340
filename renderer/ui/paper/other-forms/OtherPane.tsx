import type { Answer } from '../../../../shared/contract/api.ts'
import type { Paper } from '../../../../shared/documents/paper.ts'
import { OriginalPane } from './OriginalPane.tsx'
import type { OtherForm } from './OtherFormsMenu.tsx'
import { RedactedPane } from './RedactedPane.tsx'
import { VoidPane } from './VoidPane.tsx'

type Props = {
  readonly form: OtherForm
  readonly line: Answer<'documents.show'>['line']
  readonly paper: Paper | null
  readonly onBack: () => void
}

/** In the place of the paper while another form of it is taken, or while it is declared void. */
export function OtherPane({ form, line, paper, onBack }: Props) {
  switch (form) {
    case 'original':
      return <OriginalPane id={line.id} paper={paper} onBack={onBack} />
    case 'void':
      return <VoidPane line={line} onBack={onBack} onVoided={onBack} />
    default:
      return <RedactedPane id={line.id} level={form} onBack={onBack} />
  }
}
