import type { Client } from 'pg'

/** Every line of a station as it lies in the archive's journal, in order. */
export async function storedLines(client: Client, station: string): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    'select line from desk_archive.journal where station = $1 order by seq',
    [station],
  )
  return rows.map((row) => row.line)
}

/** SHA-256 → bytes of every document that a batch in the archive names. */
export async function storedDocuments(client: Client, station: string): Promise<Map<string, Buffer>> {
  const { rows } = await client.query<{ sha256: string; bytes: Buffer }>(
    `select d.sha256, d.bytes from desk_archive.document d where d.station = $1 and exists (
       select from desk_archive.batch b, jsonb_to_recordset(b.manifest::jsonb -> 'files') as f (sha256 text)
       where b.station = d.station and f.sha256 = d.sha256)`,
    [station],
  )
  return new Map(rows.map((row) => [row.sha256, row.bytes]))
}
