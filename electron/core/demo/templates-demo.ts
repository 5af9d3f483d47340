import { type Desk, type Me, nowAt } from '../desk.ts'
import { issuingOrgan } from '../issuing/paper-data.ts'
import { chooseTemplate, keepTemplate } from '../templates/keep-template.ts'
import { starterTemplate } from '../templates/starter.ts'

/** One kind of paper laid out by the office's own template. */
export async function playTemplates(desk: Desk, keeper: Me): Promise<void> {
  const createdAt = nowAt(desk.surroundings.clock)
  const bytes = starterTemplate('extend', { organ: issuingOrgan(desk), createdAt })
  await desk.ledger.change(async (change) => {
    const file = { name: '延期办理告知书.docx', bytes, note: '按本校信笺调整' }
    const version = await keepTemplate(change, keeper, 'extend', file)
    await chooseTemplate(change, keeper, 'extend', version)
  })
}
