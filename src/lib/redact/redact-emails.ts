const email =
  /[^\s@"'`<>()[\]{},;:=\\/]+@[^\s@"'`<>()[\]{},;:=\\/]+\.[^\s@"'`<>()[\]{},;:=\\/.]+/gu;

/** The text with every e-mail address taken out. Shape: what stands in its place is `[e-mail]`. */
export function redactEmails(text: string): string {
  return text.includes('@') ? text.replace(email, '[e-mail]') : text;
}
