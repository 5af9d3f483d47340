import { expect, it } from 'vitest'
import {
  generateStationKey,
  isSignedBy,
  signBytes,
  stationKeyFrom,
} from '../../../../electron/core/archive/keys.ts'

const bytes = Buffer.from('第 1 批')

it('knows a signature by its key and nothing else', () => {
  const [key, other] = [generateStationKey(), generateStationKey()]
  const signature = signBytes(bytes, key.privateKey)

  expect(isSignedBy(bytes, signature, key.publicKey)).toBe(true)
  expect(isSignedBy(Buffer.from('第 2 批'), signature, key.publicKey)).toBe(false)
  expect(isSignedBy(bytes, signature, other.publicKey)).toBe(false)
  expect(isSignedBy(bytes, 'no signature', key.publicKey)).toBe(false)
  expect(isSignedBy(bytes, signature, 'no key')).toBe(false)
})

it('gets the pair back from the private key', () => {
  const key = generateStationKey()

  expect(stationKeyFrom(key.privateKey)).toEqual(key)
  expect(Buffer.from(key.publicKey, 'base64')).toHaveLength(32)
})
