import { createServer, type Server, type Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import type { OutgoingMessage } from './outgoing.ts'
import { createSmtpSender, loopbackOnly } from './smtp-sender.ts'
import { isLoopback, readMailbox, readSmtpUrl } from './smtp-url.ts'

const FROM = { name: 'Relations avec les usagers', address: 'usagers@ch-valmont.example' }
const MESSAGE: OutgoingMessage = {
  messageId: 'courrier.0193@ch-valmont.example',
  to: { name: 'Éléonore Cœurdevey', address: 'eleonore@courriel.example' },
  subject: 'Accusé de réception – REC-2026-00042',
  text: 'Madame, Monsieur,\n\nVous trouverez notre lettre ci-jointe.\n',
  attachments: [
    { fileName: 'Accusé.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-1.7 essai') },
  ],
}

const open: (Server | SMTPServer)[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close(() => undefined)
})

async function portOf(server: Server | SMTPServer): Promise<number> {
  open.push(server)
  const net: Server = server instanceof SMTPServer ? server.server : server
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const address = net.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

const sender = (port: number) =>
  createSmtpSender({
    server: { host: '127.0.0.1', port, secure: false, requireTls: false, user: null, password: null },
    from: FROM,
    stepTimeoutMs: 400,
    totalTimeoutMs: 1500,
  })

/** A server that speaks by rote: `answers` by the first word of each command; null closes the connection. */
function scripted(
  answers: Readonly<Record<string, string | null>>,
  received: string[] = [],
  onData?: (socket: Socket, size: number) => void,
): Server {
  return createServer((socket) => {
    socket.on('error', () => undefined)
    const say = (answer: string | null | undefined): void => {
      if (answer === null) socket.destroy()
      else if (answer !== undefined) socket.write(`${answer}\r\n`)
    }
    let inData = false
    let size = 0
    say(answers['greeting'] === undefined ? '220 essai' : answers['greeting'])
    socket.on('data', (chunk) => {
      const text = chunk.toString('latin1')
      if (inData) {
        size += chunk.length
        onData?.(socket, size)
        if (/\r\n\.\r\n$/.test(text)) {
          inData = false
          received.push('message')
          say(answers['end'])
        }
        return
      }
      for (const line of text.split('\r\n').filter((l) => l !== '')) {
        const word = line.split(/[ :]/)[0]?.toUpperCase() ?? ''
        received.push(word)
        const answer = word in answers ? answers[word] : word === 'EHLO' ? '250 essai' : '250 ok'
        if (word === 'DATA' && answer?.startsWith('354')) inData = true
        say(answer)
      }
    })
  })
}

describe('un message remis à un vrai serveur', () => {
  it('part avec son identifiant, son objet accentué et sa pièce', async () => {
    const messages: string[] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, callback) {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          messages.push(Buffer.concat(chunks).toString('utf8'))
          callback()
        })
      },
    })
    expect(await sender(await portOf(server)).send(MESSAGE)).toEqual({ outcome: 'accepted' })
    const [message = ''] = messages
    expect(message).toContain('Message-ID: <courrier.0193@ch-valmont.example>')
    expect(message).toMatch(/^Subject: =\?UTF-8\?/m)
    expect(message).toMatch(/^From: Relations avec les usagers <usagers@ch-valmont\.example>/m)
    expect(message).toContain('Content-Type: application/pdf')
    expect(message).toContain(Buffer.from('%PDF-1.7 essai').toString('base64'))
  })

  it('s’identifie quand un compte est donné, et le dit quand il est refusé', async () => {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, callback) =>
        password === 'bon' ? callback(null, { user: username }) : callback(new Error('Identifiants refusés')),
      onData(stream, _session, callback) {
        stream.resume()
        stream.on('end', () => callback())
      },
    })
    const port = await portOf(server)
    const as = (password: string) =>
      createSmtpSender({
        server: { host: '127.0.0.1', port, secure: false, requireTls: false, user: 'porte-voix', password },
        from: FROM,
      })
    expect(await as('bon').send(MESSAGE)).toEqual({ outcome: 'accepted' })
    expect(await as('mauvais').send(MESSAGE)).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('prévenez l’informatique'),
    })
  })
})

describe('une adresse qui n’est pas en lettres latines simples', () => {
  const to = (address: string): OutgoingMessage => ({ ...MESSAGE, to: { name: 'René', address } })
  const taking = async (hideSMTPUTF8: boolean) => {
    const taken: string[] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      hideSMTPUTF8,
      onData(stream, session, callback) {
        taken.push(...session.envelope.rcptTo.map(({ address }) => address))
        stream.resume()
        stream.on('end', () => callback())
      },
    })
    return { taken, port: await portOf(server) }
  }

  it('ne part pas vers un serveur qui ne l’accepte pas, et la vraie raison est dite', async () => {
    const { taken, port } = await taking(true)
    expect(await sender(port).send(to('rené@courriel.example'))).toEqual({
      outcome: 'refused',
      reason: expect.stringMatching(/lettre accentuée.*avant le « @ ».*rien n’est parti/),
    })
    expect(taken).toEqual([])
  })

  it('part vers un serveur qui l’accepte', async () => {
    const { taken, port } = await taking(false)
    expect(await sender(port).send(to('rené@courriel.example'))).toEqual({ outcome: 'accepted' })
    expect(taken).toEqual(['rené@courriel.example'])
  })

  it('part toujours quand seul son domaine est accentué', async () => {
    const { taken, port } = await taking(true)
    expect(await sender(port).send(to('rene@hôpital.example'))).toEqual({ outcome: 'accepted' })
    expect(taken).toEqual(['rene@hôpital.example'])
  })
})

