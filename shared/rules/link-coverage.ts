import type { LinkKind } from '../domain/channel-work.ts'

export type CoverageLink = {
  readonly kind: LinkKind
  /** Post and name, as links are told apart by. */
  readonly who: string
  readonly leader: string | null
  readonly active: boolean
}

export type CoveredLeader = { readonly code: string; readonly who: string }

export type MissingLink = { readonly who: string; readonly kind: LinkKind; readonly sentence: string }

const CLASS = '至少应联系一个学生班级（《信息沟通实施办法》一（一）1）'
const EXPERT = '至少应联系一名专家（《信息沟通实施办法》一（二）4）'

/**
 * Who lacks what the regulation asks for: every 校领导 one expert and one class, every other leader known here one
 * class. Leaders of 处级 nobody has written down cannot be missed, so the list says nothing of them.
 */
export function missingLinks(
  leaders: readonly CoveredLeader[],
  links: readonly CoverageLink[],
): readonly MissingLink[] {
  const active = links.filter((link) => link.active)
  const others = [...new Set(links.filter(({ leader }) => leader === null).map(({ who }) => who))]
  const has = (kind: LinkKind, own: (link: CoverageLink) => boolean) =>
    active.some((link) => link.kind === kind && own(link))
  const ofLeader =
    ({ code }: CoveredLeader) =>
    (link: CoverageLink) =>
      link.leader === code
  return [
    ...leaders
      .filter((leader) => !has('expert', ofLeader(leader)))
      .map(({ who }) => ({ who, kind: 'expert' as const, sentence: EXPERT })),
    ...leaders
      .filter((leader) => !has('class', ofLeader(leader)))
      .map(({ who }) => ({ who, kind: 'class' as const, sentence: CLASS })),
    ...others
      .filter((who) => !has('class', (link) => link.leader === null && link.who === who))
      .map((who) => ({ who, kind: 'class' as const, sentence: CLASS })),
  ]
}
