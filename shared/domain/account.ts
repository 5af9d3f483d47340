import { z } from 'zod'

/** Who may do what is said per call in `shared/contract/api.ts`; this is only the list. */
export const ROLES = {
  receptionist: '接待员',
  leader: '值班领导',
  clerk: '办公室',
  admin: '管理员',
  unit: '单位负责人',
} as const

export type Role = keyof typeof ROLES
export const roleSchema = z.enum(Object.keys(ROLES) as [Role, ...Role[]])

export const loginSchema = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}_.-]{1,32}$/u, '登录名请用 1 至 32 个汉字、字母或数字，不含空格')

export const passwordSchema = z
  .string()
  .min(8, '密码至少 8 位，请再加几位')
  .max(200, '密码过长，请控制在 200 位以内')

export const accountSchema = z.object({
  login: loginSchema,
  name: z.string().trim().min(1, '请填写姓名').max(40, '姓名请控制在 40 字以内'),
  roles: z.array(roleSchema).min(1, '请至少选择一个角色'),
  active: z.boolean(),
  /** Code of the unit a 单位负责人 looks after; what it handles is all this account sees. */
  unit: z.string().default(''),
  /** Code of the leader this 值班领导 is; what is put before that leader is what the account sees. */
  leader: z.string().default(''),
})

export type Account = z.infer<typeof accountSchema>
