/** A form with files as core has logged it: its bytes as a list of numbers. */
const isBytes = /^\{\s*"type":\s*"Buffer"/;

/** The parts of a form as they went out, with a file as its size; undefined if a body is none. */
export const readFormBody = (text: string): string | undefined => {
  if (!isBytes.test(text)) return undefined;
  try {
    const { data } = JSON.parse(text) as { data: number[] };
    const parts = Buffer.from(data)
      .toString('latin1')
      .replace(
        /(filename="[^"]*"[\s\S]*?\r\n\r\n)([\s\S]*?)(?=\r\n--)/g,
        (_, head: string, file: string) => `${head}(${file.length} bytes)`,
      );
    return Buffer.from(parts, 'latin1').toString('utf8');
  } catch {
    return '(a form with files, too long to show)';
  }
};
