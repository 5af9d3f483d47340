import type { Role } from '../domain/account.ts'
import { LISTS, type ListName, REVEALERS } from './api/exports-api.ts'
import { type Method, mayCall } from './api.ts'

const FOLLOWED: Readonly<Record<ListName, { readonly follows: Method }>> = LISTS

/** May somebody with these roles take out the list? Nobody takes out what they may not look at. */
export function mayExport(list: ListName, roles: readonly Role[]): boolean {
  const by: readonly Role[] = LISTS[list].by
  return roles.some((role) => by.includes(role)) && mayCall(FOLLOWED[list].follows, roles)
}

/** And with the full names of petitioners? */
export function mayReveal(list: ListName, roles: readonly Role[]): boolean {
  return LISTS[list].people && roles.some((role) => REVEALERS.includes(role)) && mayExport(list, roles)
}
