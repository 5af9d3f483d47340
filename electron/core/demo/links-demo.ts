import type { ContactWay, LinkForm } from '../../../shared/domain/channel-work.ts'
import { contactLink, saveLink } from '../handlers/link-handlers.ts'
import type { ChannelStage, Teller } from './channels-demo.ts'
import { atMinute } from './hours.ts'
import { inventName } from './people.ts'
import type { Random } from './random.ts'

const BEGUN = 80
const CLASSES = [
  '数据2401班',
  '会计2403班',
  '学前2402班',
  '汉语2401班',
  '英语2404班',
  '社工2401班',
  '软件2402班',
  '视传2401班',
]
const WAYS: readonly (readonly [ContactWay, string])[] = [
  ['talk', '了解近期学习和生活情况，鼓励合理安排时间。'],
  ['class', '进班听课并与任课教师交流，课堂秩序良好。'],
  ['visit', '登门走访，听取对学校发展的意见建议。'],
  ['phone', '电话了解近况，没有新的困难。'],
]

/** Leaders with their experts and classes, two other heads, students in need; one leader still lacks an expert. */
export function planLinks(stage: ChannelStage, teller: Teller): void {
  const { desk, staff, workDays } = stage
  const random = stage.random.fork('links')
  const begun = workDays.days.at(-BEGUN)
  if (begun === undefined) return
  for (const [index, link] of linksOf(stage, random, begun).entries()) {
    let id: string | null = null
    stage.plan(atMinute(begun, 10 * 60 + index), async () => {
      id = await saveLink(desk, staff.clerk, { id: null, link })
    })
    // Some were never met since: the list says so.
    if (index % 5 === 4) continue
    const on = workDays.days.at(-random.between(5, BEGUN - 10))
    const [how, text] = random.pick(WAYS)
    if (on === undefined) continue
    stage.plan(atMinute(on, 15 * 60 + 10 + index), async () => {
      if (id === null) return
      const told = index === 1 ? teller.tell(on, '联系时反映').form : null
      const matter =
        told === null
          ? null
          : {
              proposer: inventName(random),
              organisation: '',
              seconders: '',
              title: told.title,
              matter: told.matter,
              category: told.category,
              grade: null,
            }
      await contactLink(desk, staff.clerk, { id, on, how, text, matter })
    })
  }
}

function linksOf({ office }: ChannelStage, random: Random, since: LinkForm['since']): LinkForm[] {
  const common = { person: '', post: '', unit: '', since, remark: '', active: true }
  const leaders = office.leaders.flatMap(({ code }, index): LinkForm[] => [
    { ...common, kind: 'class', leader: code, partner: CLASSES[index % CLASSES.length] ?? '' },
    ...(index === 3
      ? []
      : [{ ...common, kind: 'expert' as const, leader: code, partner: `${inventName(random)}教授` }]),
  ])
  const heads = ['后勤处处长', '学生工作处处长'].map(
    (post, index): LinkForm => ({
      ...common,
      kind: 'class',
      leader: null,
      person: inventName(random),
      post,
      partner: `艺术240${index + 1}班`,
    }),
  )
  const students = ['SJ', 'FYZ1'].map(
    (leader): LinkForm => ({
      ...common,
      kind: 'student',
      leader,
      partner: inventName(random),
      unit: '信息工程学院',
    }),
  )
  return [...leaders, ...heads, ...students]
}
