import { MOST_TEMPLATE_BYTES, TOO_LARGE_TEMPLATE } from '../../../shared/contract/api/templates-api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { openZip, type ZipParts } from '../imports/zip-parts.ts'
import { packageRefusal } from './package-refusal.ts'
import type { Parts } from './repack.ts'

/** Unpacked: all parts together, and one of them. A template with its pictures has a tenth of it. */
const LIMITS = { total: 48 * 1024 * 1024, held: 24 * 1024 * 1024 }
const MOST_PARTS = 300

const WORDS = {
  notAZip: '这个文件不是 Word 文档（.docx），或已经损坏，请用 Word 或 WPS 打开后另存为 .docx 再上传。',
  tooLarge: '这个文件解压后大得不正常，为安全起见没有读取；请在 Word 或 WPS 中另存为新的 .docx 再上传。',
}

/** The parts of a template, each unpacked once and counted while it is. Throws what is wrong in one sentence. */
export function openTemplate(bytes: Uint8Array): Parts {
  if (bytes.length === 0) refuse('这个文件是空的，请重新选择。')
  if (bytes.length > MOST_TEMPLATE_BYTES) refuse(TOO_LARGE_TEMPLATE)
  const foreign = otherFormat(bytes)
  if (foreign !== null) refuse(foreign)
  const zip = openZip(bytes, LIMITS, WORDS)
  if (zip.names.length > MOST_PARTS) refuse(WORDS.tooLarge)
  const names = zip.names.filter((name) => !name.endsWith('/'))
  const strange = nameProblem(names)
  if (strange !== null) refuse(strange)
  const parts = new Map<string, Uint8Array>()
  let total = 0
  for (const name of names) {
    const content = unpacked(zip, name)
    total += content.length
    if (total > LIMITS.total) refuse(WORDS.tooLarge)
    parts.set(name, content)
  }
  const refusal = packageRefusal(parts)
  if (refusal !== null) refuse(refusal)
  return parts
}

function refuse(message: string): never {
  throw new DeskError('badRequest', message, [{ path: 'file', message }])
}

function unpacked(zip: ZipParts, name: string): Uint8Array {
  const pieces: Uint8Array[] = []
  let size = 0
  for (const piece of zip.pieces(name)) {
    size += piece.length
    if (size > LIMITS.held) refuse(WORDS.tooLarge)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** What the first bytes say it is, when that is not a zip. */
function otherFormat(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 512)).toString('latin1')
  if (OLE.every((byte, at) => bytes[at] === byte)) return oleRefusal(bytes)
  if (head.startsWith('{\\rtf')) return '这是 RTF 文件，请用 Word 或 WPS 打开后另存为 .docx 再上传。'
  if (head.startsWith('%PDF')) return '这是 PDF 文件，不能作为模板；请上传它的 Word 原件（.docx）。'
  if (/^\s*(?:\ufeff|ï»¿)?(?:<|MIME-Version)/iu.test(head))
    return '这是网页或 XML 文件，请用 Word 或 WPS 打开后另存为 .docx 再上传。'
  return head.startsWith('PK') ? null : WORDS.notAZip
}

/** Old Word files and encrypted new ones share their outer form. */
function oleRefusal(bytes: Uint8Array): string {
  const encrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
  return encrypted
    ? '这个文件设有打开密码，程序读不了；请在 Word 或 WPS 中取消密码后另存为 .docx 再上传。'
    : '这是旧版 Word 97—2003 文件（.doc），请用 Word 或 WPS 打开后另存为 .docx 再上传。'
}

const MOST_NAME = 180

/** Names are ASCII, stay inside, and none comes twice. */
function nameProblem(names: readonly string[]): string | null {
  const folded = new Set(names.map((name) => name.toLowerCase()))
  const bad = names.some(
    (name) =>
      name.length > MOST_NAME ||
      name.startsWith('/') ||
      !/^[\x20-\x7e]+$/u.test(name) ||
      /[\\:]|(?:^|\/)\.{1,2}(?:\/|$)|\/\//u.test(name),
  )
  return bad || folded.size !== names.length
    ? '这个文件内部的名称不正常，为安全起见没有读取；请在 Word 或 WPS 中另存为新的 .docx 再上传。'
    : null
}
