import { z } from 'zod'
import { accountSchema, loginSchema, passwordSchema, roleSchema } from '../../domain/account.ts'
import { meView, sessionView } from '../views.ts'
import { type ApiTable, done, job, nothing } from './table.ts'

export const sessionApi = {
  'session.state': { allowed: 'anyone', input: nothing, output: sessionView },
  'session.found': {
    allowed: 'anyone',
    input: z.object({
      school: z.string().trim().min(2, '请填写学校全称').max(60, '学校名称请控制在 60 字以内'),
      stationCode: z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[A-Z][A-Z0-9]{1,3}$/, '接待点代码请用 2 至 4 位大写字母或数字，以字母开头，例如 ZX')
        // A folder archive keeps a folder of this name, and Windows has none such.
        .refine(
          (code) => !/^(?:CON|NUL|AUX|PRN|COM\d|LPT\d)$/.test(code),
          '这个代码是 Windows 的保留名，请换一个接待点代码',
        ),
      stationName: z.string().trim().min(1, '请填写接待点名称').max(40, '接待点名称请控制在 40 字以内'),
      login: loginSchema,
      name: z.string().trim().min(1, '请填写管理员姓名').max(40, '姓名请控制在 40 字以内'),
      password: passwordSchema,
    }),
    output: z.object({ recoveryCode: z.string() }),
  },
  'session.signIn': {
    allowed: 'anyone',
    input: z.object({ login: loginSchema, password: z.string().min(1, '请输入密码') }),
    output: meView,
  },
  'session.signOut': { allowed: 'anyone', input: nothing, output: done },
  'session.recover': {
    allowed: 'anyone',
    input: z.object({
      recoveryCode: z.string().trim().min(1, '请输入恢复码'),
      login: loginSchema,
      password: passwordSchema,
    }),
    output: meView,
  },
  'session.changePassword': {
    allowed: 'signedIn',
    input: z.object({ old: z.string().min(1, '请输入现在的密码'), password: passwordSchema }),
    output: done,
  },
  'session.cancel': { allowed: 'signedIn', input: z.object({ job }), output: done },
  'accounts.list': { allowed: ['admin'], input: nothing, output: z.array(accountSchema) },
  'accounts.save': {
    allowed: ['admin'],
    input: z.object({
      login: loginSchema,
      name: accountSchema.shape.name,
      roles: z.array(roleSchema).min(1, '请至少选择一个角色'),
      active: z.boolean(),
      unit: z.string().default(''),
      leader: z.string().default(''),
      /** Needed for a new account; for an existing one it sets a new password. */
      password: passwordSchema.nullable().default(null),
    }),
    output: done,
  },
} as const satisfies ApiTable
