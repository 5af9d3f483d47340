import type { BodyBlock, FieldValue } from './field.ts'
import { nameOf } from './field.ts'

/** Values by name; a name that is taken already gets a figure: 联系电话, 联系电话2. */
export class Names {
  private readonly known = new Map<string, FieldValue>()
  /** Run-in headings and facts: said elsewhere too, and giving way to what stands at a place of its own. */
  readonly weak = new Set<string>()

  get values(): ReadonlyMap<string, FieldValue> {
    return this.known
  }

  /** Returns the name it got. */
  set(label: string, value: FieldValue): string {
    const name = this.free(nameOf(label))
    this.replace(name, value)
    this.weak.delete(name)
    return name
  }

  replace(name: string, value: FieldValue): void {
    this.known.set(name, value)
  }

  /** Said again under the same heading, it is one value of several paragraphs. */
  append(label: string, block: BodyBlock): void {
    const name = nameOf(label)
    const before = this.known.get(name)
    if (before !== undefined && !this.weak.has(name)) return
    this.weak.add(name)
    this.known.set(name, {
      shape: 'body',
      blocks: [...(before?.shape === 'body' ? before.blocks : []), block],
    })
  }

  /** Only when nothing has the name. */
  offer(name: string, value: FieldValue): void {
    if (this.known.has(name)) return
    this.known.set(name, value)
    this.weak.add(name)
  }

  private free(name: string): string {
    if (name === '') return this.free('未命名')
    if (!this.known.has(name) || this.weak.has(name)) return name
    let figure = 2
    while (this.known.has(`${name}${figure}`)) figure += 1
    return `${name}${figure}`
  }
}
