/** A form with files as the bytes of a request. */

export interface EncodedForm {
  readonly headers: { readonly 'content-type': string };
  readonly body: Uint8Array;
}

export async function encodedForm(form: FormData): Promise<EncodedForm> {
  const encoded = new Response(form);
  return {
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
    body: new Uint8Array(await encoded.arrayBuffer()),
  };
}
