import { Radio, Stack, Text, TextInput } from '@mantine/core'
import { yearOf } from '../../../shared/domain/day.ts'
import { archiveNumber } from '../../../shared/rules/archive-number.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { classes } from './classes.ts'
import type { SettingsProps } from './settings-form.ts'

/** How archive numbers are made, with the one that would come first. */
export function ArchiveNumberFields({ value, onChange, errorAt }: SettingsProps) {
  const { archive } = value
  const year = yearOf(useToday())
  const set = (part: Partial<typeof archive>) => onChange({ archive: { ...archive, ...part } })
  const example = archiveNumber(archive, year, value.retention.withOutcome).withSerial(1)
  return (
    <>
      <Radio.Group
        label="档号方案"
        value={archive.scheme}
        onChange={(scheme) => set({ scheme: scheme === 'class' ? 'class' : 'piece' })}
        error={errorAt('archive.scheme')}
      >
        <Stack gap={6} mt={4}>
          <Radio value="piece" label="按件：全宗号-WS·年度-保管期限-机构代码-件号（DA/T 22-2015）" />
          <Radio value="class" label="按类：年度-分类号-件号（高等学校档案实体分类法）" />
        </Stack>
      </Radio.Group>
      <div className={classes['fields']}>
        {archive.scheme === 'piece' ? (
          <>
            <TextInput
              label="全宗号"
              required
              value={archive.fonds}
              onChange={(event) => set({ fonds: event.currentTarget.value.toUpperCase() })}
              error={errorAt('archive.fonds')}
            />
            <TextInput
              label="机构（问题）代码"
              required
              value={archive.organ}
              onChange={(event) => set({ organ: event.currentTarget.value.toUpperCase() })}
              error={errorAt('archive.organ')}
            />
          </>
        ) : (
          <TextInput
            label="分类号"
            description="例：XZ11 行政综合"
            required
            value={archive.classNumber}
            onChange={(event) => set({ classNumber: event.currentTarget.value.toUpperCase() })}
            error={errorAt('archive.classNumber')}
          />
        )}
      </div>
      <Text c="dimmed" mt="xs">
        例：{example}。改动只影响以后归档的事项。
      </Text>
    </>
  )
}
