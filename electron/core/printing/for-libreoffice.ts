import { strFromU8, unzipSync } from 'fflate'
import { zip, zipEntry } from '../documents/zip.ts'

const STYLES = 'word/styles.xml'

/**
 * The paper as LibreOffice must be told it. It reads the rule about signs at the end of a full line the wrong way round
 * (7.4): told to keep them inside, it hangs them over the margin, and now and then loses one. What was issued stays as
 * it is; only the file it prints from says the opposite.
 */
export function forLibreOffice(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file)
  const styles = parts[STYLES]
  if (styles === undefined) return file
  const turned = strFromU8(styles).replaceAll('<w:overflowPunct w:val="0"/>', '<w:overflowPunct w:val="1"/>')
  return zip(
    Object.entries(parts).map(([name, content]) =>
      zipEntry(name, name === STYLES ? turned : content, 'fast'),
    ),
  )
}
