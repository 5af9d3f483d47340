import { DeskError } from '../../../shared/contract/errors.ts'
import { type DocumentKind, isDocumentKind, KINDS } from '../../../shared/documents/kinds/index.ts'
import { specimenPaper } from '../../../shared/documents/specimens/index.ts'
import { catalogueOf, TEMPLATE_KINDS } from '../../../shared/documents/template-fields/catalogue.ts'
import type { TemplateField } from '../../../shared/documents/template-fields/field.ts'
import { dayOf } from '../../../shared/domain/day.ts'
import { type Desk, nowAt } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { renderPaper } from '../documents/render.ts'
import { stamped } from '../documents/stamp.ts'
import { issuingOrgan } from '../issuing/paper-data.ts'
import type { Reader, Writer } from '../store/database.ts'
import { readable } from '../store/database.ts'
import type { TemplateTable } from '../store/schema/template-schema.ts'
import { checkTemplate, trialPrint } from '../templates/check-template.ts'
import { templateBytes } from '../templates/chosen-template.ts'
import { chooseTemplate, keepTemplate } from '../templates/keep-template.ts'
import type { openTemplate } from '../templates/open-template.ts'
import { starterTemplate } from '../templates/starter.ts'

type TemplateMethod = Extract<keyof Handlers, `templates.${string}`>

/** 文书模板: exported, checked, tried, kept by version, and chosen for what is issued from then on. */
export const templateHandlers: Pick<Handlers, TemplateMethod> = {
  'templates.list': async (_, { desk }) => {
    const { db } = desk.store.reader
    const chosen = await db.selectFrom('template_choice').selectAll().execute()
    const saved = await db
      .selectFrom('template')
      .select((row) => ['kind', row.fn.countAll<number>().as('n')])
      .groupBy('kind')
      .execute()
    return {
      kinds: TEMPLATE_KINDS.map((kind) => {
        const choice = chosen.find((row) => row.kind === kind)
        return {
          kind,
          name: KINDS[kind].name,
          chosen: choice?.version ?? null,
          chosenAt: choice?.chosen_at ?? null,
          chosenBy: choice === undefined ? '' : desk.nameOf(choice.chosen_by),
          versions: saved.find((row) => row.kind === kind)?.n ?? 0,
        }
      }),
    }
  },
  'templates.show': async (input, { desk }) => {
    const kind = kindOf(input.kind)
    const { db } = desk.store.reader
    const rows = await db
      .selectFrom('template')
      .selectAll()
      .where('kind', '=', kind)
      .orderBy('version', 'desc')
      .execute()
    const choice = await db
      .selectFrom('template_choice')
      .select('version')
      .where('kind', '=', kind)
      .executeTakeFirst()
    return {
      kind,
      name: KINDS[kind].name,
      versions: rows.map((row) => ({
        version: row.version,
        name: row.name,
        size: row.size,
        note: row.note,
        savedAt: row.saved_at,
        savedOn: dayOf(row.saved_at),
        savedBy: desk.nameOf(row.saved_by),
        chosen: row.version === choice?.version,
      })),
      fields: catalogueOf(kind).fields.map(fieldView),
    }
  },
  'templates.export': async (input, { desk }) => {
    const kind = kindOf(input.kind)
    if (input.version === null) {
      const bytes = starterTemplate(kind, {
        organ: issuingOrgan(desk),
        createdAt: nowAt(desk.surroundings.clock),
      })
      return { fileName: `${KINDS[kind].name}起始模板.docx`, bytes: bytes.toString('base64') }
    }
    const { row, bytes } = await savedVersion(desk.store.reader, kind, input.version)
    return { fileName: row.name, bytes: bytes.toString('base64') }
  },
  'templates.check': async ({ kind, file }, { desk }) => {
    const { findings } = await checkTemplate(kindOf(kind), bytesOf(file), nowAt(desk.surroundings.clock))
    return { findings: [...findings] }
  },
  'templates.try': async (input, { desk }) => {
    const kind = kindOf(input.kind)
    const at = nowAt(desk.surroundings.clock)
    if (input.file === null && input.version === null) {
      const bytes = stamped(renderPaper(specimenPaper(kind), { createdAt: at }), '样张')
      return { fileName: `${KINDS[kind].name}样张（系统版式）.docx`, bytes: bytes.toString('base64') }
    }
    const bytes =
      input.file === null
        ? (await savedVersion(desk.store.reader, kind, input.version ?? 0)).bytes
        : bytesOf(input.file)
    const tried = await usable(kind, bytes, desk)
    const { bytes: printed, fileName } = await trialPrint(kind, tried, at)
    return { fileName, bytes: printed.toString('base64') }
  },
  'templates.save': async ({ kind: asked, file, note, use }, { desk, me }) => {
    const kind = kindOf(asked)
    const bytes = bytesOf(file)
    await usable(kind, bytes, desk)
    return desk.ledger.change(async (change) => {
      const version = await keepTemplate(change, me, kind, { name: nameOf(file.name), bytes, note })
      if (use) await chooseTemplate(change, me, kind, version)
      return { version }
    })
  },
  'templates.choose': async ({ kind: asked, version }, { desk, me }) => {
    const kind = kindOf(asked)
    if (version !== null)
      await usable(kind, (await savedVersion(desk.store.reader, kind, version)).bytes, desk)
    await desk.ledger.change((change) => chooseTemplate(change, me, kind, version))
    return { done: true }
  },
}

function kindOf(kind: string): DocumentKind {
  if (!isDocumentKind(kind)) throw new DeskError('badRequest', '没有这种文书，请重新选择。')
  return kind
}

function bytesOf({ bytes }: { readonly bytes: string }): Buffer {
  return Buffer.from(bytes, 'base64')
}

/** The name alone: where the file lay is nobody's business. */
function nameOf(name: string): string {
  return name.split(/[\\/]/u).at(-1) ?? name
}

/** A template with findings lays nothing out: neither now nor when the program knows other names than it did. */
async function usable(
  kind: DocumentKind,
  bytes: Buffer,
  desk: Desk,
): Promise<ReturnType<typeof openTemplate>> {
  const { findings, parts } = await checkTemplate(kind, bytes, nowAt(desk.surroundings.clock))
  const [first, ...more] = findings
  if (first === undefined) return parts
  const where = first.place === '' ? '' : `${first.place}：`
  const others = more.length === 0 ? '' : `；另有${more.length}处问题`
  const message = `模板还不能使用：${where}${first.says}${others}。请改好后再上传。`
  throw new DeskError('badRequest', message, [{ path: 'file', message }])
}

async function savedVersion(
  source: Reader | Writer,
  kind: DocumentKind,
  version: number,
): Promise<{ readonly row: TemplateTable; readonly bytes: Buffer }> {
  const row = await readable(source)
    .selectFrom('template')
    .selectAll()
    .where('kind', '=', kind)
    .where('version', '=', version)
    .executeTakeFirst()
  if (row === undefined)
    throw new DeskError('notFound', `没有${KINDS[kind].name}模板第${version}版，请刷新后重试。`)
  const bytes = await templateBytes(source, row.sha256)
  if (bytes === null)
    throw new DeskError('unavailable', `本机没有${KINDS[kind].name}模板第${version}版的文件，请重新上传。`)
  return { row, bytes }
}

function fieldView({ name, explains, mayBeEmpty, shape, requiredWith, columns }: TemplateField) {
  return {
    name,
    explains,
    mayBeEmpty,
    shape,
    requiredWith: [...requiredWith],
    columns: columns.map((column) => ({
      name: column.name,
      explains: column.explains,
      mayBeEmpty: column.mayBeEmpty,
    })),
  }
}
