import { standInsInWords } from '../../../shared/documents/font-check.ts'
import type { KnownEntry } from '../../../shared/domain/entries.ts'
import { noticeNumber } from '../../../shared/rules/numbering.ts'
import type { DocumentTable } from '../store/schema.ts'
import { paperName } from './paper-name.ts'
import { takenForm } from './taken-form.ts'

type PaperEntry = Extract<KnownEntry, { kind: 'document.issued' | 'document.reprinted' | 'document.voided' }>

const HOW = { print: '打印', save: '另存', open: '用 Word 打开', pdf: '存为 PDF' } as const

/** What became of a petition's papers, each called as people know it. */
export function paperTimeline(papers: readonly DocumentTable[]): (entry: PaperEntry) => string[] {
  const voided = new Set<string>()
  const nameOf = (id: string) => {
    const row = papers.find((paper) => paper.id === id)
    return row === undefined ? id : paperName(row)
  }

  return (entry) => {
    switch (entry.kind) {
      case 'document.issued': {
        const { id, number, title, templateUnfit } = entry.body
        // One that was named by hand is told of where the void paper names it.
        const replaces = papers.filter((paper) => paper.replaced_by === id && voided.has(paper.id))
        return [
          number === null ? title : `${noticeNumber(number.series, number.year, number.serial)} ${title}`,
          templateUnfit ?? '',
          ...replaces.map((paper) => `代替已作废的${paperName(paper)}`),
        ]
      }
      case 'document.reprinted': {
        const { id, how, reason, standIns } = entry.body
        const why = reason === undefined ? '' : `：${reason}`
        return [
          `${HOW[how]} ${nameOf(id)}（${takenForm(entry.body)}${why}）`,
          standInsInWords(standIns ?? []),
        ]
      }
      case 'document.voided': {
        const { id, reason, replacedBy } = entry.body
        voided.add(id)
        return [`${nameOf(id)}：${reason}`, replacedBy === null ? '' : `由${nameOf(replacedBy)}代替`]
      }
    }
  }
}
