/** 文号: every number of a series from 1 to the highest is a paper's, a void paper's, or explained; none is given twice. */

/** A number a paper carries. A void one stays used. */
export type GivenNumber = { readonly serial: number; readonly voided: boolean }

/** Numbers no paper of this program carries: used on paper before it came, or given up. */
export type ExplainedGap = { readonly from: number; readonly to: number; readonly reason: string }

export type NumberSeries = {
  readonly given: readonly GivenNumber[]
  readonly gaps: readonly ExplainedGap[]
  /** What it would give now. */
  readonly next: number
}

export type SeriesAccount = {
  /** 0 while nothing was given. */
  readonly highest: number
  readonly voided: readonly number[]
  readonly gaps: readonly ExplainedGap[]
  /** What is not as it has to be, one sentence each. */
  readonly problems: readonly string[]
  /** 1—37号连续，其中5号作废 */
  readonly verdict: string
}

/** A jump beyond it is a slip of the hand: no office issues that many papers of a kind in a year. */
const HIGHEST_NEXT = 100_000

/** Goes through the series once and accounts for every number. */
export function accountOf({ given, gaps, next }: NumberSeries): SeriesAccount {
  const spans = [
    ...given.map(({ serial }) => ({ from: serial, to: serial })),
    ...gaps.map(({ from, to }) => ({ from, to })),
  ].sort((a, b) => a.from - b.from || a.to - b.to)
  const missing: string[] = []
  const twice: string[] = []
  let highest = 0
  for (const { from, to } of spans) {
    if (from > highest + 1) missing.push(span(highest + 1, from - 1))
    if (from <= highest) twice.push(span(from, Math.min(to, highest)))
    highest = Math.max(highest, to)
  }
  const problems = [
    ...(missing.length === 0 ? [] : [`缺${missing.join('、')}，没有文书也没有说明`]),
    ...(twice.length === 0 ? [] : [`${[...new Set(twice)].join('、')}不止用了一次`]),
    ...(next === highest + 1 ? [] : [`下一个号应是${highest + 1}号，却要给出${next}号`]),
  ]
  const voided = given.flatMap((number) => (number.voided ? [number.serial] : [])).sort((a, b) => a - b)
  const sorted = gaps.toSorted((a, b) => a.from - b.from)
  return { highest, voided, gaps: sorted, problems, verdict: verdict(highest, voided, sorted, problems) }
}

function verdict(
  highest: number,
  voided: readonly number[],
  gaps: readonly ExplainedGap[],
  problems: readonly string[],
): string {
  if (problems.length > 0) return `不连续：${problems.join('；')}`
  if (highest === 0) return '还没有用过，从1号开始'
  const parts = [
    ...(voided.length === 0 ? [] : [`${ranges(voided)}作废`]),
    ...(gaps.length === 0 ? [] : [`${gaps.map(({ from, to }) => span(from, to)).join('、')}已说明`]),
  ]
  return `${span(1, highest)}连续${parts.length === 0 ? '' : `，其中${parts.join('，')}`}`
}

/** 5号; 1—12号 */
export function span(from: number, to: number): string {
  return from === to ? `${from}号` : `${from}—${to}号`
}

/** 3、5—7号 */
function ranges(numbers: readonly number[]): string {
  const runs: { from: number; to: number }[] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last !== undefined && number <= last.to + 1) last.to = number
    else runs.push({ from: number, to: number })
  }
  return `${runs.map(({ from, to }) => (from === to ? `${from}` : `${from}—${to}`)).join('、')}号`
}

/** Why the series cannot go on at that number; it never goes back. */
export function continueRefusal(next: number, wanted: number): string | null {
  if (wanted < next) return `${next - 1}号以前的号已经用过，下一个号只能往后续，请填写大于${next}的号。`
  if (wanted === next) return `下一个号本来就是${next}号，不需要续接。`
  return wanted > HIGHEST_NEXT ? `下一个号不能超过${HIGHEST_NEXT}，请核对。` : null
}

/** Why a paper cannot be declared void. */
export function voidRefusal(paper: {
  readonly voidedOn: string | null
  /** Its petition was archived, and the paper with it. */
  readonly archived: boolean
}): string | null {
  if (paper.voidedOn !== null) return '这份文书已经作废，不需要再次作废。'
  return paper.archived
    ? '这份文书已经随事项归档，不能作废；确有差错的，请另行印发更正文书（《信息沟通实施办法》二（五）归档）。'
    : null
}
