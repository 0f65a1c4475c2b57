import { readFormBody } from '../../workbench/formBody.ts';

const logged = (text: string) => JSON.stringify(Buffer.from(text));

test('a form with a file is shown by its parts, and the file by its size', () => {
  const head = '--x\r\nContent-Disposition: form-data; name="';
  const form = `${head}name"\r\n\r\nZähne.png\r\n${head}file"; filename="a.png"\r\n\r\n\u0000\u0001\r\n\u0002\r\n--x--\r\n`;
  expect(readFormBody(logged(form))).toBe(
    `${head}name"\r\n\r\nZähne.png\r\n${head}file"; filename="a.png"\r\n\r\n(5 bytes)\r\n--x--\r\n`,
  );
  expect(readFormBody('{"name":"Buffer"}')).toBeUndefined();
  expect(readFormBody(logged(form).slice(0, 200))).toMatch(/too long/);
});
