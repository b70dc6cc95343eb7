/** `application/x-www-form-urlencoded` as it is sent. */
export function encodedForm(fields: { name: string; value: string }[]): string {
  return new URLSearchParams(fields.map(({ name, value }) => [name, value])).toString();
}
