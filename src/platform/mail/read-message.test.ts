import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eml, HEADERS, multipart } from './eml.testing.ts'
import type { ParsedMessage } from './model.ts'
import { type MessageWork, parseMessage } from './parse-message.ts'
import { readMessage, readMessageWith } from './read-message.ts'
import { tnef } from './tnef.testing.ts'

const here = async (work: MessageWork) => ({ ok: true, value: await parseMessage(work) }) as const

async function read(bytes: Uint8Array, name = 'a.eml'): Promise<ParsedMessage> {
  const result = await readMessageWith(here, bytes, name)
  if ('refusal' in result) throw new Error(result.refusal.code)
  return result
}
const codes = (message: ParsedMessage) => message.alerts.map((alert) => alert.code)
const text = (type: string, ...body: string[]) => [`Content-Type: ${type}`, '', ...body]

describe('readMessage: who, when, what', () => {
  it('reads names, dates, hops and the text', async () => {
    const message = await read(
      eml(
        'Received: from mx.h.test by store.h.test with LMTP; Tue, 3 Mar 2026 10:15:00 +0100',
        'Received: from a.test by mx.h.test; Tue, 3 Mar 2026 10:14:00 +0100',
        'From: =?utf-8?Q?Zo=C3=A9?= <zoe@a.test>',
        'To: service@h.test, "Autre, Nom" <b@h.test>',
        'Date: Mon, 2 Mar 2020 08:00:00 +0100',
        'Message-ID: <1@a.test>',
        'Subject: =?iso-8859-1?Q?R=E9clamation?=',
        '',
        'Bonjour',
      ),
    )
    expect(message).toMatchObject({
      messageId: '<1@a.test>',
      from: { name: 'Zoé', address: 'zoe@a.test' },
      to: [{ address: 'service@h.test' }, { name: 'Autre, Nom', address: 'b@h.test' }],
      subject: 'Réclamation',
      dateHeader: '2020-03-02T07:00:00.000Z',
      trustedReceivedAt: '2026-03-03T09:15:00.000Z',
      received: [{ by: 'store.h.test', from: 'mx.h.test' }, { by: 'mx.h.test' }],
      automatic: false,
      textBody: 'Bonjour\n',
      alerts: [],
    })
    expect(message.digest).toMatch(/^[0-9a-f]{64}$/u)
  })

  it.each([
    [
      'an answer',
      ['In-Reply-To: <1@h.test>', 'References: <0@h.test>\r\n <1@h.test>'],
      ['<1@h.test>', '<0@h.test>'],
    ],
    ['a forged one', ['In-Reply-To: pas un identifiant <a b> <>'], []],
    ['a first letter', [], []],
  ])('knows the messages it answers: %s', async (_case, headers, answers) => {
    expect((await read(eml(...HEADERS, ...headers, '', 'x'))).answers).toEqual(answers)
  })

  it('never takes the sender’s clock for a receipt', async () => {
    const message = await read(eml(...HEADERS, 'Date: Mon, 2 Mar 2026 08:00:00 +0100', '', 'x'))
    expect(message.trustedReceivedAt).toBeNull()
  })

  it.each([
    [
      'names written in raw Latin-1',
      ['From: M\u00fcller <m@a.test>', 'Subject: \u00e9t\u00e9'],
      { subject: 'été', from: { name: 'Müller' } },
    ],
    ['an invalid date', ['From: a@a.test', 'Date: hier'], { dateHeader: null }],
    ['a date without a zone', ['From: a@a.test', 'Date: Mon, 2 Mar 2026 08:00:00'], { dateHeader: null }],
    ['no sender', ['Subject: x'], { from: null }],
  ])('keeps a message with %s', async (_case, headers, expected) => {
    expect(await read(eml(...headers, '', 'x'))).toMatchObject(expected)
  })

  it('reads a file saved in UTF-16', async () => {
    const message = await read(Buffer.from('\ufeffFrom: a@a.test\r\nSubject: x\r\n\r\nété', 'utf16le'))
    expect(message.textBody.trim()).toBe('été')
    expect(codes(message)).toContain('utf-16-file')
  })

  it('repairs UTF-8 announced as Latin-1', async () => {
    const body = Buffer.from('été à Noël', 'utf8').toString('latin1')
    const message = await read(eml(...HEADERS, 'Content-Type: text/plain; charset=iso-8859-1', '', body))
    expect(message.textBody.trim()).toBe('été à Noël')
  })

  it('joins the lines of a flowed text', async () => {
    const message = await read(
      eml(...HEADERS, 'Content-Type: text/plain; format=flowed', '', 'un ', 'deux', 'trois'),
    )
    expect(message.textBody.trim()).toBe('un deux\ntrois')
  })
})

