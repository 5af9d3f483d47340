import { type HiddenOne, hidePeople, maskCode, maskIdNumber, partsOfAddress } from '../../rules/masks.ts'
import { scanText } from '../../rules/numbering.ts'
import { formTitle } from '../form-parts.ts'
import type { Block, Cell, Line, Paper, Row } from '../paper.ts'
import { withoutPersonalNumbers } from '../redact-numbers.ts'
import { chineseDate, chineseMoment, chineseSpan } from '../wording.ts'
import type {
  RegisteredMaterial,
  RegisteredPerson,
  RegisteredPetition,
  RegistrationFormData,
} from './registration-form-data.ts'

/** Three pairs of label and value, 162 mm. */
const COLUMNS = [21, 33, 21, 33, 21, 33] as const

export function registrationForm(data: RegistrationFormData): Paper {
  const safe = data.copyFor === 'unit' ? forUnit(data) : data
  const first = safe.petitions[0]
  const code = safe.copyFor === 'file' ? `　　查询码：${safe.queryCode}` : ''
  return {
    format: 'form',
    name: `来访登记表（${safe.visitNumber}）`,
    code: first === undefined ? null : scanText(first.number, safe.documentId),
    blocks: [
      formTitle(safe.organ, '来访登记表'),
      {
        kind: 'caption',
        left: `登记编号：${safe.visitNumber}${code}`,
        right: `登记时间：${chineseMoment(safe.registeredAt)}`,
      },
      {
        kind: 'table',
        dense: true,
        columns: COLUMNS,
        rows: [...visitRows(safe), ...personRows(safe), ...petitionRows(safe), ...closingRows(safe)],
      },
      ...footer(safe),
    ],
  }
}

/** What leaves the office: numbers masked, the query code left out, a confidential person not named anywhere. */
function forUnit(data: RegistrationFormData): RegistrationFormData {
  const masked = data.petitioners.map((person) => ({
    ...person,
    studentNumber: maskCode(person.studentNumber),
    idNumber: maskIdNumber(person.idNumber),
    address: '',
    email: '',
  }))
  if (!data.confidential) return { ...data, petitioners: masked, unusual: '', remark: '' }
  const people = hiddenPeople(data)
  const hide = (text: string): string => withoutPersonalNumbers(hidePeople(text, people))
  return {
    ...data,
    petitioners: [],
    agent: null,
    unusual: '',
    remark: '',
    materials: data.materials.map((material) => ({ ...material, name: hide(material.name) })),
    petitions: data.petitions.map((petition) => ({
      ...petition,
      title: hide(petition.title),
      matter: hide(petition.matter),
      grounds: hide(petition.grounds),
      demand: hide(petition.demand),
      previousHandling: hide(petition.previousHandling),
      opinion: hide(petition.opinion),
      happenedAt: hide(petition.happenedAt),
      accused: hide(petition.accused),
    })),
  }
}

/** Everybody who came, with whatever else would say who it was; a unit that is named for its part in the matter stays. */
function hiddenPeople({ petitioners, agent, petitions }: RegistrationFormData): readonly HiddenOne[] {
  const named = petitions.flatMap(({ accused, leadUnit }) => [...accused.split('、'), leadUnit])
  const people = petitioners.map((person) => ({
    name: person.name,
    secrets: [
      ...person.phone.split(/[、，,;；/]/u),
      person.idNumber,
      person.studentNumber,
      person.email,
      person.address,
      ...partsOfAddress(person.address),
      ...(named.includes(person.organisation) ? [] : [person.organisation]),
    ],
  }))
  return agent === null ? people : [...people, { name: agent.name, secrets: [] }]
}

function visitRows(data: RegistrationFormData): readonly Row[] {
  return [
    section('一、来访情况'),
    row(
      label('来访时间'),
      value(chineseSpan(data.startedAt, data.endedAt), 3),
      label('接待地点'),
      value(data.place),
    ),
    row(label('反映渠道'), value(data.channel, 3), label('信访形式'), value('来访')),
    row(
      label('来访人数'),
      value(`${data.headcount}人${data.group ? '（集体访）' : ''}`),
      label('涉及人数'),
      value(`${data.affected}人`),
      label('匿名/保密'),
      value([data.anonymous ? '匿名' : '实名', ...(data.confidential ? ['要求保密'] : [])].join('，')),
    ),
  ]
}

function personRows(data: RegistrationFormData): readonly Row[] {
  const [main, ...others] = data.petitioners
  if (main === undefined) return [section('二、信访人'), row(value(hiddenNote(data), 6))]
  return [
    section('二、信访人'),
    row(
      label('姓　　名'),
      value(main.name || '（未留姓名）'),
      label('性　　别'),
      value(main.gender),
      label('出生年月'),
      value(main.bornOn),
    ),
    row(
      label('身份类别'),
      value(main.identity),
      label('学号/工号'),
      value(main.studentNumber),
      label('联系电话'),
      value(main.phone),
    ),
    row(label('所在单位'), value(main.organisation, 5)),
    row(label('证件号码'), value(idText(main), 5)),
    row(label('通讯地址'), value(main.address, 5)),
    ...(main.email === '' ? [] : [row(label('电子邮箱'), value(main.email, 5))]),
    ...(others.length === 0 ? [] : [list('代　　表', others.map(personText))]),
    ...(data.agent === null
      ? []
      : [
          row(
            label('代 理 人'),
            value(`${data.agent.name}（${data.agent.authorised ? '已' : '未'}提交授权委托书）`, 5),
          ),
        ]),
  ]
}

