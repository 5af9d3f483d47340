import { useState } from 'react'
import type { Sent } from '../../../shared/contract/api.ts'
import { useCheckedCall } from '../../ui/use-checked-call.ts'

type Saved = Sent<'catalogue.save'>

/** One item of the catalogue while it is edited; `known` are the codes a new one may not take. */
export function useItemForm<Item extends { readonly code: string }>(
  start: Item,
  known: readonly string[],
  asInput: (item: Item) => Saved,
) {
  const call = useCheckedCall('catalogue.save')
  const [item, setItem] = useState(start)
  const isNew = start.code === ''

  /** Whether it was saved. */
  async function save(): Promise<boolean> {
    if (isNew && known.includes(item.code)) {
      call.fail([{ path: 'item.code', message: '这个代码已经有了，请换一个。' }])
      return false
    }
    return (await call.send(asInput(item))) !== null
  }

  return {
    call,
    item,
    isNew,
    save,
    change: (part: Partial<Item>) => setItem({ ...item, ...part }),
  }
}
