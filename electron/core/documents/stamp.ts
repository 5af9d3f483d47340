import { strFromU8, unzipSync } from 'fflate'
import { FONTS, FORM, STAMP, twips, twipsOfPoints } from '../../../shared/documents/gbt9704.ts'
import { escapeXml } from './xml.ts'
import { zip, zipEntry } from './zip.ts'

const DOCUMENT = 'word/document.xml'
const BODY = /<w:body(?: [^>]*)?>/u

/**
 * Puts a word (副本, 遮盖件) into the upper left corner of page 1. Every other part, and the document part but for
 * this one framed paragraph, stays as it was issued, whatever laid it out.
 */
export function stamped(file: Uint8Array, words: string): Buffer {
  const parts = unzipSync(file)
  const entries = Object.entries(parts).map(([name, content]) => {
    if (name !== DOCUMENT) return zipEntry(name, content)
    const body = strFromU8(content)
    if (!BODY.test(body)) throw new Error('no body to stamp')
    return zipEntry(
      name,
      body.replace(BODY, (open) => open + paragraph(words)),
    )
  })
  return zip(entries)
}

/** Framed, so that nothing of the text moves, and without a style: an office's own template knows none of ours. */
function paragraph(words: string): string {
  const height = twipsOfPoints(STAMP.size)
  const { name } = FONTS.hei
  return (
    `<w:p><w:pPr><w:framePr w:w="${twips(STAMP.width)}" w:h="${height}" w:hRule="exact" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="${twips(FORM.left)}" w:y="${twips(STAMP.top)}"/>` +
    `<w:spacing w:before="0" w:after="0" w:line="${height}" w:lineRule="exact"/><w:ind w:left="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>` +
    `<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/><w:sz w:val="${STAMP.size * 2}"/></w:rPr><w:t>${escapeXml(words)}</w:t></w:r></w:p>`
  )
}