function hiddenNote(data: RegistrationFormData): string {
  return `反映人要求保密，个人信息从略（来访${data.headcount}人）。`
}

function idText(person: RegisteredPerson): string {
  return person.idNumber === '' ? '' : `${person.idType}　${person.idNumber}`
}

function personText({ name, organisation, phone }: RegisteredPerson): string {
  return [name, organisation, phone].filter((part) => part !== '').join('　')
}

function petitionRows(data: RegistrationFormData): readonly Row[] {
  return data.petitions.flatMap((petition, at) => {
    const several = data.petitions.length > 1 ? `（${at + 1}）` : ''
    return [section(`三、信访事项${several}　${petition.number}`), ...onePetition(petition)]
  })
}

function onePetition(petition: RegisteredPetition): readonly Row[] {
  return [
    row(label('事　　由'), value(petition.title, 5)),
    long(['问题概况'], petition.matter, 20),
    ...(petition.grounds === '' ? [] : [long(['事实理由'], petition.grounds, 12)]),
    long(['具体诉求'], petition.demand, 12),
    row(
      label('信访目的'),
      value(petition.purpose),
      label('内容分类'),
      value(petition.category),
      label('紧急程度'),
      value(petition.urgency),
    ),
    row(label('发生时间'), value(petition.happenedOn), label('发生地点'), value(petition.happenedAt, 3)),
    ...(petition.accused === '' ? [] : [row(label('被反映', '人或单位'), value(petition.accused, 5))]),
    row(label('初次/重复'), value(repeatText(petition), 5)),
    ...(petition.previousHandling === '' ? [] : [long(['曾反映', '及处理'], petition.previousHandling, 6.6)]),
    row(
      label('法定途径'),
      value(petition.legalFlags.length === 0 ? '未进入法定途径' : petition.legalFlags.join('，'), 5),
    ),
    row(
      label('办理方式'),
      value(routeText(petition)),
      label('承办单位'),
      value(petition.leadUnit),
      label('办理期限'),
      value(dueText(petition)),
    ),
    ...(petition.opinion === '' ? [] : [long(['处理意见'], petition.opinion, 12)]),
  ]
}

function repeatText({ repeat }: RegisteredPetition): string {
  if (repeat === null) return '初次'
  const last = repeat.lastOn === null ? '' : `，上次来访${chineseDate(repeat.lastOn)}`
  return `重复，关联前件${repeat.of}，累计来访${repeat.visits}次${last}`
}

function routeText({ route, grade }: RegisteredPetition): string {
  return grade === '' ? route : `${route}（${grade}）`
}

function dueText({ dueOn, provisional }: RegisteredPetition): string {
  if (dueOn === null) return ''
  return `${chineseDate(dueOn)}${provisional ? '（暂定）' : ''}`
}

function closingRows(data: RegistrationFormData): readonly Row[] {
  return [
    section('四、材料与签字'),
    list('携带材料', data.materials.length === 0 ? ['无'] : data.materials.map(materialText)),
    ...(data.unusual === '' ? [] : [long(['异常情况'], data.unusual, 6.6)]),
    ...(data.remark === '' ? [] : [long(['备　　注'], data.remark, 6.6)]),
    row(
      label('接 谈 人'),
      value(data.receivedBy),
      label('接谈部门'),
      value(data.receivingUnit),
      label('登 记 人'),
      value(data.registeredBy),
    ),
    ...(data.copyFor === 'file' ? [signatureRow()] : []),
  ]
}

function materialText({ name, pages, form, kept }: RegisteredMaterial, at: number): string {
  return `${at + 1}.${name}　${pages}页　${form}　${kept ? '留存' : '退还'}`
}

/** Oral petitions are recorded as told (《信访工作条例》第十九条): the petitioner checks and signs. */
function signatureRow(): Row {
  const line: Line = ['以上记录经本人核对无误。　信访人签名：', { blank: 6 }, '　　　年　　月　　日']
  return { height: 12, cells: [label('核对签名'), { role: 'value', lines: [line], span: 5 }] }
}

function footer(data: RegistrationFormData): readonly Block[] {
  if (data.copyFor === 'file') return []
  return [
    {
      kind: 'remarks',
      items: [
        '本表仅供承办单位办理使用，不得复制、扩散或者转给被反映的人员和单位（《信访工作条例》第三十条、第四十六条）。',
      ],
    },
  ]
}

function section(text: string): Row {
  return { cells: [{ role: 'section', lines: [[text]], span: COLUMNS.length }] }
}

function row(...cells: readonly Cell[]): Row {
  return { cells }
}

/** Long text may run over to the next page. */
function long(name: readonly string[], text: string, height: number): Row {
  return { height, divisible: true, cells: [label(...name), value(text, 5)] }
}

/** A list may run over to the next page as well. */
function list(name: string, items: readonly string[]): Row {
  return { divisible: true, cells: [label(name), lines(items, 5)] }
}

function label(...texts: readonly string[]): Cell {
  return { role: 'label', lines: texts.map((text) => [text]), align: 'center' }
}

function value(text: string, span: number = 1): Cell {
  return lines([text], span)
}

function lines(texts: readonly string[], span: number): Cell {
  return { role: 'value', lines: texts.map((text) => [text]), ...(span === 1 ? {} : { span }) }
}
