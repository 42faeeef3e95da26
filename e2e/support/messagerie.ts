import { SMTPServer } from 'smtp-server'

/** A mail server of this machine: it takes every message, but for two addresses it misbehaves with. */
export async function demarrerLaMessagerie(): Promise<{
  readonly url: string
  readonly stop: () => Promise<void>
}> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, callback) =>
      address.startsWith('inconnue@')
        ? callback(Object.assign(new Error('Boîte inconnue'), { responseCode: 550 }))
        : callback(),
    onData(stream, session, callback) {
      stream.resume()
      stream.on('end', () => {
        const coupe = session.envelope.rcptTo.some(({ address }) => address.startsWith('coupee@'))
        // the message was taken, and nobody will ever know
        if (!coupe) callback()
        else for (const connection of server.connections) connection.close()
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