describe('readMessage: forged senders', () => {
  it.each([
    ['another address in the name', 'From: "chef@h.test" <x@evil.test>', 'misleading-sender', 'x@evil.test'],
    ['two addresses', 'From: "A" <a@ok.test>:<x@evil.test>', 'misleading-sender', 'x@evil.test'],
  ])('%s is said, the real address kept', async (_case, header, code, address) => {
    const message = await read(eml(header, 'Subject: x', '', 'x'))
    expect(codes(message)).toContain(code)
    expect(message.from?.address).toBe(address)
  })

  it('a domain written with foreign look-alike letters is named as it is', async () => {
    const bytes = Buffer.from('From: a@a.test\r\nReply-To: x@h\u043epital.test\r\n\r\nx', 'utf8')
    const message = await read(bytes)
    expect(message.alerts).toMatchObject([
      { code: 'look-alike-domain', message: expect.stringContaining('xn--') },
    ])
  })
})

describe('readMessage: written by a machine', () => {
  it.each([
    ['an empty Return-Path', ['Return-Path: <>'], 'bounce'],
    ['X-Failed-Recipients', ['X-Failed-Recipients: b@b.test'], 'bounce'],
    ['an absence', ['Auto-Submitted: auto-replied', 'Return-Path: <>'], 'out-of-office'],
    ['an absence by its subject only', ['Subject: Réponse automatique : absence'], 'out-of-office'],
    ['a mailing list', ['List-Id: <x.test>'], 'list'],
    ['a notification', ['Auto-Submitted: auto-generated'], 'automatic'],
    ['a person', ['Auto-Submitted: no'], false],
  ])('%s', async (_case, headers, automatic) => {
    const bytes = Buffer.from([...headers, 'From: a@a.test', '', 'x'].join('\r\n'), 'utf8')
    expect((await read(bytes)).automatic).toBe(automatic)
  })

  it('names the recipients a bounce did not reach', async () => {
    const report = multipart('report; report-type=delivery-status', [
      text('text/plain', 'Sorry'),
      text(
        'message/delivery-status',
        'Reporting-MTA: dns;x',
        '',
        'Final-Recipient: rfc822;lost@b.test',
        'Action: failed',
      ),
    ])
    expect(await read(report)).toMatchObject({ automatic: 'bounce', failedRecipients: ['lost@b.test'] })
  })
})

