import {
  ImagePlugin,
  type ScopeDataArgs,
  type Tag,
  TagPlacement,
  type TemplateContent,
  type TemplateData,
  TemplateHandler,
  TextPlugin,
} from 'easy-template-x'
import type { FieldValue, FieldValues } from '../../../shared/documents/template-fields/field.ts'
import type { Instant } from '../../../shared/domain/day.ts'
import { BodyPlugin } from './body-plugin.ts'
import { guarded } from './braces.ts'
import { type Parts, repacked } from './repack.ts'
import { RowsPlugin } from './rows-plugin.ts'

export type Filling = {
  readonly values: FieldValues
  /** Every name of the kind: one that has no value in this paper is left empty. */
  readonly known: ReadonlySet<string>
  readonly code: Uint8Array
  readonly title: string
  readonly createdAt: Instant
}

/** Text boxes in tables in text boxes are deep; more than this no office writes. */
const MOST_DEPTH = 200

/** The template with the values of one paper: the same paper and moment give the same bytes. */
export async function fillTemplate(template: Parts, filling: Filling): Promise<Buffer> {
  const handler = new TemplateHandler({
    plugins: [new RowsPlugin(), new BodyPlugin(), new TextPlugin(), new ImagePlugin()],
    maxXmlDepth: MOST_DEPTH,
    scopeDataResolver: (args) => contentFor(args, filling),
  })
  const filled = await handler.process(repacked(template), {})
  return repacked(filled, filling)
}

function contentFor({ path }: ScopeDataArgs, filling: Filling): TemplateContent | TemplateData[] {
  const tag = path.at(-1)
  if (tag === undefined || typeof tag === 'number') throw new Error('no placeholder')
  const value = find(tag.name, path.slice(0, -1), filling)
  if (tag.disposition !== 'SelfClosed')
    return value?.shape === 'rows' ? value.rows.map(() => ({})) : there(value)
  return value === undefined ? '' : contentOf(value, tag, filling)
}

/** The library asks for anything that is true. */
function there(value: FieldValue | undefined): string {
  return value === undefined ? '' : 'yes'
}

/** From the innermost row outwards. */
function find(name: string, path: ScopeDataArgs['path'], { values, known }: Filling): FieldValue | undefined {
  let scopes: readonly FieldValues[] = [values]
  let loop: FieldValue | undefined
  for (const part of path) {
    if (typeof part !== 'number') loop = scopes.map((scope) => scope.get(part.name)).find(Boolean)
    else if (loop?.shape === 'rows' && loop.rows[part] !== undefined) scopes = [loop.rows[part], ...scopes]
  }
  if (!known.has(name)) throw new Error(`没有“${name}”这个占位符`)
  return scopes.map((scope) => scope.get(name)).find((value) => value !== undefined)
}

/** Edge of the code in pixels where the template leaves it to us: 18 mm. */
const CODE_PIXELS = (18 * 96) / 25.4

function contentOf(value: FieldValue, tag: Tag, { code }: Filling): TemplateContent {
  switch (value.shape) {
    case 'text':
      return guarded(value.lines.join('\n'))
    case 'body':
      return { _type: 'body', blocks: value.blocks }
    case 'image':
      return {
        _type: 'image',
        source: Buffer.from(code),
        format: 'image/png',
        altText: '文书二维码',
        ...(tag.placement === TagPlacement.TextNode ? { width: CODE_PIXELS, height: CODE_PIXELS } : {}),
      }
    default:
      throw new Error(`“${tag.name}”要用 {#${tag.name}} 和 {/${tag.name}} 括住要重复的内容`)
  }
}
