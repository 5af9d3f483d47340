import { Anchor, Text } from '@mantine/core'
import { Link } from 'wouter'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Failure } from '../../ui/Failure.tsx'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import { classes } from './classes.ts'

/** 牵头单位负责制度: each lead unit with what is open in its channels. */
export function UnitsTab() {
  const { units } = useCatalogue()
  const { data, error, refetch } = useDeskQuery('channels.overview', undefined)
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  return (
    <>
      <Text c="dimmed" mb="xs">
        每个渠道的牵头单位负责所负责渠道的信息收集、协调办理、督办反馈（《信息沟通实施办法》三1）。点单位看它的一览表。
      </Text>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">牵头单位</th>
            <th scope="col" className={classes['number']}>
              渠道
            </th>
            <th scope="col" className={classes['number']}>
              在办
            </th>
            <th scope="col" className={classes['number']}>
              逾期
            </th>
          </tr>
        </thead>
        <tbody>
          {data.units.map(({ unit, channels, open, overdue }) => (
            <tr key={unit}>
              <td>
                <Anchor component={Link} href={`/channels/unit/${unit}`}>
                  {nameOfCode(units, unit)}
                </Anchor>
              </td>
              <td className={classes['number']}>{channels}</td>
              <td className={classes['number']}>{open}</td>
              <td className={`${classes['number']} ${overdue > 0 ? classes['late'] : ''}`}>{overdue}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.units.length === 0 && <Text mt="sm">还没有牵头单位，请管理员在“设置 · 渠道”里填写。</Text>}
    </>
  )
}