describe('readMessage: body and attachments', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['facture\u00e9.pdf', 'factureé.pdf'],
    ['odd=file=name.txt', 'odd=file=name.txt'],
  ])('gives the attachment %j a safe name', async (given, name) => {
    const part = [
      `Content-Disposition: attachment; filename="${given}"`,
      'Content-Type: application/pdf',
      '',
      '%PDF',
    ]
    const message = await read(multipart('mixed', [text('text/plain', 'x'), part]))
    expect(message.attachments).toMatchObject([{ name, inline: false, nested: null }])
  })

  it('decodes a name cut and encoded as RFC 2231 asks', async () => {
    const part = [
      "Content-Disposition: attachment; filename*0*=utf-8''d%C3%A9ci; filename*1*=sion.pdf",
      '',
      'x',
    ]
    expect((await read(multipart('mixed', [part]))).attachments).toMatchObject([{ name: 'décision.pdf' }])
  })

  it('keeps a message inside a message whole, and shows what it holds', async () => {
    const inner = Buffer.from(
      multipart('mixed', [text('text/plain', 'dedans'), ['Content-Type: image/png; name="p.png"', '', 'x']]),
    ).toString('latin1')
    const message = await read(
      multipart('mixed', [
        text('text/plain', 'x'),
        text('message/rfc822', inner.replaceAll('limit', 'inner')),
      ]),
    )
    expect(message.attachments).toMatchObject([
      {
        name: 'Bonjour.eml',
        nested: { subject: 'Bonjour', textBody: 'dedans\n', attachments: [{ name: 'p.png' }] },
      },
    ])
  })

  it('stops detailing messages nested too deep, without losing them', async () => {
    let inner = 'From: a@a.test\r\nSubject: fond\r\n\r\nx'
    for (let i = 0; i < 30; i += 1) inner = `From: a@a.test\r\nContent-Type: message/rfc822\r\n\r\n${inner}`
    const message = await read(Buffer.from(inner))
    expect(message.attachments).toHaveLength(1)
    expect(message.attachments[0]?.bytes.length).toBeGreaterThan(1000)
  })

  it('takes uuencoded files out of the text', async () => {
    const message = await read(
      eml(...HEADERS, '', 'Avant', 'begin 644 note.txt', '#0V%T', '`', 'end', 'Après'),
    )
    expect(Buffer.from(message.attachments[0]?.bytes ?? []).toString()).toBe('Cat')
    expect(message.textBody).toContain('[Pièce jointe : note.txt]')
  })

  it('turns HTML into text and says what it would have fetched', async () => {
    const html =
      '<style>x{}</style><p>Bonjour&nbsp;!</p><script>alert(1)</script><img src="https://t.test/p.gif"><ul><li>un<li>deux</ul>'
    const message = await read(eml(...HEADERS, 'Content-Type: text/html', '', html))
    expect(message.textBody).toBe('Bonjour\u00a0!\n\n- un\n- deux')
    expect(message.htmlPresent).toBe(true)
    expect(codes(message)).toEqual(['remote-content'])
  })

  it.each([
    ['deeply nested', '<div>'.repeat(200_000)],
    ['full of lone brackets', '<'.repeat(500_000)],
    ['full of open quotes', '<a href="'.repeat(60_000)],
    ['full of open comments', '<!--'.repeat(200_000)],
    ['full of scripts never closed', '<script>'.repeat(100_000)],
  ])('reads in time a page %s', { timeout: 10_000 }, async (_case, html) => {
    const message = await readMessage(eml(...HEADERS, 'Content-Type: text/html', '', `${html}fin`), 'a.eml')
    expect(message).toMatchObject({ htmlPresent: true })
  })

  it.each([
    ['encrypted', 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m', 'encrypted'],
    ['signed', 'application/pkcs7-mime; smime-type=signed-data; name=smime.p7m', 'signed'],
  ])('keeps and flags an %s message', async (_case, type, code) => {
    const message = await read(
      eml(...HEADERS, `Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', '', 'AAAA'),
    )
    expect(codes(message)).toContain(code)
    expect(message.attachments).toMatchObject([{ name: 'smime.p7m' }])
  })

  it('strips NUL and says so', async () => {
    const message = await read(eml(...HEADERS, '', 'a\u0000b'))
    expect(message.textBody.trim()).toBe('ab')
    expect(codes(message)).toContain('stripped-characters')
  })
})

describe('readMessage: Outlook’s envelope', () => {
  const files = [
    { name: 'été.txt', content: 'un' },
    { name: 'b.txt', content: 'deux' },
  ]

  it('opens a winmail.dat saved alone', async () => {
    const message = await read(tnef('Bonjour', files), 'winmail.dat')
    expect(message.textBody).toBe('Bonjour')
    expect(message.attachments.map((file) => [file.name, Buffer.from(file.bytes).toString()])).toEqual([
      ['été.txt', 'un'],
      ['b.txt', 'deux'],
    ])
  })

  it('opens it inside a message', async () => {
    const base64 = Buffer.from(tnef('Dedans', files)).toString('base64')
    const part = [
      'Content-Type: application/ms-tnef; name=winmail.dat',
      'Content-Transfer-Encoding: base64',
      '',
      base64,
    ]
    const message = await read(multipart('mixed', [part]))
    expect(message.attachments.map((file) => file.name)).toEqual(['été.txt', 'b.txt'])
    expect(message.textBody).toBe('Dedans')
    expect(codes(message)).toContain('tnef')
  })

  it('keeps it beside what could be read when it is cut', async () => {
    const cut = tnef('Bonjour', files).slice(0, -6)
    const message = await read(cut, 'winmail.dat')
    expect(message.attachments.map((file) => file.name)).toContain('winmail.dat')
    expect(codes(message)).toContain('tnef-unreadable')
  })
})

describe('readMessage: refusals', () => {
  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['a PDF', Buffer.from('%PDF-1.7 bonjour'), 'not-a-message'],
    ['a sentence', Buffer.from('Bonjour : ceci n’est pas un message'), 'not-a-message'],
    ['a cut .msg', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'unreadable'],
  ])('%s', async (_case, bytes, code) => {
    expect(await readMessage(bytes, 'a.msg')).toMatchObject({
      refusal: { code, message: expect.stringMatching(/\.$/u) },
    })
  })

  it('a file above the size allowed', async () => {
    const refused = await readMessage(eml(...HEADERS, '', 'x'), 'a.eml', { maxBytes: 10 })
    expect(refused).toMatchObject({ refusal: { code: 'too-large' } })
  })

  it('a compound file whose sectors go round in circles', { timeout: 15_000 }, async () => {
    const loop = Buffer.alloc(4096)
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(loop)
    loop.writeUInt16LE(9, 30)
    loop.writeUInt32LE(1, 44)
    loop.writeUInt32LE(1, 48)
    loop.writeUInt32LE(0, 76)
    // The allocation table is sector 0; the directory, sector 1, is its own next sector.
    loop.writeUInt32LE(0xfffffffd, 512)
    loop.writeUInt32LE(1, 516)
    loop.writeUInt8(5, 1024 + 66)
    expect(await readMessage(loop, 'a.msg', { timeoutMs: 1500 })).toMatchObject({
      refusal: { code: 'too-slow' },
    })
  })

  it('noise gives a message or a refusal, never an exception', { timeout: 60_000 }, async () => {
    const line = fc.oneof(
      fc.constantFrom(
        '--b',
        '--b--',
        '',
        'begin 644 a',
        'end',
        'Content-Type: multipart/mixed; boundary=b',
        'Content-Transfer-Encoding: base64',
        'Content-Type: message/rfc822',
        'Subject: =?utf-8?B?w6k?=',
        'From: <a@b>:<c@d>',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
        const result = await readMessageWith(
          here,
          Buffer.from(['From: a@b.test', ...lines].join('\n')),
          'a.eml',
        )
        expect('refusal' in result ? result.refusal.code : 'not-a-message').toBe('not-a-message')
      }),
      { numRuns: 500 },
    )
  })
})
