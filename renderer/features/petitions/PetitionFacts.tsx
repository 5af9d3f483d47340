import { GRADES, PURPOSES, ROUTES, URGENCIES } from '../../../shared/domain/petition.ts'
import { MATERIAL_FORMS } from '../../../shared/domain/visit.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { DayText } from '../../ui/DayText.tsx'
import type { PetitionView } from '../../ui/steps/petition-view.ts'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import { followUpFacts } from './follow-up-facts.ts'
import { Facts, Section } from './Section.tsx'

/** 反映内容: what was told and what is asked for. */
export function PetitionMatter({ petition }: { readonly petition: PetitionView }) {
  const { units } = useCatalogue()
  const accused = [petition.accusedNames, ...petition.accusedUnits.map((code) => nameOfCode(units, code))]
  return (
    <Section title="反映内容">
      <Facts
        facts={[
          ['问题概况', petition.matter],
          ['事实与理由', petition.grounds],
          ['具体诉求', petition.demand],
          ['被反映方', accused.filter(Boolean).join('、')],
          ['发生时间', petition.happenedOn],
          ['发生地点', petition.happenedAt],
          ['曾经处理', petition.previousHandling],
          ['法定途径', petition.legalFlags.join('、')],
          ['现场意见', petition.opinion],
        ]}
      />
    </Section>
  )
}

/** 办理: who has it, under which rules, and what the leader wrote. */
export function PetitionHandling({ petition }: { readonly petition: PetitionView }) {
  const { units, channels, categories } = useCatalogue()
  const unitName = (code: string) => nameOfCode(units, code)
  const { instruction } = petition
  return (
    <Section title="分类与办理">
      <Facts
        wide
        facts={[
          ['办理方式', petition.route === null ? '尚未确定' : ROUTES[petition.route]],
          ['承办单位', petition.leadUnit === null ? '' : unitName(petition.leadUnit)],
          ['协办单位', petition.assistUnits.map(unitName).join('、')],
          ['批示', instruction === null ? '' : `${instruction.leader}：${instruction.text}`],
          ['批示日期', instruction === null ? '' : <DayText day={instruction.on} />],
          [
            '批示交办',
            instruction === null || instruction.leadUnit === null
              ? ''
              : [instruction.leadUnit, ...instruction.assistUnits].map(unitName).join('、'),
          ],
          [
            '办结时限',
            instruction === null || instruction.limitOn === null ? '' : <DayText day={instruction.limitOn} />,
          ],
          ['反映渠道', nameOfCode(channels, petition.channel)],
          ['内容分类', nameOfCode(categories, petition.category)],
          ['信访目的', PURPOSES[petition.purpose]],
          ['分级', petition.grade === null ? '' : GRADES[petition.grade]],
          ['紧急程度', URGENCIES[petition.urgency]],
        ]}
      />
    </Section>
  )
}

/** 办理跟踪: what followed the route, as far as there is any of it. */
export function FollowUpFacts({ petition }: { readonly petition: PetitionView }) {
  const { units } = useCatalogue()
  const facts = followUpFacts(petition.followUp, (code) => nameOfCode(units, code), useToday())
  if (facts.length === 0) return null
  return (
    <Section title="办理跟踪">
      <Facts facts={facts} />
    </Section>
  )
}

/** 来访: when, where, with whom, what was brought. */
export function VisitFacts({ petition }: { readonly petition: PetitionView }) {
  const { visit } = petition
  const materials = visit.materials
    .map(
      ({ name, pages, form, kept }) =>
        `${name}（${MATERIAL_FORMS[form]} ${pages} 页${kept ? '，留存' : ''}）`,
    )
    .join('\n')
  return (
    <Section title="来访">
      <Facts
        facts={[
          ['登记编号', visit.number],
          ['登记日', <DayText key="on" day={petition.receivedOn} />],
          ['接待地点', visit.place],
          ['接谈人', [visit.receivedBy, visit.receivingUnit].filter(Boolean).join('，')],
          [
            '来访人数',
            `${visit.headcount} 人${petition.group ? '（集体访）' : ''}，涉及 ${visit.affected} 人`,
          ],
          ['保密要求', visit.confidential ? '反映人要求保密，对外文书隐去个人信息' : ''],
          ['携带材料', materials],
          ['异常情况', visit.unusual],
          ['备注', visit.remark],
        ]}
      />
    </Section>
  )
}
