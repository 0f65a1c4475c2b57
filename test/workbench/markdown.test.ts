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
