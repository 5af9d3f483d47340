import { DeskError } from '../../../shared/contract/errors.ts'
import { buildPaper, type KindData } from '../../../shared/documents/kinds/index.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import type { Retention } from '../../../shared/domain/catalogue.ts'
import { parseDay } from '../../../shared/domain/day.ts'
import { readEntry } from '../../../shared/domain/entries.ts'
import { type HiddenOne, hidePeople } from '../../../shared/rules/masks.ts'
import { atOneMoment, type Desk, type Me, today } from '../desk.ts'
import { type Reader, readable, type Writer } from '../store/database.ts'
import { fromRow } from '../store/journal-store.ts'
import type { Change } from '../store/ledger.ts'
import { readCourse } from '../store/petition-codec.ts'
import type { DocumentTable } from '../store/schema.ts'
import { keepPaper, nextDocumentId } from './issue.ts'
import { issuingOrgan } from './paper-data.ts'

/** One year and one 保管期限 make a volume. */
export type Volume = { readonly year: number; readonly retention: Retention }

type Composed = { readonly paper: Paper; readonly title: string; readonly items: number }

/** 归档文件目录 as it would be issued. */
export async function previewVolume(desk: Desk, me: Me, volume: Volume): Promise<Composed> {
  return compose(desk, desk.store.reader, me, volume)
}

export async function issueVolume(
  change: Change,
  issuing: Desk,
  me: Me,
  volume: Volume,
): Promise<DocumentTable> {
  const desk = atOneMoment(issuing)
  const { paper, title, items } = await compose(desk, change.tx, me, volume)
  if (items === 0)
    throw new DeskError(
      'refused',
      `${volume.year}年没有保管期限为${volume.retention}的归档事项，请换一个年度或者保管期限（《信息沟通实施办法》二（五）归档）。`,
    )
  const id = await nextDocumentId(change, desk)
  return keepPaper(change, desk, me, id, paper, {
    kind: 'archive-list',
    title,
    petition: null,
    visit: null,
    unit: null,
    number: null,
  })
}

async function compose(desk: Desk, source: Reader | Writer, me: Me, volume: Volume): Promise<Composed> {
  const items = await volumeItems(desk, source, volume)
  const { fonds } = desk.ledger.office().settings.archive
  const data: KindData['archive-list'] = {
    ...volume,
    organ: issuingOrgan(desk),
    fonds,
    items,
    issuedOn: today(desk),
    preparedBy: me.name,
  }
  const title = `归档文件目录（${volume.year}年，${volume.retention}）`
  return { paper: buildPaper('archive-list', data), title, items: items.length }
}

/** 档号 end in their serial, which one scheme pads with zeros and the other does not. */
const BY_NUMBER = new Intl.Collator('zh', { numeric: true })

/** What a volume holds, in the order of its 档号. */
export async function volumeItems(
  desk: Desk,
  source: Reader | Writer,
  { year, retention }: Volume,
): Promise<KindData['archive-list']['items']> {
  const rows = await archivedIn(source, year)
  const people = await peopleOf(source, year)
  const numbers = await noticesOf(source, year)
  const pages = await pagesOf(source, year)
  const author = issuingOrgan(desk)
  return rows
    .flatMap((row) => {
      const { archive } = readCourse(row).followUp
      if (archive === null || archive.retention !== retention) return []
      return [
        {
          archiveNumber: archive.number,
          documentNumber: numbers.get(row.number) ?? row.number,
          author,
          title: hidePeople(row.title, [
            ...(people.get(row.visit) ?? []),
            { name: row.agent_name, secrets: [] },
          ]),
          on: row.closed_on ?? archive.on,
          secrecy: '',
          pages: pages.get(row.number) ?? null,
          remark: row.confidential === 1 ? '保密' : '',
        },
      ]
    })
    .toSorted((a, b) => BY_NUMBER.compare(a.archiveNumber, b.archiveNumber))
}

function archivedIn(source: Reader | Writer, year: number) {
  return archived(source, year)
    .innerJoin('visit', 'visit.number', 'petition.visit')
    .selectAll('petition')
    .select(['visit.confidential', 'visit.agent_name'])
    .execute()
}

function archived(source: Reader | Writer, year: number) {
  return readable(source)
    .selectFrom('petition')
    .where('archive_number', 'is not', null)
    .where('archived_on', '>=', parseDay(`${year}-01-01`))
    .where('archived_on', '<=', parseDay(`${year}-12-31`))
}

/** A title may have been typed with a name in it; a list that is handed on says none. */
async function peopleOf(
  source: Reader | Writer,
  year: number,
): Promise<ReadonlyMap<string, readonly HiddenOne[]>> {
  const rows = await readable(source)
    .selectFrom('petitioner')
    .select(['visit', 'name', 'phone', 'id_number', 'student_number', 'email'])
    .where('visit', 'in', archived(source, year).select('petition.visit'))
    .execute()
  return Map.groupBy(
    rows.map(({ visit, name, phone, id_number, student_number, email }) => ({
      visit,
      name,
      secrets: [phone, id_number, student_number, email],
    })),
    ({ visit }) => visit,
  )
}

/** 页数 of each petition, where they were counted when it was filed. */
async function pagesOf(source: Reader | Writer, year: number): Promise<ReadonlyMap<string, number>> {
  const rows = await readable(source)
    .selectFrom('journal')
    .selectAll()
    .where('kind', '=', 'petition.archived')
    .where('subject', 'in', archived(source, year).select('petition.number'))
    .execute()
  return new Map(
    rows
      .map(fromRow)
      .map(readEntry)
      .flatMap(({ kind, subject, body }) => {
        const pages = kind === 'petition.archived' ? body.pages : undefined
        return pages === undefined ? [] : [[subject, pages] as const]
      }),
  )
}

/** The latest 文号 of each petition. */
async function noticesOf(source: Reader | Writer, year: number): Promise<ReadonlyMap<string, string>> {
  const rows = await readable(source)
    .selectFrom('document')
    .select(['petition', 'document.number'])
    .where('document.number', '<>', '')
    .where('voided_on', 'is', null)
    .where('petition', 'in', archived(source, year).select('petition.number'))
    .orderBy('id')
    .execute()
  return new Map(
    rows.flatMap(({ petition, number }) => (petition === null ? [] : [[petition, number] as const])),
  )
}
