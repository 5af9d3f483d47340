import type { Answer, Received } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { LINK_CHANNELS } from '../../../shared/domain/channel-work.ts'
import { type Day, yearOf } from '../../../shared/domain/day.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import { missingLinks } from '../../../shared/rules/link-coverage.ts'
import { maskName } from '../../../shared/rules/masks.ts'
import { noonOf, raisedVisit, registerOne } from '../channels/short-record.ts'
import { type Desk, type Me, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { scopeOf } from '../scope.ts'
import { all, one } from '../store/connection.ts'
import type { Change } from '../store/ledger.ts'
import type { Office } from '../store/office-store.ts'
import { nextSerial } from '../store/projection/serials.ts'
import type { LinkContactTable, LinkTable } from '../store/schema/channel-schema.ts'
import { refuseField } from './step-taking.ts'

type LinkMethod = Extract<keyof Handlers, `links.${string}`>
type LinkView = Answer<'links.list'>['links'][number]
type LinkRow = LinkTable & { readonly contacts: number; readonly last_contact_on: Day | null }

const FROM = `select l.*, (select count(*) from link_contact as c where c.link = l.id) as contacts,
  (select max(on_day) from link_contact as c where c.link = l.id) as last_contact_on from link as l`

/** 联系: which leader keeps in touch with which class, expert or student in need. */
export const linkHandlers: Pick<Handlers, LinkMethod> = {
  'links.list': (_, { desk, me }) => {
    const office = desk.ledger.office()
    const rows = all<LinkRow>(desk.store.reader.raw, `${FROM} order by l.active desc, l.kind, l.id`)
    const links = rows.map((row) => viewLink(row, office)).filter((link) => isOwn(me, link))
    const leaders = office.leaders
      .filter((leader) => leader.active && isOwn(me, { leader: leader.code }))
      .map(({ code }) => ({ code, who: leaderName(office, code) }))
    return { links, missing: [...missingLinks(leaders, links)] }
  },
  'links.open': ({ id }, { desk, me }) => {
    const link = viewLink(findLink(desk, id), desk.ledger.office())
    if (!isOwn(me, link)) throw new DeskError('notFound', `没有编号为 ${id} 的联系，请核对。`)
    const history = all<LinkContactTable>(
      desk.store.reader.raw,
      'select * from link_contact where link = ? order by on_day desc, seq desc',
      id,
    ).map(({ on_day: on, how, text, petition }) => ({ on, how, text, petition }))
    return { ...link, history }
  },
  'links.save': async (input, { desk, me }) => ({ done: true, id: await saveLink(desk, me, input) }),
  'links.contact': async (input, { desk, me }) => ({ petition: await contactLink(desk, me, input) }),
}

export async function saveLink(desk: Desk, me: Me, { id, link }: Received<'links.save'>): Promise<string> {
  checkLink(desk, link)
  if (id !== null) findLink(desk, id)
  return desk.ledger.change(async ({ append, tx }) => {
    const subject = id ?? linkNumber(desk, yearOf(link.since), (series) => nextSerial(tx, series))
    await append({ kind: 'link.saved', subject, actor: me.login, body: keepPartner(desk, id, link) })
    return subject
  })
}

export async function contactLink(
  desk: Desk,
  me: Me,
  { id, ...contact }: Received<'links.contact'>,
): Promise<PetitionNumber | null> {
  const link = findLink(desk, id)
  if (contact.on > today(desk)) refuseField('on', '联系日期不能晚于今天，请核对。')
  if (contact.text === '' && contact.matter === null) refuseField('text', '请写一句联系的情况。')
  return desk.ledger.change((change) => contacted(change, desk, me, link, contact))
}

/** A duty leader sees what is their own; the office everything. */
function isOwn(me: Me, { leader }: { readonly leader: string | null }): boolean {
  const scope = scopeOf(me)
  return (
    scope.kind === 'office' || (scope.kind === 'leader' && scope.leader !== '' && scope.leader === leader)
  )
}

function findLink(desk: Desk, id: string): LinkRow {
  const row = one<LinkRow | undefined>(desk.store.reader.raw, `${FROM} where l.id = ?`, id)
  if (!row) throw new DeskError('notFound', `没有编号为 ${id} 的联系，请核对。`)
  return row
}

function linkNumber(desk: Desk, year: number, serial: (series: string) => number): string {
  return `${desk.station.code}-${year}-X${String(serial(`link/${year}`)).padStart(4, '0')}`
}

function leaderName(office: Office, code: string): string {
  const leader = office.leader(code)
  return leader ? `${leader.post}${leader.name}` : code
}

function viewLink(row: LinkRow, office: Office): LinkView {
  const { contacts, last_contact_on: lastContactOn, active, partner, ...link } = row
  return {
    ...link,
    active: active === 1,
    partner: row.kind === 'student' ? maskName(partner) : partner,
    who: row.leader === null ? `${row.post}${row.person}` : leaderName(office, row.leader),
    contacts,
    lastContactOn,
  }
}

type LinkForm = Received<'links.save'>['link']

function checkLink(desk: Desk, { kind, leader, person, since }: LinkForm): void {
  if (leader !== null && !desk.ledger.office().leader(leader)) {
    refuseField('link.leader', '所选校领导不存在，请重新选择。')
  }
  if (leader === null && person === '') refuseField('link.person', '请选择校领导，或填写领导干部的姓名。')
  if (leader === null && kind === 'expert') {
    refuseField(
      'link.leader',
      '联系专家的应是党委领导班子成员，请选择校领导（《信息沟通实施办法》一（二）4）。',
    )
  }
  if (since > today(desk)) refuseField('link.since', '开始联系的日期不能晚于今天，请核对。')
}

/** The window was shown a masked name: sent back as it was shown, it means the name that is known. */
function keepPartner(desk: Desk, id: string | null, link: LinkForm): LinkForm {
  if (id === null || link.kind !== 'student') return link
  const { partner } = findLink(desk, id)
  return link.partner === maskName(partner) ? { ...link, partner } : link
}

async function contacted(
  change: Change,
  desk: Desk,
  me: Me,
  link: LinkRow,
  { on, how, text, matter }: Omit<Received<'links.contact'>, 'id'>,
): Promise<PetitionNumber | null> {
  let petition: PetitionNumber | null = null
  if (matter !== null) {
    const visit = raisedVisit(me, matter, {
      channel: LINK_CHANNELS[link.kind],
      origin: { kind: 'short' },
      at: noonOf(desk, on),
      place: '联系走访',
      identity: link.kind === 'expert' ? 'staff' : 'student',
    })
    petition = (await registerOne(change, desk, me, visit)).petition
  }
  const body = { on, how, text, petition }
  await change.append({ kind: 'link.contacted', subject: link.id, actor: me.login, body })
  return petition
}
