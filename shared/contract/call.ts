import type { DeskProblem } from './errors.ts'

/** Errors cross a process as data: Electron keeps only an exception's message. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: DeskProblem }

/** The one function a shell carries across its wire. */
export type Call = (method: string, input: unknown) => Promise<Reply>

/** Long work tells how far it is. The second thing a shell carries, in the other direction. */
export type Progress = {
  /** Chosen by the caller and sent along as `input.job`. */
  readonly job: string
  /** What is being done, in Chinese. */
  readonly label: string
  readonly done: number
  /** Null while the amount is not known. */
  readonly total: number | null
}

/** What a shell pushes to the window without being asked. */
export type CoreEvent =
  | ({ readonly type: 'progress' } & Progress)
  | { readonly type: 'changed'; readonly topics: readonly string[] }
  /** The core process died and a fresh one took its place: sign in again, the drafts are still there. */
  | { readonly type: 'restarted' }
