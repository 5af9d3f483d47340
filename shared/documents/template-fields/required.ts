import type { KindRow } from '../kinds/index.ts'
import { BODY_FIELD, CODE_FIELD } from './field.ts'

/** Of each group a template must name one, as far as the kind has them: without it the paper would not be that paper. */
const ALWAYS: readonly (readonly string[])[] = [[CODE_FIELD]]
const LETTER: readonly (readonly string[])[] = [
  ['标题', '事由', '督办事项'],
  ['主送机关', '承办单位', '信访人'],
  [BODY_FIELD, '截止日期', '预计答复日期', '具体理由', '处理意见'],
  ['成文日期'],
]
const FORM: readonly (readonly string[])[] = [
  [BODY_FIELD],
  ['明细'],
  ['信访事项'],
  ['信访编号', '登记编号', '预约编号', '接待编号'],
  ['承办单位', '被督办单位'],
  ['限定反馈日', '办理期限', '办结时限', '预计答复'],
]

export function requiredOf(
  { format, series }: Pick<KindRow<never>, 'format' | 'series'>,
  names: readonly string[],
): readonly (readonly string[])[] {
  const groups = [
    ...ALWAYS,
    ...(series === null ? [] : [['发文字号']]),
    ...(format === 'form' ? FORM : LETTER),
  ]
  return groups
    .map((group) => group.filter((name) => names.includes(name)))
    .filter((group) => group.length > 0)
}
