import type { Bundle } from 'zapier-platform-core';
import { readPost } from '../../lib/hooks/post.ts';

const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const bundleWith = (part: object): Bundle => part as Bundle;
const raw = (content: string, type = 'application/json') =>
  bundleWith({ rawRequest: { method: 'POST', headers: { 'Content-Type': type }, content } });

test('JSON, as it came', () => {
  expect(readPost(raw('{"contact_id":"c1"}'))).toMatchObject({
    body: { contact_id: 'c1' },
    text: '{"contact_id":"c1"}',
  });
});

test('a form, with and without its content type', () => {
  const body = { contact_id: 'c1', name: 'Mara Okafor' };
  const text = 'contact_id=c1&name=Mara+Okafor';
  expect(readPost(raw(text, 'application/x-www-form-urlencoded')).body).toEqual(body);
  expect(readPost(raw(text, '')).body).toEqual(body);
});

test('what a form says several times is a list', () => {
  const type = 'application/x-www-form-urlencoded';
  expect(readPost(raw('tags=vip&contact_id=c1&tags=new', type)).body).toEqual({
    contact_id: 'c1',
    tags: ['vip', 'new'],
  });
});

test.each(['[name]=Mara&[0]=1', '[0]=1&[name]=Mara'])(
  'a form may begin with a bracket: %s',
  (text) => {
    const body = { '[name]': 'Mara', '[0]': '1' };
    for (const type of ['application/x-www-form-urlencoded', ''])
      expect(readPost(raw(text, type)).body).toEqual(body);
  },
);

test('a form says with brackets what lies in what', () => {
  const type = 'application/x-www-form-urlencoded';
  const text =
    'contact_id=c1&location[id]=l1&location[name]=Harbor&calendar[a][b]=1&tags[]=vip&tags[]=new&likes[0]=sea&note=x&note[body]=y';
  for (const posted of [raw(text, type), raw(encodeURI(text), ''), raw(text, '')])
    expect(readPost(posted).body).toEqual({
      contact_id: 'c1',
      location: { id: 'l1', name: 'Harbor' },
      calendar: { a: { b: '1' } },
      tags: ['vip', 'new'],
      likes: 'sea',
      note: ['x', { body: 'y' }],
    });
  expect(Object.entries(readPost(raw('a[__proto__]=b', type)).body.a as object)).toEqual([
    ['__proto__', 'b'],
  ]);
  const deep = `a${'[b]'.repeat(9)}`;
  expect(readPost(raw(`${deep}=1`, type)).body).toEqual({ [deep]: '1' });
});

test('a label with brackets and blanks is one name', () => {
  const text = 'Budget [USD]=500&Roof[pick one]=Slate';
  expect(readPost(raw(text, 'application/x-www-form-urlencoded')).body).toEqual({
    'Budget [USD]': '500',
    'Roof[pick one]': 'Slate',
  });
});

test('a name that all objects have is a member like others', () => {
  const { body } = readPost(raw('__proto__=a&__proto__=b&constructor=c', ''));
  expect(Object.entries(body)).toEqual([
    ['__proto__', ['a', 'b']],
    ['constructor', 'c'],
  ]);
});

test('a text that begins with a bracket is a text; a list that is broken ends in a sentence', () => {
  expect(readPost(raw('[New] Mara wrote', 'text/plain')).body).toEqual({
    value: '[New] Mara wrote',
  });
  for (const broken of ['[{"a":1', '["a" "b"]', '[ 1, 2', '[]]'])
    expect(() => readPost(raw(broken, ''))).toThrow(/not valid JSON/);
});

test('JSON counts as JSON, whatever its content type says, and with a byte order mark', () => {
  const body = { contact_id: 'c1', name: 'Mara & Ines=2' };
  const text = JSON.stringify(body);
  for (const type of ['application/x-www-form-urlencoded', 'application/json', 'text/plain', ''])
    for (const before of ['', '\ufeff', ' \n'])
      expect(readPost(raw(`${before}${text}`, type)).body).toEqual(body);
});

test('broken JSON that is sent as a form ends in a sentence', () => {
  const type = 'application/x-www-form-urlencoded';
  expect(() => readPost(raw('{"name":"Mara "M" Okafor"}', type))).toThrow(/not valid JSON/);
});

test.each([
  ['a plain text', 'Somebody wrote', { value: 'Somebody wrote' }],
  ['a list', '[{"a":1}]', { value: [{ a: 1 }] }],
  ['a number', '5', { value: 5 }],
  ['nothing', '', {}],
])('%s is readable', (_, text, body) => {
  expect(readPost(raw(text, 'text/plain')).body).toEqual(body);
});

test.each([
  ['a quote inside of a value', '{"name":"Mara "M" Okafor"}'],
  ['a body that breaks off', '{"contact_id":"c1","na'],
  ['a text that claims to be JSON', 'name: Mara'],
])('%s ends in a sentence', (_, text) => {
  expect(() => readPost(raw(text))).toThrow(/not valid JSON/);
});

test('more than 1 MB ends in a sentence', () => {
  expect(() => readPost(raw(JSON.stringify({ note: 'x'.repeat(1_000_001) })))).toThrow(/1 MB/);
  expect(readPost(raw(JSON.stringify({ note: 'x'.repeat(900_000) }))).body.note).toHaveLength(
    900_000,
  );
});

test('what is nested too deep ends in a sentence', () => {
  expect(() => readPost(raw(nested(31)))).toThrow(/nested too deep/);
  expect(() => readPost(raw(nested(20)))).not.toThrow();
});

test.each(['X-GHL-Signature', 'x-ghl-signature', 'Http-X-Ghl-Signature', 'HTTP_X_GHL_SIGNATURE'])(
  'finds a header that is written %s',
  (name) => {
    const bundle = bundleWith({ rawRequest: { headers: { [name]: 's1' }, content: '{}' } });
    expect(readPost(bundle).header('x-ghl-signature')).toBe('s1');
  },
);

test('without the raw request, what Zapier has parsed counts', () => {
  const parsed = { contact_id: 'c1', querystring: {} };
  expect(readPost(bundleWith({ cleanedRequest: parsed }))).toMatchObject({
    body: { contact_id: 'c1' },
    text: undefined,
  });
  const whole = { method: 'POST', headers: { A: 'b' }, content: { contact_id: 'c1' } };
  const post = readPost(bundleWith({ cleanedRequest: whole }));
  expect([post.body, post.header('a')]).toEqual([{ contact_id: 'c1' }, 'b']);
});
