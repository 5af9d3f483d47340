import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'

/** The station's own Ed25519 pair. Whoever has the private key speaks for the station. */
export type StationKey = {
  /** Raw 32 bytes, base64. Goes into every manifest and is registered at the archive. */
  readonly publicKey: string
  /** PKCS #8 DER, base64. Never leaves the encrypted store. */
  readonly privateKey: string
}

export function generateStationKey(): StationKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: rawBase64(publicKey),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  }
}

/** Rebuilds the pair from the private key alone. Throws on anything that is not an Ed25519 key. */
export function stationKeyFrom(privateKey: string): StationKey {
  return { publicKey: rawBase64(createPublicKey(readPrivateKey(privateKey))), privateKey }
}

/** Base64 signature. */
export function signBytes(bytes: Uint8Array, privateKey: string): string {
  return sign(null, bytes, readPrivateKey(privateKey)).toString('base64')
}

/** False also for a key or signature that is not one at all. */
export function isSignedBy(bytes: Uint8Array, signature: string, publicKey: string): boolean {
  try {
    return verify(null, bytes, readPublicKey(publicKey), Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

function readPrivateKey(base64: string): KeyObject {
  const key = createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' })
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('not an Ed25519 key')
  return key
}

function readPublicKey(base64: string): KeyObject {
  const x = Buffer.from(base64, 'base64').toString('base64url')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}

function rawBase64(key: KeyObject): string {
  const { x } = key.export({ format: 'jwk' })
  if (x === undefined) throw new TypeError('not an Ed25519 key')
  return Buffer.from(x, 'base64url').toString('base64')
}
