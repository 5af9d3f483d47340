import { Alert, List, Text } from '@mantine/core'
import type { Batch } from './archive-words.ts'

/** Batches the archive did not take, each with its reason, and what to do about it. */
export function RefusedBatches({ batches }: { readonly batches: readonly Batch[] }) {
  const refused = batches.filter(({ state }) => state === 'refused')
  if (refused.length === 0) return null
  return (
    <Alert color="red" variant="outline" title={`${refused.length} 批被归档中心拒收，记录仍完整保存在本机`}>
      <List>
        {refused.map(({ number, reason }) => (
          <List.Item key={number}>
            第 {number} 批：{reason === '' ? '归档中心没有说明原因。' : reason}
          </List.Item>
        ))}
      </List>
      <Text mt="xs">
        请先在“设置”的“备份与核验”中核验本机日志；核验通过的，把批次号和原因告诉归档中心的管理人员，对方处理后再点“封装并送出”。
      </Text>
    </Alert>
  )
}
