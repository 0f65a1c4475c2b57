/** Members that hold a secret: censored in forms, and left out of what later steps get. */
const secret =
  /pass(word|code)|secret|api_?key|private_?key|(access|refresh|auth|bearer)_?token|^token$/i;

/** Whether a member holds a secret by its name. */
export const isSecret = (name: string): boolean => secret.test(name);
