import { buildPaper, type DocumentKind, isDocumentKind, KINDS } from '../kinds/index.ts'
import type { Paper } from '../paper.ts'
import { SPECIMENS, specimenPaper } from '../specimens/index.ts'
import { explained } from './explain.ts'
import { CODE_FIELD, type FieldValue, type FieldValues, type TemplateField } from './field.ts'
import { mergedOutline } from './merge.ts'
import { isFlowing, type ReadPaper, readPaper } from './read-paper.ts'
import { requiredOf } from './required.ts'
import { VARIANTS } from './variants.ts'

/** Everything a template of a kind may name, and our own layout with a placeholder for each value. */
export type Catalogue = {
  readonly kind: DocumentKind
  readonly flowing: boolean
  readonly fields: readonly TemplateField[]
  readonly outline: Paper
  /** Values that are not there in every paper of the kind, with all that stands around them. */
  readonly optional: ReadonlySet<string>
}

const known = new Map<DocumentKind, Catalogue>()

export function catalogueOf(kind: DocumentKind): Catalogue {
  const before = known.get(kind)
  if (before !== undefined) return before
  const catalogue = makeCatalogue(kind)
  known.set(kind, catalogue)
  return catalogue
}

/** The values of a paper for a template of its kind. */
export function valuesOf(kind: DocumentKind, paper: Paper): FieldValues {
  return readPaper(paper, catalogueOf(kind).flowing).values
}

function makeCatalogue(kind: DocumentKind): Catalogue {
  const specimen = specimenPaper(kind)
  const papers = [specimen, ...variantPapers(kind).map((paper) => ({ ...paper, code: specimen.code }))]
  const flowing = papers.some(isFlowing)
  const read = papers.map((paper) => readPaper(paper, flowing))
  const optional = new Set(
    allNames(read).filter((name) => read.some((each) => !namesOf(each.values).has(name))),
  )
  optional.delete(CODE_FIELD)
  return {
    kind,
    flowing,
    outline: read.map(({ outline }) => outline).reduce(mergedOutline),
    optional,
    fields: fieldsOf(
      kind,
      read.map(({ values }) => values),
      { optional, also: new Set(read.flatMap(({ also }) => [...also])) },
    ),
  }
}

function variantPapers(kind: DocumentKind): readonly Paper[] {
  return (VARIANTS[kind] ?? []).map((data) => buildPaper(kind, data))
}

/** With the names within what repeats: they too may be missing from a row. */
function namesOf(values: FieldValues): ReadonlySet<string> {
  const inRows = [...values.values()].flatMap((value) => {
    if (value.shape !== 'rows') return []
    const [first, ...rest] = value.rows.map((row) => [...row.keys()])
    return (first ?? []).filter((name) => rest.every((row) => row.includes(name)))
  })
  return new Set([...values.keys(), ...inRows])
}

function allNames(read: readonly ReadPaper[]): readonly string[] {
  return [
    ...new Set(
      read.flatMap(({ values }) => [
        ...values.keys(),
        ...[...values.values()].flatMap((value) =>
          value.shape === 'rows' ? value.rows.flatMap((row) => [...row.keys()]) : [],
        ),
      ]),
    ),
  ]
}

/** Names that are not in every paper, and names of what is said elsewhere too. */
type About = { readonly optional: ReadonlySet<string>; readonly also: ReadonlySet<string> }

function fieldsOf(kind: DocumentKind, all: readonly FieldValues[], about: About): readonly TemplateField[] {
  const names = [...new Set(all.flatMap((values) => [...values.keys()]))]
  const required = requiredOf(KINDS[kind], names)
  return names.map((name) => {
    const values = all.flatMap((each) => each.get(name) ?? [])
    return {
      name,
      explains: explained(name, values[0]?.shape ?? 'text', about.also.has(name)),
      shape: values[0]?.shape ?? 'text',
      mayBeEmpty: about.optional.has(name) || values.some(isEmpty),
      requiredWith: required.find((group) => group.includes(name)) ?? [],
      columns: columnsOf(kind, values, about),
    }
  })
}

function columnsOf(
  kind: DocumentKind,
  values: readonly FieldValue[],
  about: About,
): readonly TemplateField[] {
  const rows = values.flatMap((value) => (value.shape === 'rows' ? value.rows : []))
  return rows.length === 0 ? [] : fieldsOf(kind, rows, about).map((field) => ({ ...field, requiredWith: [] }))
}

function isEmpty(value: FieldValue): boolean {
  switch (value.shape) {
    case 'text':
      return value.lines.every((line) => line === '')
    case 'body':
      return value.blocks.every((block) => 'line' in block && block.line.every((span) => span === ''))
    case 'rows':
      return value.rows.length === 0
    default:
      return false
  }
}

/** What a paper says and no template of the kind has a name for; nothing of it may be lost silently. */
export function unplacedNames(kind: DocumentKind, paper: Paper): readonly string[] {
  const fields = new Map(catalogueOf(kind).fields.map((field) => [field.name, field]))
  const { values, also } = readPaper(paper, catalogueOf(kind).flowing)
  return [...values].flatMap(([name, value]) => {
    const field = fields.get(name)
    if (field === undefined) return isEmpty(value) || also.has(name) ? [] : [name]
    if (value.shape !== 'rows') return []
    const columns = new Set(field.columns.map((column) => column.name))
    return value.rows.flatMap((row) =>
      [...row].flatMap(([label, cell]) => (columns.has(label) || isEmpty(cell) ? [] : [label])),
    )
  })
}

/** Every name a template of the kind may use, those within what repeats among them. */
export function knownNames(kind: DocumentKind): ReadonlySet<string> {
  return new Set(
    catalogueOf(kind).fields.flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)]),
  )
}

/** One datum of every kind is enough to try a template. */
export function specimenValues(kind: DocumentKind): FieldValues {
  return valuesOf(kind, specimenPaper(kind))
}

export const TEMPLATE_KINDS: readonly DocumentKind[] = Object.keys(SPECIMENS).filter(isDocumentKind)
