import { markdown } from '../../workbench/markdown.ts';

const shown = async (text: string): Promise<string> => String(await markdown(text));

test('shows the Markdown of help texts', async () => {
  expect(await shown('See **this** [page](https://example.com/a?b=c&d=e) or `x_y`.')).toBe(
    '<p>See <strong>this</strong> <a href="https://example.com/a?b=c&amp;d=e" target="_blank" rel="noopener noreferrer">page</a> or <code>x_y</code>.</p>',
  );
  expect(await shown('Either:\n\n- one\n- *two*')).toBe(
    '<p>Either:</p><ul><li>one</li><li><em>two</em></li></ul>',
  );
});

test('leaves everything else as text', async () => {
  expect(await shown('<img src=x onerror=alert(1)> [x](javascript:alert(1))')).toBe(
    '<p>&lt;img src=x onerror=alert(1)&gt; [x](javascript:alert(1))</p>',
  );
  expect(await shown('[x](https://a.example/"onclick="y)')).not.toContain('"onclick');
});

test('takes a character behind a backslash as it is', async () => {
  const read = async (text: string) =>
    (await shown(text)).replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  expect(await read('Plan \\*A\\*, \\[draft\\](https://a.example), \\`x\\`, 1\\. and 2\\_3')).toBe(
    '<p>Plan *A*, [draft](https://a.example), `x`, 1. and 2_3</p>',
  );
  expect(await read('\\- no list, **b\\*b**, C:\\dir, \\<b\\>')).toBe(
    '<p>- no list, <strong>b*b</strong>, C:\\dir, &lt;b&gt;</p>',
  );
  expect(await read('`a\\*b` and `**c**`')).toBe(
    '<p><code>a\\*b</code> and <code>**c**</code></p>',
  );
});
