import type { Reader, Writer } from '../database.ts'

/** Marks a number as used, so that the next one is the one after it. */
export async function useSerial(tx: Writer, series: string, serial: number): Promise<void> {
  await tx.db
    .insertInto('serial')
    .values({ series, next: serial + 1 })
    .onConflict((conflict) =>
      conflict
        .column('series')
        .doUpdateSet({ next: serial + 1 })
        .where('serial.next', '<=', serial),
    )
    .execute()
}

/** The number the series would give now. Inside a write nobody else can take it. */
export async function nextSerial(source: Reader | Writer, series: string): Promise<number> {
  const row = await (source.db as Writer['db'])
    .selectFrom('serial')
    .select('next')
    .where('series', '=', series)
    .executeTakeFirst()
  return row?.next ?? 1
}