describe('un serveur qui se conduit mal', () => {
  it.each([
    [
      'refuse l’expéditeur',
      { MAIL: '550 5.7.1 expéditeur inconnu' },
      'refused',
      /refuse ce message.*5\.7\.1/,
    ],
    [
      'refuse le destinataire',
      { RCPT: '550 5.1.1 boîte inconnue' },
      'refused',
      /refuse ce message.*boîte inconnue/,
    ],
    [
      'fait patienter (liste grise)',
      { RCPT: '450 4.2.0 revenez plus tard' },
      'refused',
      /réessayer plus tard/,
    ],
    ['refuse à DATA', { DATA: '554 non' }, 'refused', /refuse ce message/],
    ['refuse le contenu', { DATA: '354 allez', end: '552 trop gros' }, 'refused', /trop gros/],
    [
      'fait patienter après le contenu',
      { DATA: '354 allez', end: '451 plus tard' },
      'refused',
      /réessayer plus tard/,
    ],
    ['coupe avant de saluer', { greeting: null }, 'unreachable', /rien n’est parti/],
    ['salue d’un refus', { greeting: '554 fermé' }, 'refused', /fermé/],
    ['coupe au destinataire', { RCPT: null }, 'unreachable', /rien n’est parti/],
    ['coupe au lieu de prendre le contenu', { DATA: null }, 'unreachable', /rien n’est parti/],
    [
      'coupe après le contenu, avant de répondre',
      { DATA: '354 allez', end: null },
      'unknown',
      /peut-être parti/,
    ],
  ] as const)('%s : %s', async (_cas, answers, outcome, reason) => {
    const server = scripted(answers)
    const found = await sender(await portOf(server)).send(MESSAGE)
    expect(found).toMatchObject({ outcome, reason: expect.stringMatching(reason) })
  })

  it('ne répond plus après le contenu : nul ne sait', async () => {
    const received: string[] = []
    const silent = scripted({ DATA: '354 allez' }, received)
    const found = await sender(await portOf(silent)).send(MESSAGE)
    expect(found).toMatchObject({ outcome: 'unknown' })
    expect(received.filter((word) => word === 'message')).toHaveLength(1)
  })

  it('coupe au milieu du contenu : nul ne sait', async () => {
    const cutting = scripted({ DATA: '354 allez' }, [], (socket) => socket.destroy())
    const big = {
      ...MESSAGE,
      attachments: [
        { fileName: 'a.pdf', contentType: 'application/pdf', content: Buffer.alloc(3_000_000, 65) },
      ],
    }
    expect(await sender(await portOf(cutting)).send(big)).toMatchObject({ outcome: 'unknown' })
  })

  it('ne salue jamais : rien n’est parti', async () => {
    const mute = createServer((socket) => {
      socket.on('error', () => undefined)
    })
    expect(await sender(await portOf(mute)).send(MESSAGE)).toMatchObject({ outcome: 'unreachable' })
  })

  it('n’est pas là : rien n’est parti', async () => {
    const server = createServer()
    const port = await portOf(server)
    await new Promise((resolve) => server.close(resolve))
    expect(await sender(port).send(MESSAGE)).toMatchObject({ outcome: 'unreachable' })
  })
})

describe('les réglages', () => {
  it.each([
    ['smtp://relais.ch.example', { host: 'relais.ch.example', port: 25, secure: false, requireTls: false }],
    ['smtps://relais.ch.example', { port: 465, secure: true }],
    [
      'smtp://u%40ch:p%3A1@relais:587?tls=exige',
      { port: 587, user: 'u@ch', password: 'p:1', requireTls: true },
    ],
    ['smtp://[::1]:2525', { host: '::1', port: 2525 }],
  ])('lisent %s', (url, expected) => expect(readSmtpUrl(url)).toMatchObject(expected))

  it.each(['http://relais', 'relais.ch.example', 'smtp://', ''])('refusent « %s »', (url) =>
    expect(readSmtpUrl(url)).toBeNull(),
  )

  it.each([
    [
      'Relations avec les usagers <usagers@ch.example>',
      { name: 'Relations avec les usagers', address: 'usagers@ch.example' },
    ],
    ['usagers@ch.example', { name: '', address: 'usagers@ch.example' }],
    ['pas une adresse', null],
    ['Nom <pas une adresse>', null],
  ])('lisent l’expéditeur « %s »', (text, expected) => expect(readMailbox(text)).toEqual(expected))

  it('une démonstration n’envoie qu’à cette machine', async () => {
    const server = { port: 25, secure: false, requireTls: false, user: null, password: null }
    const demo = (host: string) => loopbackOnly({ server: { ...server, host }, from: FROM }, 'Démonstration')
    expect(demo('relais.ch.example').unavailable).toBe('Démonstration')
    expect(await demo('192.0.2.1').send(MESSAGE)).toEqual({ outcome: 'unreachable', reason: 'Démonstration' })
    for (const host of ['127.0.0.1', '127.3.4.5', '::1', 'localhost'])
      expect(demo(host).unavailable).toBeNull()
    for (const host of ['127.0.0.1.example', '10.0.0.1', 'localhost.example'])
      expect(isLoopback(host)).toBe(false)
  })
})
