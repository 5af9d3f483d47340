import { aDesk, PASSWORD, type TestDesk } from '../../helpers/a-desk.ts'
import { aVisit } from '../../helpers/a-visit.ts'
import { type DeskProgram, startDesk } from './desk-program.ts'

export type SeededDesk = DeskProgram & {
  /** Numbers of today's petitions in the order they came in. */
  readonly numbers: readonly string[]
}

/** The browser shell on a store where a receptionist has worked this morning. All passwords are `PASSWORD`. */
export async function startSeededDesk(): Promise<SeededDesk> {
  const desk = await aDesk({ now: Date.now() - 60_000 })
  await makeAccounts(desk)
  await desk.ask('session.signIn', { login: 'wang', password: PASSWORD })
  const numbers = await aMorningsWork(desk)
  await desk.close()
  return { ...(await startDesk(desk.dataDir)), numbers }
}

async function makeAccounts(desk: TestDesk): Promise<void> {
  const people = [
    { login: 'wang', name: '王接待', roles: ['receptionist'] },
    { login: 'li', name: '李值班', roles: ['leader'] },
    { login: 'admin', name: '管理员甲', roles: ['admin', 'clerk'] },
  ] as const
  for (const { login, name, roles } of people) {
    const password = login === 'admin' ? null : PASSWORD
    await desk.ask('accounts.save', { login, name, roles: [...roles], active: true, password })
  }
}

/** One transferred with its notice, one submitted with a proposal, one not routed yet. */
async function aMorningsWork(desk: TestDesk): Promise<readonly string[]> {
  const transferred = await register(desk, {})
  await desk.ask('petitions.route', {
    number: transferred,
    to: { route: 'transfer', leadUnit: 'HQC', assistUnits: ['GZC'], remark: '请先与反映人联系。' },
  })
  await desk.ask('documents.issue', { petition: transferred, kind: 'transfer', unit: 'HQC' })

  const submitted = await register(desk, {
    person: { name: '钱多多', studentNumber: '20260102', phone: '13900000002' },
    petition: {
      title: '转专业申请长期没有答复',
      matter: '三月提交转专业申请，学院一直没有书面答复，影响下学期选课。',
      demand: '书面答复申请结果。',
      category: 'XJ03',
    },
  })
  const proposal = '拟请教务处牵头核实，三日内书面答复。'
  await desk.ask('petitions.route', { number: submitted, to: { route: 'submit', leader: 'FYZ1', proposal } })

  const open = await register(desk, {
    person: { name: '孙文远', studentNumber: '20260103', phone: '13900000003' },
    petition: {
      title: '图书馆自习座位长期被占',
      matter: '考试周大量座位被物品占用，管理员不予清理。',
      demand: '建立占座清理制度。',
      category: 'HQ09',
    },
  })
  return [transferred, submitted, open]
}

async function register(desk: TestDesk, changes: Parameters<typeof aVisit>[0]): Promise<string> {
  const startedAt = new Date(Date.now() - 1_800_000).toISOString()
  const visit = aVisit({ startedAt, ...changes })
  const { petitions } = await desk.ask('visits.register', { visit })
  return petitions[0]?.number ?? ''
}
