import type { z } from 'zod'
import type { Role } from '../domain/account.ts'
import { archiveApi } from './api/archive-api.ts'
import { channelsApi } from './api/channels-api.ts'
import { clausesApi } from './api/clauses-api.ts'
import { coordinationApi } from './api/coordination-api.ts'
import { documentsApi } from './api/documents-api.ts'
import { exportsApi } from './api/exports-api.ts'
import { followUpApi } from './api/follow-up-api.ts'
import { importsApi } from './api/imports-api.ts'
import { officeApi } from './api/office-api.ts'
import { petitionsApi } from './api/petitions-api.ts'
import { printingApi } from './api/printing-api.ts'
import { problemsApi } from './api/problems-api.ts'
import { receptionApi } from './api/reception-api.ts'
import { registerApi } from './api/register-api.ts'
import { reportsApi } from './api/reports-api.ts'
import { reviewApi } from './api/review-api.ts'
import { sessionApi } from './api/session-api.ts'
import type { Allowed, ApiTable } from './api/table.ts'
import { templatesApi } from './api/templates-api.ts'
import { visitsApi } from './api/visits-api.ts'

/** Everything the window may ask of the application. Both shells serve exactly this list. */
export const api = {
  ...sessionApi,
  ...officeApi,
  ...visitsApi,
  ...petitionsApi,
  ...followUpApi,
  ...reviewApi,
  ...receptionApi,
  ...documentsApi,
  ...archiveApi,
  ...importsApi,
  ...channelsApi,
  ...coordinationApi,
  ...clausesApi,
  ...printingApi,
  ...problemsApi,
  ...registerApi,
  ...reportsApi,
  ...exportsApi,
  ...templatesApi,
} as const satisfies ApiTable

export type Method = keyof typeof api
/** What the window sends, before parsing. */
export type Sent<M extends Method> = z.input<(typeof api)[M]['input']>
/** What a handler gets, after parsing. */
export type Received<M extends Method> = z.output<(typeof api)[M]['input']>
export type Answer<M extends Method> = z.output<(typeof api)[M]['output']>

export function isMethod(name: string): name is Method {
  return Object.hasOwn(api, name)
}

/** May somebody with these roles call the method? `null` when nobody is signed in. */
export function mayCall(method: Method, roles: readonly Role[] | null): boolean {
  const { allowed } = api[method] as { allowed: Allowed }
  if (allowed === 'anyone') return true
  if (roles === null) return false
  return allowed === 'signedIn' || roles.some((role) => allowed.includes(role))
}
