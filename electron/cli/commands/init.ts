import path from 'node:path'
import { createApp } from '../../core/app.ts'
import { defineCommand } from '../command.ts'
import { sendThrough } from '../open-desk.ts'
import { choosePassword } from '../passwords.ts'
import { RESOURCES } from '../resources.ts'

export const init = defineCommand({
  name: 'init',
  summary: '在一个文件夹里启用新的接待点',
  options: {
    data: { type: 'string', value: 'DIR', required: true, help: '数据文件夹，没有时新建' },
    school: { type: 'string', value: '名称', required: true, help: '学校全称' },
    station: {
      type: 'string',
      value: '代码',
      required: true,
      help: '接待点代码，2 至 4 位大写字母或数字，例如 ZX',
    },
    'station-name': { type: 'string', value: '名称', help: '接待点名称，默认“主接待点”' },
    admin: { type: 'string', value: '姓名', required: true, help: '第一位管理员的姓名' },
    login: { type: 'string', value: '登录名', help: '管理员的登录名，默认与姓名相同' },
  },
  notes: [
    '管理员的密码取自环境变量 DESK_PASSWORD，没有设置时在终端提示输入两次。',
    '显示的恢复码只出现这一次，请打印后妥善保管：所有密码都忘记时，只有它能打开数据。',
  ],
  examples: ['init --data ./desk --school 示例学院 --station ZX --admin 王管理'],
  async work(values, terminal) {
    const login = values.login ?? values.admin
    const app = await createApp({
      dataDir: path.resolve(values.data),
      resourcesDir: RESOURCES,
      emit: () => {},
    })
    try {
      const send = sendThrough(app.call)
      const station = { stationCode: values.station, stationName: values['station-name'] ?? '主接待点' }
      const admin = { login, name: values.admin, password: await choosePassword(terminal, login) }
      const { recoveryCode } = await send('session.found', { school: values.school, ...station, ...admin })
      const code = values.station.trim().toUpperCase()
      return {
        json: {
          school: values.school,
          station: code,
          stationName: station.stationName,
          account: login,
          recoveryCode,
        },
        text: [
          `已启用接待点 ${code}（${values.school}，${station.stationName}），数据在 ${path.resolve(values.data)}。`,
          `管理员的登录名：${login}`,
          `恢复码：${recoveryCode}`,
          '恢复码只显示这一次，请打印后妥善保管。',
        ].join('\n'),
      }
    } finally {
      await app.close()
    }
  },
})
