import { connect, createServer, type Socket } from 'node:net'

export type CuttingProxy = {
  readonly port: number
  /** The next connection is cut after so many bytes in both directions together; null lets all through. */
  cutAfter(bytes: number | null): void
  /** Bytes of the last connection, both directions together. */
  carried(): number
  /** Connections cut so far. */
  cuts(): number
  close(): Promise<void>
}

/** Stands between a client and a server and, when told to, breaks the line in the middle of whatever goes through. */
export async function startCuttingProxy(target: { host: string; port: number }): Promise<CuttingProxy> {
  let limit: number | null = null
  let cuts = 0
  let carried = 0
  const sockets = new Set<Socket>()

  const server = createServer((client) => {
    let left = limit ?? Number.POSITIVE_INFINITY
    limit = null
    carried = 0
    const upstream = connect(target)
    const cut = () => {
      for (const socket of [client, upstream]) socket.destroy()
    }
    const carry = (from: Socket, to: Socket) => {
      sockets.add(from)
      from.on('error', cut)
      from.on('close', cut)
      from.on('data', (bytes: Buffer) => {
        to.write(bytes.subarray(0, left))
        left -= bytes.length
        carried += bytes.length
        if (left > 0) return
        cuts += 1
        // What was let through still arrives: the server may do all its work and be heard by nobody.
        to.end()
        from.destroy()
      })
    }
    carry(client, upstream)
    carry(upstream, client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    cutAfter: (bytes) => {
      limit = bytes
    },
    carried: () => carried,
    cuts: () => cuts,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
