import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { PURPOSES } from '../../../shared/domain/petition.ts'
import { IDENTITIES } from '../../../shared/domain/visit.ts'
import { DayText } from '../../ui/DayText.tsx'
import { marksOf } from '../../ui/PetitionTable.tsx'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import classes from './review.module.css'
import type { ReviewedPetition } from './review-day.ts'

/** A petition in large type, with everything a leader decides by and nothing else. */
export function ReviewedText({ petition }: { readonly petition: ReviewedPetition }) {
  const { units } = useCatalogue()
  const accused = [
    petition.accusedNames,
    ...petition.accusedUnits.map((code) => nameOfCode(units, code)),
  ].filter(Boolean)
  return (
    <article className={classes['petition']} aria-label={petition.title}>
      <Title order={2} className={classes['title'] ?? ''}>
        {marksOf(petition)}
        {petition.title}
      </Title>
      <Text c="dimmed">
        {petition.number}　<Who petition={petition} />
      </Text>
      <Standing petition={petition} />
      <Part title="反映问题">{petition.matter}</Part>
      <Part title="事实与理由">{petition.grounds}</Part>
      <Part title="具体诉求">{petition.demand}</Part>
      <Part title="被反映方">{accused.join('、')}</Part>
      <Part title="曾反映单位及处理情况">{petition.previousHandling}</Part>
      <Part title="办理经过">{progress(petition)}</Part>
      {petition.instruction !== null && (
        <section className={`${classes['part']} ${classes['decided']}`}>
          <h3>
            {petition.instruction.leader} <DayText day={petition.instruction.on} /> 批示
          </h3>
          <p>{petition.instruction.text}</p>
        </section>
      )}
    </article>
  )
}

/** `张*明，学生，经济管理学院，来访 1 人；信访接待，求决，学业管理` */
function Who({ petition }: { readonly petition: ReviewedPetition }) {
  const { channels, categories } = useCatalogue()
  const { visit } = petition
  const [main] = visit.petitioners
  const who = [
    petition.petitioner,
    main === undefined || visit.anonymous ? '' : IDENTITIES[main.identity],
    main?.organisation ?? '',
    visit.headcount > 1 ? `来访 ${visit.headcount} 人` : '',
  ]
  const what = [
    nameOfCode(channels, petition.channel),
    PURPOSES[petition.purpose],
    nameOfCode(categories, petition.category),
  ]
  return [who, what].map((words) => words.filter(Boolean).join('，')).join('；')
}

function Standing({ petition }: { readonly petition: ReviewedPetition }) {
  const { kind } = petition.lateness
  const tone = kind === 'overdue' ? classes['overdue'] : kind === 'dueToday' ? classes['dueToday'] : ''
  const repeats = petition.related.filter(({ why }) => why !== '同次来访').length
  return (
    <p>
      <span className={tone}>{petition.sentence}</span>
      {repeats > 0 && `；同一问题另有 ${repeats} 件`}
    </p>
  )
}

/** What was done since the registration, in the office's own words: the proposal for a submission among them. */
function progress({ timeline }: ReviewedPetition): string {
  const told = ['登记来访', '领导已阅', '查看个人信息', '领导批示', '印发文书', '取用文书']
  return timeline
    .filter(({ label }) => !told.includes(label))
    .map(({ label, who, lines }) => `${label}（${who}）：${lines.join('；')}`)
    .join('\n')
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  if (children === '') return null
  return (
    <section className={classes['part']}>
      <h3>{title}</h3>
      <p>{children}</p>
    </section>
  )
}
