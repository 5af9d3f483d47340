import type { Answer } from '../../../shared/contract/api.ts'
import type { Desk, Me } from '../desk.ts'
import { today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { stamped } from '../documents/stamp.ts'
import { openInWord } from '../issuing/open-in-word.ts'
import { lackingCharacters, standInsFor } from '../printing/drawn-text.ts'
import { findSoffice } from '../printing/find-soffice.ts'
import { fontPlatform } from '../printing/font-folders.ts'
import { fontsHere } from '../printing/fonts-here.ts'
import { paperOf, refuseIfNotAsIssued } from '../printing/kept-paper.ts'
import { NO_LIBREOFFICE, toPdf } from '../printing/libreoffice.ts'
import { changeThisPc, readThisPc } from '../printing/this-pc.ts'
import { toDocumentLine } from '../views/document-line.ts'
import { fileName, findDocument, findVisible } from './kept-documents.ts'
import { runQueue } from './print-queue.ts'

type PrintMethod = Extract<keyof Handlers, `fonts.${string}` | `printing.${string}`>

/** Fonts of this PC, ways to its printer, and what waits to be printed. */
export const printHandlers: Pick<Handlers, PrintMethod> = {
  'fonts.check': async () => {
    const { states, library } = await fontsHere()
    return {
      platform: fontPlatform(),
      fonts: states.map((state) => ({ ...state })),
      files: library.files,
      unreadable: library.unreadable,
    }
  },
  'fonts.preflight': ({ ids }, { desk }) => preflight(desk, ids),
  'fonts.acknowledge': async ({ characters }, { desk }) => {
    const { dataDir } = desk.surroundings
    const { fingerprint } = await fontsHere()
    const before = readThisPc(dataDir)
    const known = before.fontsKnown === fingerprint ? before.charactersKnown : []
    changeThisPc(dataDir, {
      fontsKnown: fingerprint,
      charactersKnown: [...new Set([...known, ...characters])],
    })
    return { done: true }
  },
  'printing.routes': (_, { desk }) => {
    const converter = findSoffice() !== null
    const { route } = readThisPc(desk.surroundings.dataDir)
    return {
      // What was chosen may have been uninstalled since.
      chosen: route === null || (route === 'libreoffice' && !converter) ? 'window' : route,
      converter,
      why: converter ? null : NO_LIBREOFFICE,
    }
  },
  'printing.choose': ({ route }, { desk }) => {
    changeThisPc(desk.surroundings.dataDir, { route })
    return { done: true }
  },
  'printing.look': async ({ id }, { desk, me }) => look(desk, me, id),
  'printing.waiting': async ({ since }, { desk }) => waiting(desk, since),
  'printing.run': ({ job, ids, how }, { desk, me }) =>
    desk.jobs.run(job, (running) => runQueue(desk, me, { ids, how }, running)),
}

async function preflight(desk: Desk, ids: readonly string[]): Promise<Answer<'fonts.preflight'>> {
  const { states, library, fingerprint } = await fontsHere()
  const standIns = new Map<string, { font: string; by: string }>()
  const lacking = new Map<string, { character: string; font: string }>()
  for (const id of ids) {
    const paper = await readablePaper(desk, id)
    if (paper === null) continue
    for (const standIn of standInsFor(paper, states)) standIns.set(standIn.font, standIn)
    for (const each of await lackingCharacters(paper, states, library))
      lacking.set(each.font + each.character, each)
    await new Promise((resolve) => setImmediate(resolve))
  }
  const { fontsKnown, charactersKnown } = readThisPc(desk.surroundings.dataDir)
  const fine = standIns.size === 0 && lacking.size === 0
  const told =
    fontsKnown === fingerprint &&
    [...lacking.values()].every(({ character }) => charactersKnown.includes(character))
  return { standIns: [...standIns.values()], lacking: [...lacking.values()], known: fine || told }
}

/** Null for what taking will refuse, in its own words. */
async function readablePaper(desk: Desk, id: string) {
  try {
    return paperOf(await findDocument(desk, id)).paper
  } catch {
    return null
  }
}

async function look(desk: Desk, me: Me, id: string): Promise<Answer<'printing.look'>> {
  const found = await findVisible(desk, me, id)
  refuseIfNotAsIssued(found)
  const [pdf] = await toPdf(desk, [stamped(found.kept.bytes, LOOKED_AT)])
  const name = fileName(found.row, LOOKED_AT, { ending: '.pdf' })
  const bytes = pdf ?? Buffer.alloc(0)
  const opened = await openInWord(desk, name, bytes)
  return { fileName: name, bytes: opened ? '' : bytes.toString('base64'), opened }
}

/** On what was only looked at, so that no sheet of it passes for the original or a recorded copy. */
const LOOKED_AT = '预览'

async function waiting(desk: Desk, since: 'today' | 'ever'): Promise<Answer<'printing.waiting'>> {
  const untaken = desk.store.reader.db
    .selectFrom('document')
    .where('taken', '=', 0)
    .where('voided_on', 'is', null)
  const day = today(desk)
  const listed = since === 'ever' ? untaken : untaken.where('issued_on', '=', day)
  const rows = await listed.selectAll().orderBy('id').limit(MOST_LISTED).execute()
  const { earlier } = await untaken
    .where('issued_on', '<', day)
    .select(({ fn }) => fn.countAll<number>().as('earlier'))
    .executeTakeFirstOrThrow()
  return { lines: rows.map((row) => toDocumentLine(row, desk)), earlier: since === 'ever' ? 0 : earlier }
}

const MOST_LISTED = 500
