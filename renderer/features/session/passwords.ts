import { z } from 'zod'

type WithPassword = z.ZodRawShape & { readonly password: z.ZodType<string> }

/** The same form with the new password typed twice. */
export function withRepeatedPassword<S extends WithPassword>(schema: z.ZodObject<S>) {
  return schema
    .extend({ again: z.string() })
    .superRefine((values: { readonly password?: unknown; readonly again?: unknown }, context) => {
      if (values.password === values.again) return
      context.addIssue({ code: 'custom', path: ['again'], message: '两次输入的密码不同，请再输一次' })
    })
}
