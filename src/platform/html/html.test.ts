import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { html } from './html.ts'

describe('html', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['" onmouseover="alert(1)', '&quot; onmouseover=&quot;alert(1)'],
    ["' onmouseover='alert(1)", '&#39; onmouseover=&#39;alert(1)'],
    ['&lt;déjà&gt;', '&amp;lt;déjà&amp;gt;'],
    ['a\u0000b', 'ab'],
    ['\ud800', '\ufffd'],
    ['</textarea><img src=x onerror=alert(1)>', '&lt;/textarea&gt;&lt;img src=x onerror=alert(1)&gt;'],
  ])('escapes %j', (hostile, safe) => {
    expect(String(html`<p title="${hostile}">${hostile}</p>`)).toBe(`<p title="${safe}">${safe}</p>`)
  })

  it('never lets a text out of its place', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const inside = String(html`${text}`)
        for (const character of ['<', '>', '"', "'", '\u0000']) expect(inside).not.toContain(character)
      }),
    ))

  it('keeps templates, joins lists, writes nothing for what is absent', () => {
    const items = ['a<', 'b'].map((item) => html`<li>${item}</li>`)
    expect(String(html`<ul>${items}${null}${undefined}${false}${0}</ul>`)).toBe(
      '<ul><li>a&lt;</li><li>b</li>0</ul>',
    )
  })

  it('refuses an attribute without quotes, and what only looks like a template', () => {
    expect(() => html`<p title=${'x'}></p>`).toThrow(TypeError)
    const forged = { toString: () => '<script>' } as unknown as string
    expect(() => html`<p>${forged}</p>`).toThrow(TypeError)
  })
})
