/** What went wrong, in the terms a person can act on. `unexpected` is always a bug of ours. */
export type DeskErrorCode =
  | 'badRequest'
  | 'notSignedIn'
  | 'notAllowed'
  | 'notFound'
  | 'refused'
  | 'conflict'
  | 'unavailable'
  | 'cancelled'
  | 'unexpected'

/** One field of the input and one Chinese sentence about it. `path` is dotted: `petitions.0.title`. */
export type FieldProblem = { readonly path: string; readonly message: string }

export type DeskProblem = {
  readonly code: DeskErrorCode
  /** One Chinese sentence: what happened and what to do. */
  readonly message: string
  readonly fields?: readonly FieldProblem[]
}

/** Thrown anywhere in the core for what a person caused or can mend; everything else thrown is a bug. */
export class DeskError extends Error {
  override readonly name = 'DeskError'
  readonly code: DeskErrorCode
  readonly fields: readonly FieldProblem[]

  constructor(code: DeskErrorCode, message: string, fields: readonly FieldProblem[] = []) {
    super(message)
    this.code = code
    this.fields = fields
  }

  toProblem(): DeskProblem {
    return this.fields.length > 0
      ? { code: this.code, message: this.message, fields: this.fields }
      : { code: this.code, message: this.message }
  }
}
