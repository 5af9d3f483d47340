import { Unzip, UnzipInflate, unzipSync } from 'fflate'
import { DeskError } from '../../../shared/contract/errors.ts'

/** A whole file as it is sent in; a sheet of 100,000 rows has a fifth of it. */
export const MOST_FILE_BYTES = 64 * 1024 * 1024
/** Unpacked: all parts together, and one that is held as a whole. Ten times what 100,000 long rows need. */
export const ZIP_LIMITS = { total: 768 * 1024 * 1024, held: 160 * 1024 * 1024 }
const MOST_PARTS = 2000
const STEP = 16 * 1024

const NOT_A_ZIP =
  '这个文件不是 Excel 文件（.xlsx），或已经损坏，请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。'
const TOO_LARGE = '这个文件解压后大得不正常，为安全起见没有读取；请另存为新的 .xlsx 或分成几个文件。'

export type ZipParts = {
  readonly names: readonly string[]
  /** The whole part as text, or null when there is none of the name. */
  text(name: string): string | null
  /** Unpacked piece by piece, for parts too large to be held. */
  pieces(name: string): Generator<Uint8Array>
}

/** What is said of a file that cannot be read. */
export type ZipWords = { readonly notAZip: string; readonly tooLarge: string }

const WORKBOOK_WORDS: ZipWords = { notAZip: NOT_A_ZIP, tooLarge: TOO_LARGE }

/** The parts of an Office file. Nothing is unpacked before its declared size is known to be sound. */
export function openZip(
  bytes: Uint8Array,
  limits: typeof ZIP_LIMITS = ZIP_LIMITS,
  words: ZipWords = WORKBOOK_WORDS,
): ZipParts {
  const sizes = new Map<string, number>()
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        sizes.set(name, originalSize)
        if (sizes.size > MOST_PARTS) throw new DeskError('badRequest', words.tooLarge)
        return false
      },
    })
  } catch (error) {
    throw error instanceof DeskError ? error : new DeskError('badRequest', words.notAZip)
  }
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  if (total > limits.total) throw new DeskError('badRequest', words.tooLarge)
  return {
    names: [...sizes.keys()],
    text: (name) => {
      const size = sizes.get(name)
      if (size === undefined) return null
      if (size > limits.held) throw new DeskError('badRequest', words.tooLarge)
      const decoder = new TextDecoder('utf-8')
      let text = ''
      for (const piece of unpacked(bytes, name, limits.held, words))
        text += decoder.decode(piece, { stream: true })
      return text + decoder.decode()
    },
    pieces: (name) => unpacked(bytes, name, limits.total, words),
  }
}

/** What is declared may be a lie, so what comes out is counted. */
function* unpacked(bytes: Uint8Array, name: string, most: number, words: ZipWords): Generator<Uint8Array> {
  const out: Uint8Array[] = []
  const unzip = new Unzip((file) => {
    if (file.name !== name) return
    file.ondata = (error, data) => {
      if (error) throw new DeskError('badRequest', words.notAZip)
      out.push(data)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  let seen = 0
  for (let from = 0; from < bytes.length; from += STEP) {
    push(unzip, bytes.subarray(from, from + STEP), from + STEP >= bytes.length, words)
    for (const piece of out.splice(0)) {
      seen += piece.length
      if (seen > most) throw new DeskError('badRequest', words.tooLarge)
      yield piece
    }
  }
}

function push(unzip: Unzip, piece: Uint8Array, last: boolean, words: ZipWords): void {
  try {
    unzip.push(piece, last)
  } catch (error) {
    throw error instanceof DeskError ? error : new DeskError('badRequest', words.notAZip)
  }
}
