import type { Block, Cell, Line, Paper, Span } from '../../../../shared/documents/paper.ts'
import * as fc from '../../../helpers/fast-check.ts'

/** Any text: rare characters, half characters, control characters, markup, line breaks. */
const text = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.string({
      unit: fc.constantFrom(...Array.from('信访事项转办函〔2026〕“”—℃Ab1 ')),
      maxLength: 40,
    }),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.constantFrom('', '<w:p/>&"\'', '甲\n乙\r\n丙', '{deadbeef}', '\ud83d', '𠮷𬭚') },
)
const face = fc.constantFrom('fangsong', 'kai', 'hei', 'biaosong', 'song' as const)
const span: fc.Arbitrary<Span> = fc.oneof(
  text,
  fc.record({ text, face }),
  fc.record({ blank: fc.integer({ min: 1, max: 12 }) }),
)
const line: fc.Arbitrary<Line> = fc.array(span, { maxLength: 4 })
const texts = fc.array(text, { maxLength: 4 })

const cell: fc.Arbitrary<Cell> = fc
  .record({
    role: fc.constantFrom('label', 'value', 'section' as const),
    lines: fc.array(line, { maxLength: 3 }),
    align: fc.constantFrom('left', 'center', 'right', null),
  })
  .map(({ align, ...rest }) => (align === null ? rest : { ...rest, align }))

const table: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('table' as const),
  dense: fc.boolean(),
  columns: fc.constant([60, 102]),
  rows: fc.array(
    fc.oneof(
      fc.record({ cells: fc.tuple(cell, cell), head: fc.boolean(), divisible: fc.boolean() }),
      fc.record({
        cells: cell.map((only) => [{ ...only, span: 2 }]),
        height: fc.integer({ min: 5, max: 30 }),
      }),
    ),
    { minLength: 1, maxLength: 4 },
  ),
})

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('mark' as const),
    of: fc.constantFrom('copyNumber', 'secrecy', 'urgency' as const),
    text,
  }),
  fc.record({ kind: fc.constant('addressee' as const), text }),
  fc.record({ kind: fc.constant('paragraph' as const), line }),
  fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1, 2, 3, 4 as const), text }),
  fc.record({ kind: fc.constant('attachments' as const), names: texts }),
  fc.record({ kind: fc.constant('signature' as const), organ: text, date: text, sealed: fc.boolean() }),
  fc.record({ kind: fc.constant('note' as const), text }),
  fc.record({ kind: fc.constant('copiesTo' as const), units: texts }),
  fc.record({ kind: fc.constant('title' as const), lines: texts }),
  table,
  fc.record({
    kind: fc.constant('tearOff' as const),
    hint: text,
    title: text,
    lines: fc.array(line, { minLength: 1, maxLength: 2 }),
    fields: fc.array(fc.record({ label: text }), { minLength: 1, maxLength: 5 }),
  }),
)

/** What only a document or minutes have. */
const documentBlock: fc.Arbitrary<Block> = fc.oneof(
  block,
  fc.record({ kind: fc.constant('signatory' as const), name: text }),
  fc.record({ kind: fc.constant('issuer' as const), organ: text, date: text }),
  fc.record({ kind: fc.constant('attendance' as const), label: text, names: text }),
  fc.record({ kind: fc.constant('imprint' as const), copiesTo: texts, organ: text, date: text }),
  fc.record({ kind: fc.constant('annex' as const), label: text, title: texts }),
)

const formBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('caption' as const), left: text, right: text }),
  fc.record({ kind: fc.constant('remarks' as const), items: texts }),
  fc.record({ kind: fc.constant('title' as const), lines: texts }),
  fc.record({ kind: fc.constant('signature' as const), organ: text, date: text, sealed: fc.boolean() }),
  table,
)

const code = fc.constantFrom(null, 'XF/ZX-2026-00012-K/ZX-2026-D00034')

/** Any paper of any format, with every kind of block. */
export const arbitraryPaper: fc.Arbitrary<Paper> = fc.oneof(
  fc.record({
    format: fc.constant('letter' as const),
    name: text,
    code,
    blocks: fc
      .tuple(text, text, fc.array(block, { maxLength: 8 }))
      .map(([organ, number, rest]): readonly Block[] => [
        { kind: 'letterhead', organ },
        { kind: 'documentNumber', text: number },
        ...rest,
      ]),
  }),
  fc.record({
    format: fc.constantFrom('document', 'minutes' as const),
    name: text,
    code,
    blocks: fc
      .tuple(text, text, fc.array(documentBlock, { maxLength: 8 }))
      .map(([organ, number, rest]): readonly Block[] => [
        { kind: 'letterhead', organ },
        { kind: 'documentNumber', text: number },
        ...rest,
      ]),
  }),
  fc.record({
    format: fc.constant('form' as const),
    name: text,
    code,
    blocks: fc.array(formBlock, { maxLength: 8 }),
  }),
)
